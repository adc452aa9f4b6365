import type { ItemRow } from '../../shared/item.ts'
import { assignItems } from '../../shared/many-items.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

const MOST_AT_ONCE = 100

/** What became of a move of many items. */
export interface Moved {
  /** As they stood before, with the ids that they have now. */
  done: ItemRow[]
  failed: number
}

/** Where items are moved to: a case or none, of the file where they lie or of another one. */
export interface MoveTarget {
  contractorId?: string
  caseId: string | null
}

/** Moves items into a case, or (null) out of their cases, or to another contractor. */
export async function moveMany(host: MailHost, rows: ItemRow[], target: MoveTarget): Promise<Moved> {
  const done: ItemRow[] = []
  for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
    const some = rows.slice(start, start + MOST_AT_ONCE)
    const { items } = await call(host, assignItems, { body: { itemIds: some.map(row => row.id), ...target } })
    const ids = new Map(items.filter(item => item.done).map(item => [item.itemId, item.movedTo ?? item.itemId]))
    done.push(...some.flatMap(row => (ids.has(row.id) ? { ...row, id: ids.get(row.id) ?? row.id } : [])))
  }
  return { done, failed: rows.length - done.length }
}

/** Puts items back where they lay: each was in one case at most. */
export async function moveBack(host: MailHost, rows: ItemRow[]): Promise<void> {
  for (const some of Map.groupBy(rows, row => `${row.contractorId} ${row.cases[0]?.id}`).values()) {
    const [{ contractorId, cases } = { contractorId: null, cases: [] }] = some
    await moveMany(host, some, { caseId: cases[0]?.id ?? null, ...(contractorId && { contractorId }) })
  }
}
