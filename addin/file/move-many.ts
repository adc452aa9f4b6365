import { assignItems, type ItemRow } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

const MOST_AT_ONCE = 100

/** What became of a move of many items. */
export interface Moved {
  done: ItemRow[]
  failed: number
}

/** Moves items into a case, or (null) out of their cases. */
export async function moveMany(host: MailHost, rows: ItemRow[], caseId: string | null): Promise<Moved> {
  const done: ItemRow[] = []
  for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
    const some = rows.slice(start, start + MOST_AT_ONCE)
    const { items } = await call(host, assignItems, { body: { itemIds: some.map(row => row.id), caseId } })
    const moved = new Set(items.filter(item => item.done).map(item => item.itemId))
    done.push(...some.filter(row => moved.has(row.id)))
  }
  return { done, failed: rows.length - done.length }
}

/** Puts items back where they lay: each was in one case at most. */
export async function moveBack(host: MailHost, rows: ItemRow[]): Promise<void> {
  for (const [caseId, some] of Map.groupBy(rows, row => row.cases[0]?.id ?? null)) await moveMany(host, some, caseId)
}
