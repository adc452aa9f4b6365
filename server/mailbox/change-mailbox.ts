import type { MailboxConsent } from '../../shared/mailbox.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { announceMailbox } from './announce-mailbox.ts'
import { audienceOf } from './create-mailbox.ts'
import { pauseMailbox } from './pause-mailbox.ts'

/** Pauses or resumes a mailbox, and changes what its owner consents to; the database takes the second from him alone. */
export async function changeMailbox(
  tx: Tx,
  mailboxId: string,
  { paused, ...consent }: MailboxConsent & { paused?: boolean },
) {
  if (Object.keys(consent).length > 0) await changeConsent(tx, mailboxId, consent)
  if (paused !== undefined) await pauseMailbox(tx, mailboxId, { paused })
}

async function changeConsent(tx: Tx, mailboxId: string, consent: MailboxConsent) {
  const { folders, audience, files, release, graceMinutes, marks } = consent
  const rows = await tx.sql<{ is_mine: boolean }>(
    `update mailbox set folders = coalesce($2, folders), audience = coalesce($3, audience), files = coalesce($4, files), release = coalesce($5, release),
       grace_minutes = coalesce($6, grace_minutes), marks = coalesce($7, marks), mark_trouble = null, consent_by = me(), consent_at = now()
     where id = $1 returning owner_id = me() as is_mine`,
    [
      mailboxId,
      folders ?? null,
      audience ? JSON.stringify(audienceOf(audience)) : null,
      files ?? null,
      release ?? null,
      graceMinutes ?? null,
      marks ?? null,
    ],
  )
  if (rows.length === 0) throw new Refusal('not-found')
  // Also what would change nothing: to consent in somebody's name is not to be tried.
  if (!rows[0]?.is_mine) throw new Refusal('not-allowed')
  await record(tx, 'consented', 'mailbox', mailboxId, { changed: Object.keys(consent) })
  await announceMailbox(tx, mailboxId)
}
