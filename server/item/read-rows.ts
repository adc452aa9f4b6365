import type { CaseChip, ItemRow } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'
import { rowsById } from './rows.sql.ts'

type BareRow = Omit<ItemRow, 'contractorName' | 'cases'> & { caseIds: (string | null)[] }

/** Rows as `item_rows` makes them: a list for each column, or null where there is no row. */
type Columns = { [Name in keyof BareRow]: BareRow[Name][] | null }

/** What `item_rows` and `file_rows` answer. */
export interface Bundle {
  rows: Columns
  contractors: { id: string; name: string }[]
  cases: CaseChip[]
}

/** The rows of these items that the reader may see, in the order given. */
export function readRows(query: Query, itemIds: string[]): Promise<ItemRow[]> {
  return readBundle(query, rowsById, [itemIds])
}

/** Runs one of the statements of `rows.sql.ts`. */
export async function readBundle(query: Query, statement: Statement, parameters: unknown[]): Promise<ItemRow[]> {
  const [found] = await query<{ bundle: Bundle }>(statement, parameters)
  if (!found) throw new Error('a bundle is always one row')
  return rowsOf(found.bundle)
}

/** Puts names to the contractors and cases of the rows. A contractor that the reader may not see has none. */
export function rowsOf({ rows, contractors, cases }: Bundle): ItemRow[] {
  const names = new Map(contractors.map(contractor => [contractor.id, contractor.name]))
  return rowsFrom(rows).map(({ caseIds, ...row }) => ({
    ...row,
    contractorId: names.has(row.contractorId ?? '') ? row.contractorId : null,
    contractorName: names.get(row.contractorId ?? '') ?? null,
    cases: caseIds.length > 0 ? cases.filter(chip => caseIds.includes(chip.id)) : [],
  }))
}

function rowsFrom(columns: Columns): BareRow[] {
  const names = Object.keys(columns) as (keyof BareRow)[]
  return (columns.id ?? []).map(
    (_, index) => Object.fromEntries(names.map(name => [name, columns[name]?.[index]])) as unknown as BareRow,
  )
}
