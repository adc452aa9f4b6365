import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { announceMailbox } from './announce-mailbox.ts'

/** Stops reading a mailbox and forgets it, its password too. The mail that came from it stays where it is. */
export async function removeMailbox(tx: Tx, mailboxId: string) {
  const rows = await tx.sql('delete from mailbox where id = $1 returning id', [mailboxId])
  if (rows.length === 0) throw new Refusal('not-found')
  await record(tx, 'removed', 'mailbox', mailboxId)
  await announceMailbox(tx, mailboxId)
}
