import type { Mailbox } from '../../shared/mailbox.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { mailboxesSql } from './mailbox.sql.ts'

/** The mailboxes that the current user may see, with their health. */
export async function readMailboxes(tx: Tx, now: Date): Promise<Mailbox[]> {
  return (await tx.sql<Mailbox>(mailboxesSql, [null, now])).map(whole)
}

/** One mailbox with its health. */
export async function readMailbox(tx: Tx, mailboxId: string, now: Date): Promise<Mailbox> {
  const [row] = await tx.sql<Mailbox>(mailboxesSql, [mailboxId, now])
  if (!row) throw new Refusal('not-found')
  return whole(row)
}

/** Clocks of two machines differ; nothing is stored in the future. */
function whole(row: Mailbox): Mailbox {
  return { ...row, lag: row.lag === null ? null : Math.max(0, row.lag) }
}
