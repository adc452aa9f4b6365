import type { MailboxInput } from '../../shared/mailbox.ts'
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
  const me = await readMe(tx)
  const ownerId = input.ownerId ?? me.id
  if (ownerId !== me.id && !me.isAdmin) throw new Refusal('not-allowed')
  const owners = await tx.sql('select 1 from app_user where id = $1 and disabled_at is null', [ownerId])
  if (owners.length === 0) throw new Refusal('invalid', ['ownerId'])
  await mustBeKnown(tx, principalsOf(input.audience ?? {}), 'audience')
  if (!input.tls && !(await maySpeakPlainly(tx, input.host))) throw new Refusal('invalid', ['tls'])

  const { host, port, tls, user, password, since } = input
  const secret = sealPassword(key, password, { host, port, tls, user })
  const audience = { users: input.audience?.users ?? [], groups: input.audience?.groups ?? [] }
  const [row] = await tx.sql<{ id: string }>(
    `insert into mailbox (owner_id, kind, host, port, tls, user_name, secret, since, folders, audience)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [ownerId, input.kind, host, port, tls, user, secret, since, input.folders ?? [], JSON.stringify(audience)],
  )
  if (!row) throw new Error('an insert answers its id')
  await record(tx, 'created', 'mailbox', row.id, { ownerId })
  await announceMailbox(tx, row.id)
  return row.id
}
