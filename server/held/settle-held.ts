import type { Tx } from '../database/work.ts'

/** Ends the hold of items of mine, to be seen by others now or by me alone; says of each whether it was held for me. */
export async function settleHeld(tx: Tx, how: 'release_mine' | 'keep_mine', itemIds: string[]) {
  const rows = await tx.sql<{ id: string }>(`select ${how}($1) as id`, [itemIds])
  const done = new Set(rows.map(row => row.id))
  return {
    items: [...new Set(itemIds)].map(itemId =>
      done.has(itemId) ? { itemId, done: true } : { itemId, done: false, code: 'not-found' },
    ),
  }
}
