import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Takes an item out of one case, or out of its file with everything that came with it. The stored object stays. */
export async function unfileItem(tx: Tx, itemId: string, caseId: string | null) {
  if (caseId) {
    const filings = await tx.sql('select 1 from filing where item_id = $1 and case_file_id = $2', [itemId, caseId])
    if (filings.length === 0) throw new Refusal('not-found')
  }
  await tx.sql('select take_out($1, $2, $3)', [itemId, caseId, caseId === null])
}
