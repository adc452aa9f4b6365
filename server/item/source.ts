import type { Query } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { originOfSource, sourceOfItem } from './item.sql.ts'
import { readRows } from './read-rows.ts'

/** Where a mail item's source lies. */
export interface Source {
  hash: string
  /** It names blind recipients of whom the reader may not know. */
  isBlind: boolean
  /** It might name some, so the field that would is taken out. */
  isStripped: boolean
}

/** A mail item's source; refuses what is hidden, not there, or no mail. */
export async function sourceOf(query: Query, itemId: string): Promise<Source> {
  const [row] = await query<Source>(sourceOfItem, [itemId])
  if (!row) throw new Refusal('not-found')
  return row
}

/** The hash of the file that a mail item's source was made from (.msg); refuses what came as it travelled, and what names all who got it. */
export async function originOf(query: Query, itemId: string): Promise<string> {
  const source = await sourceOf(query, itemId)
  const [row] = source.isBlind ? [] : await query<{ hash: string }>(originOfSource, [source.hash])
  if (!row) throw new Refusal('not-found')
  return row.hash
}

/** What its reader calls an item; a file that is made of it is called so too. */
export async function titleOf(query: Query, itemId: string): Promise<string> {
  const [row] = await readRows(query, [itemId])
  return row?.title ?? ''
}
