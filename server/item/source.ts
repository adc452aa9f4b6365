import type { Query } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { originOfSource, sourceOfItem } from './item.sql.ts'

/** The hash of a mail item's source; refuses what is hidden, not there, or no mail. */
export async function sourceOf(query: Query, itemId: string): Promise<string> {
  const [row] = await query<{ hash: string }>(sourceOfItem, [itemId])
  if (!row) throw new Refusal('not-found')
  return row.hash
}

/** The hash of the file that a mail item's source was made from (.msg); refuses what came as it travelled. */
export async function originOf(query: Query, itemId: string): Promise<string> {
  const [row] = await query<{ hash: string }>(originOfSource, [await sourceOf(query, itemId)])
  if (!row) throw new Refusal('not-found')
  return row.hash
}
