import type { CaseChip, ItemRow } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'
import { rowsById } from './rows.sql.ts'

type BareRow = Omit<ItemRow, 'contractorName' | 'cases' | 'madeFrom'> & { caseIds: string[] }

/**
 * Rows as `rows_for` makes them, column by column, or null where there is no row: joined by blanks what holds none,
 * times in seconds, `1` and `0` one after the other, the cases of each row joined by commas.
 */
type Columns = { [Name in 'kind' | 'title' | 'snippet' | 'who']: BareRow[Name][] | null } & {
  [Name in 'id' | 'objectId' | 'contractorId' | 'occurredAt' | 'hasAttachment' | 'caseIds']: string | null
}

/** What `item_rows` and `file_rows` answer. */
export interface Bundle {
  rows: Columns
  /** Mails of which rows were made, by the ids of the rows; null when there are none. */
  mails: Record<string, NonNullable<ItemRow['madeFrom']>> | null
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
export function rowsOf({ rows, mails, contractors, cases }: Bundle): ItemRow[] {
  const names = new Map(contractors.map(contractor => [contractor.id, contractor.name]))
  return rowsFrom(rows).map(({ caseIds, ...row }) => ({
    ...row,
    contractorId: names.has(row.contractorId ?? '') ? row.contractorId : null,
    contractorName: names.get(row.contractorId ?? '') ?? null,
    cases: caseIds.length > 0 ? cases.filter(chip => caseIds.includes(chip.id)) : [],
    ...(mails?.[row.id] && { madeFrom: mails[row.id] }),
  }))
}

function rowsFrom(columns: Columns): BareRow[] {
  const joined = (name: 'objectId' | 'contractorId' | 'occurredAt' | 'caseIds') => columns[name]?.split(' ') ?? []
  const [objects, contractors, times, cases] = [
    joined('objectId'),
    joined('contractorId'),
    joined('occurredAt'),
    joined('caseIds'),
  ]
  return (columns.id?.split(' ') ?? []).map((id, index) => ({
    id,
    kind: columns.kind?.[index] ?? 'note',
    objectId: objects[index] ?? '',
    contractorId: contractors[index] ?? null,
    occurredAt: new Date(Math.round(Number(times[index]) * 1000)).toISOString(),
    title: columns.title?.[index] ?? '',
    snippet: columns.snippet?.[index] ?? '',
    who: columns.who?.[index] ?? '',
    hasAttachment: columns.hasAttachment?.[index] === '1',
    caseIds: cases[index]?.split(',') ?? [],
  }))
}
