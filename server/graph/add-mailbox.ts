import type { MicrosoftMailboxInput } from '../../shared/microsoft.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { announceMailbox } from '../mailbox/announce-mailbox.ts'
import { consentColumns, ownerOf } from '../mailbox/create-mailbox.ts'
import { Refusal } from '../refusal.ts'
import { mustBeAdministrator } from './tenant.ts'

/** Has a mailbox of a connected tenant read from now on, as the user whose mail it is. Returns its id. */
export async function addMailbox(tx: Tx, input: MicrosoftMailboxInput): Promise<string> {
  await mustBeAdministrator(tx)
  const ownerId = await ownerOf(tx, input)
  const [tenant] = await tx.sql<{ tenant: string }>('select tenant from microsoft_tenant where id = $1', [
    input.tenantId,
  ])
  if (!tenant) throw new Refusal('invalid', ['tenantId'])
  const [row] = await tx.sql<{ id: string }>(
    `insert into mailbox (owner_id, kind, host, port, tls, user_name, secret, since, tenant_id,
         folders, audience, files, release, grace_minutes, marks, consent_by)
       values ($1, 'graph', $2, 443, true, $3, '', $4, $5, $6, $7, $8, $9, $10, $11, me()) returning id`,
    [ownerId, tenant.tenant, input.user.toLowerCase(), input.since, input.tenantId, ...consentColumns(input)],
  )
  if (!row) throw new Error('an insert answers its id')
  await record(tx, 'created', 'mailbox', row.id, { ownerId })
  await announceMailbox(tx, row.id)
  return row.id
}
