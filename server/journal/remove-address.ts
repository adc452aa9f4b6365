import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Closes an address for good. What was taken there before stays, and what waits to be read is still read. */
export async function removeAddress(tx: Tx, id: string) {
  const [row] = await tx.sql<{ done: boolean }>('select remove_journal_address($1) as done', [id])
  if (!row?.done) throw new Refusal('not-found')
  await record(tx, 'removed', 'journal-address', id)
}
