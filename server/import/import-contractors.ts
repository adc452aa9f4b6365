import { addAddresses, readAddresses } from '../contractor/addresses.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import { createContractor } from '../contractor/create-contractor.ts'
import { readTaxIds } from '../contractor/tax-ids.ts'
import type { Tx } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { asRefusal } from '../refusal-of.ts'
import type { ContractorRow } from './read-contractors.ts'

/** What became of one row of a contractor list. */
export interface ImportedContractor {
  line: number
  result: 'created' | 'known' | 'refused'
  reason?: string
}

/** Takes a contractor list in, row by row: one that is known (by NIP, else by name) only gains addresses; a bad one is reported. */
export async function importContractors(
  house: House,
  userId: string,
  rows: ContractorRow[],
): Promise<ImportedContractor[]> {
  const results: ImportedContractor[] = []
  for (const row of rows) {
    try {
      const result = await house.database.work(userId, tx => importContractor(tx, row))
      results.push({ line: row.line, result })
    } catch (error) {
      const { code, fields } = asRefusal(error as Error)
      if (code === 'internal' || code === 'unavailable') throw error
      results.push({ line: row.line, result: 'refused', reason: [code, ...fields].join(' ') })
    }
  }
  return results
}

async function importContractor(tx: Tx, { input }: ContractorRow): Promise<'created' | 'known'> {
  if (input.name.trim() === '') throw new Refusal('invalid', ['name'])
  const { nip } = readTaxIds(input)
  const known = await tx.em.findOne(Contractor, nip ? { nip } : { name: input.name.trim() })
  if (!known) {
    await createContractor(tx, input)
    return 'created'
  }
  await addAddresses(tx, known.id, readAddresses(input.addresses ?? [], 'addresses'))
  return 'known'
}
