import type { AudienceInput } from '../../shared/audience.ts'
import type { MailboxConsent } from '../../shared/mailbox.ts'
import { principalsOf } from '../access/audience.ts'
import { mustBeKnown } from '../access/known-principals.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { announceMailbox } from './announce-mailbox.ts'
import { audienceOf } from './create-mailbox.ts'
import { pauseMailbox } from './pause-mailbox.ts'

/** What is filed by itself and who sees it; and who decides about the rest beside the owner. */
type Consent = MailboxConsent & { helpers?: AudienceInput }

/** Pauses or resumes a mailbox, and changes what its owner consents to; the database takes the second from him alone. */
export async function changeMailbox(tx: Tx, mailboxId: string, { paused, ...consent }: Consent & { paused?: boolean }) {
  if (Object.keys(consent).length > 0) await changeConsent(tx, mailboxId, consent)
  if (paused !== undefined) await pauseMailbox(tx, mailboxId, { paused })
}

async function changeConsent(tx: Tx, mailboxId: string, consent: Consent) {
  const { folders, audience, files, release, graceMinutes, marks, helpers } = consent
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
  const chosen = helpers && (await changeHelpers(tx, mailboxId, helpers))
  await record(tx, 'consented', 'mailbox', mailboxId, {
    changed: Object.keys(consent),
    ...(chosen && { helpers: chosen }),
  })
  await announceMailbox(tx, mailboxId)
}

/** Who stays keeps his day; whoever is no longer named sees nothing of what waits from that moment. */
async function changeHelpers(tx: Tx, mailboxId: string, helpers: AudienceInput): Promise<string[]> {
  const chosen = [...new Set(principalsOf(helpers))]
  await mustBeKnown(tx, chosen, 'helpers')
  await tx.sql('delete from mailbox_helper where mailbox_id = $1 and principal_id <> all($2::uuid[])', [
    mailboxId,
    chosen,
  ])
  await tx.sql(
    'insert into mailbox_helper (mailbox_id, principal_id) select $1, p from unnest($2::uuid[]) p on conflict do nothing',
    [mailboxId, chosen],
  )
  return chosen
}
