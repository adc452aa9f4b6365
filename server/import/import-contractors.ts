import { record } from '../audit/record.ts'
import { addAddresses, readAddresses } from '../contractor/addresses.ts'
import { Address, Contractor } from '../contractor/contractor.entity.ts'
import { createContractor } from '../contractor/create-contractor.ts'
import type { Tx } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { asRefusal } from '../refusal-of.ts'
import { checkRow } from './check-row.ts'
import { findKnown } from './find-known.ts'
import type { ContractorRow } from './read-contractors.ts'

/** What became of one row of a contractor list. */
export interface ImportedContractor {
  line: number
  result: 'created' | 'known' | 'skipped' | 'refused'
  reason?: string
}

/**
 * Takes a contractor list in, row by row: one that is known (by NIP, else by name) only gains what it lacks (`known`), or
 * nothing where `known` says so or there is nothing to gain (`skipped`); a bad one is reported.
 */
export async function importContractors(
  house: Pick<House, 'database'>,
  userId: string,
  rows: ContractorRow[],
  { known = 'complete' }: { known?: 'complete' | 'skip' } = {},
): Promise<ImportedContractor[]> {
  const results: ImportedContractor[] = []
  for (const row of rows) {
    try {
      const result = await house.database.work(userId, tx => importContractor(tx, row, known))
      results.push({ line: row.line, result })
    } catch (error) {
      const { code, fields } = asRefusal(error as Error)
      if (code === 'internal' || code === 'unavailable') throw error
      results.push({ line: row.line, result: 'refused', reason: [code, ...fields].join(' ') })
    }
  }
  return results
}

async function gainsAddresses(tx: Tx, contractorId: string, input: ContractorRow['input']): Promise<boolean> {
  const listed = readAddresses(input.addresses ?? [], 'addresses')
  const there = await tx.em.find(Address, { contractorId, value: { $in: listed.map(one => one.value) } })
  const fresh = listed.filter(one => there.every(other => other.value !== one.value))
  if (fresh.length === 0) return false
  await addAddresses(tx, contractorId, fresh)
  await record(tx, 'address-added', 'contractor', contractorId)
  return true
}

async function gainsTaxId(tx: Tx, contractorId: string, nip: string | null): Promise<boolean> {
  if (!nip || (await tx.em.nativeUpdate(Contractor, { id: contractorId, nip: null }, { nip })) === 0) return false
  await record(tx, 'changed', 'contractor', contractorId)
  return true
}

async function importContractor(
  tx: Tx,
  { input }: ContractorRow,
  known: 'complete' | 'skip',
): Promise<'created' | 'known' | 'skipped'> {
  const nip = checkRow(input)
  const [found] = await findKnown(tx, [{ nip, name: input.name }])
  if (!found) {
    await createContractor(tx, input)
    return 'created'
  }
  if (known === 'skip') return 'skipped'
  const gains = [await gainsAddresses(tx, found.contractorId, input), await gainsTaxId(tx, found.contractorId, nip)]
  return gains.includes(true) ? 'known' : 'skipped'
}
