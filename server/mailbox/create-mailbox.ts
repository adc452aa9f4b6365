import type { AudienceInput } from '../../shared/audience.ts'
import type { MailboxConsent, MailboxInput } from '../../shared/mailbox.ts'
import { principalsOf } from '../access/audience.ts'
import { mustBeKnown } from '../access/known-principals.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'
import { announceMailbox } from './announce-mailbox.ts'
import { maySpeakPlainly } from './plain-text.ts'
import { sealPassword } from './seal-password.ts'

/** Adds a mailbox, for oneself or (administrators) for anybody, and has it read from now on. Returns its id. */
export async function createMailbox(tx: Tx, input: MailboxInput, key: Buffer): Promise<string> {
  const ownerId = await ownerOf(tx, input)
  await mustBeKnown(tx, principalsOf(input.audience ?? {}), 'audience')
  const { host, port, tls, user, since, signIn = 'password', authority } = input
  if (!tls && !(await maySpeakPlainly(tx, host))) throw new Refusal('invalid', ['tls'])
  await mustFit(tx, input)
  const use = { host, port, tls, user, signIn, ...(authority && { authority }) }
  const secret = input.password ? sealPassword(key, input.password, use) : Buffer.alloc(0)
  const consent = consentColumns(input)
  const [row] = await tx.sql<{ id: string }>(
    `insert into mailbox (owner_id, kind, host, port, tls, user_name, sign_in, authority, tenant_id, secret, since,
         folders, audience, files, release, grace_minutes, marks, consent_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, me()) returning id`,
    [
      ownerId,
      input.kind,
      host,
      port,
      tls,
      user,
      signIn,
      authority ?? null,
      input.tenantId ?? null,
      secret,
      since,
      ...consent,
    ],
  )
  if (!row) throw new Error('an insert answers its id')
  await record(tx, 'created', 'mailbox', row.id, { ownerId })
  await announceMailbox(tx, row.id)
  return row.id
}

/** Whose mailbox it will be: one's own, or for administrators that of anybody who works here. */
export async function ownerOf(tx: Tx, { ownerId: wanted }: { ownerId?: string }): Promise<string> {
  const me = await readMe(tx)
  const ownerId = wanted ?? me.id
  if (ownerId !== me.id && !me.isAdmin) throw new Refusal('not-allowed')
  const owners = await tx.sql('select 1 from app_user where id = $1 and disabled_at is null', [ownerId])
  if (owners.length === 0) throw new Refusal('invalid', ['ownerId'])
  return ownerId
}

/** Folders, audience, files, release, minutes of grace and marks, as they begin. */
export function consentColumns({ folders, audience, files, release, graceMinutes, marks }: MailboxConsent): unknown[] {
  const shown = JSON.stringify(audienceOf(audience ?? {}))
  return [folders ?? [], shown, files ?? 'all', release ?? 'at-once', graceMinutes ?? 30, marks ?? false]
}

/** An audience as it is kept. */
export function audienceOf({ users, groups }: AudienceInput) {
  return { users: users ?? [], groups: groups ?? [] }
}

/** The application of a tenant reads anybody's mail, so it signs in for administrators only; the others need their own secret. */
async function mustFit(tx: Tx, { signIn, password, tenantId }: MailboxInput) {
  const isMicrosoft = signIn === 'microsoft'
  if (isMicrosoft === Boolean(password)) throw new Refusal('invalid', ['password'])
  if (isMicrosoft !== Boolean(tenantId)) throw new Refusal('invalid', ['tenantId'])
  if (!isMicrosoft) return
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  const tenants = await tx.sql('select 1 from microsoft_tenant where id = $1', [tenantId])
  if (tenants.length === 0) throw new Refusal('invalid', ['tenantId'])
}
