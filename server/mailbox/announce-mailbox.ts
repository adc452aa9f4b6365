import type { Tx } from '../database/work.ts'

/** The channel on which every process that reads mailboxes listens. */
export const MAILBOX_CHANNEL = 'lupa_mailbox'

/** Tells whoever reads mailboxes, in whatever process, that this one was added, removed or is to be looked at now. */
export async function announceMailbox(tx: Tx, mailboxId: string) {
  await tx.sql('select pg_notify($1, $2)', [MAILBOX_CHANNEL, mailboxId])
}
