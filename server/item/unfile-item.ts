import type { Tx } from '../database/work.ts'

/** Takes an item out of one case, or out of its file with everything that came with it. The stored object stays. */
export async function unfileItem(tx: Tx, itemId: string, caseId: string | null) {
  await tx.sql('select take_out($1, $2, $3)', [itemId, caseId, caseId === null])
}
