import type { Viewer } from '../../shared/audience.ts'
import type { Query } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { stayingWithItem, viewersOfItem } from './item.sql.ts'

/** Users and groups who may see an item: the audiences of its filings that the reader sees, and its personal grants. */
export async function readViewers(query: Query, itemId: string): Promise<Viewer[]> {
  const rows = await query<{ viewer: Viewer | null }>(viewersOfItem, [itemId])
  if (rows.length === 0) throw new Refusal('not-found')
  // Whoever sees it by an emergency opening alone knows of nobody who does.
  return rows.flatMap(({ viewer }) => viewer ?? [])
}

/** Who looks after an item and stays in whatever circle the reader draws, because he does not look after it himself. */
export function readStaying(query: Query, itemId: string): Promise<Viewer[]> {
  return query<Viewer>(stayingWithItem, [itemId])
}
