import type { ItemReading, Share } from '../../shared/sharing.ts'
import type { Query, Statement, Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

const sharesOf: Statement = {
  name: 'shares-of-item',
  text: `select principal_id as "principalId", name, is_group as "isGroup", by_name as by, at, reason from item_shares($1)`,
}
const seesItem: Statement = { name: 'sees-item', text: 'select sees_item($1) as sees' }
const readingsOf: Statement = {
  name: 'readings-of-item',
  text: `select user_id as "userId", user_name as "userName", what, at from item_readings($1)`,
}

/** With whom an item is shared. */
export async function readShares(query: Query, itemId: string): Promise<{ items: Share[]; next: null }> {
  const [row] = await query<{ sees: boolean }>(seesItem, [itemId])
  if (!row?.sees) throw new Refusal('not-found')
  return { items: await query<Share>(sharesOf, [itemId]), next: null }
}

/** Lets users and groups see one item, and tells them. */
export async function shareItem(tx: Tx, itemId: string, principals: string[]) {
  await tx.sql('select share_item($1, $2)', [itemId, principals])
}

/** Takes it back. */
export async function unshareItem(tx: Tx, itemId: string, principalId: string) {
  await tx.sql('select unshare_item($1, $2)', [itemId, principalId])
}

/** Who read a confidential item; for those who look after it. */
export async function readReadings(query: Query, itemId: string): Promise<{ items: ItemReading[]; next: null }> {
  return { items: await query<ItemReading>(readingsOf, [itemId]), next: null }
}
