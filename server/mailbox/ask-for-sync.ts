import type { Tx } from '../database/work.ts'
import { announceMailbox } from './announce-mailbox.ts'

/** Has a mailbox looked at now instead of at its next turn, also the messages that could not be taken before. */
export async function askForSync(tx: Tx, mailboxId: string) {
  await tx.sql('update mailbox_failure set next_try_at = now() where mailbox_id = $1', [mailboxId])
  await announceMailbox(tx, mailboxId)
}
