import type { Viewer } from '../../shared/audience.ts'
import type { Query } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { viewersOfItem } from './item.sql.ts'

/** Users and groups who may see an item: the audiences of its filings that the reader sees, and its personal grants. */
export async function readViewers(query: Query, itemId: string): Promise<Viewer[]> {
  const viewers = await query<Viewer>(viewersOfItem, [itemId])
  // Whoever sees an item stands among its viewers; nobody there means it is hidden.
  if (viewers.length === 0) throw new Refusal('not-found')
  return viewers
}
