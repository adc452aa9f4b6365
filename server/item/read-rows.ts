import type { CaseChip, ItemRow } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'
import { rowsById } from './rows.sql.ts'

type BareRow = Omit<ItemRow, 'contractorName' | 'cases'> & { caseIds: (string | null)[] }

interface Bundle {
  rows: BareRow[]
  contractors: { id: string; name: string }[]
  cases: CaseChip[]
}

/** The rows of these items that the reader may see, in the order given. */
export function readRows(query: Query, itemIds: string[]): Promise<ItemRow[]> {
  return readBundle(query, rowsById, [itemIds])
}

/** Runs one of the statements of `rows.sql.ts` and puts names to the contractors and cases of its rows. A contractor that the reader may not see has none. */
export async function readBundle(query: Query, statement: Statement, parameters: unknown[]): Promise<ItemRow[]> {
  const [bundle] = await query<Bundle>(statement, parameters)
  if (!bundle) throw new Error('a bundle is always one row')
  const names = new Map(bundle.contractors.map(contractor => [contractor.id, contractor.name]))
  return bundle.rows.map(({ caseIds, ...row }) => ({
    ...row,
    contractorId: names.has(row.contractorId ?? '') ? row.contractorId : null,
    contractorName: names.get(row.contractorId ?? '') ?? null,
    cases: caseIds.length > 0 ? bundle.cases.filter(chip => caseIds.includes(chip.id)) : [],
  }))
}
