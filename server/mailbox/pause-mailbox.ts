import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { announceMailbox } from './announce-mailbox.ts'

/** Leaves a mailbox alone, or goes on where it was left. Doing it twice changes nothing. */
export async function pauseMailbox(tx: Tx, mailboxId: string, { paused }: { paused: boolean }) {
  const rows = await tx.sql<{ is_changed: boolean }>(
    `update mailbox m set paused_at = case when $2 then coalesce(m.paused_at, now()) end
       from (select id, paused_at is not null as was_paused from mailbox where id = $1) before
      where m.id = before.id returning before.was_paused <> $2 as is_changed`,
    [mailboxId, paused],
  )
  if (rows.length === 0) throw new Refusal('not-found')
  if (rows[0]?.is_changed) await record(tx, paused ? 'paused' : 'resumed', 'mailbox', mailboxId)
  await announceMailbox(tx, mailboxId)
}
