import type { MicrosoftMailboxInput } from '../../shared/microsoft.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { announceMailbox } from '../mailbox/announce-mailbox.ts'
import { Refusal } from '../refusal.ts'
import { mustBeAdministrator } from './tenant.ts'

/** Has a mailbox of a connected tenant read from now on, as the user whose mail it is. Returns its id. */
export async function addMailbox(tx: Tx, input: MicrosoftMailboxInput): Promise<string> {
  const me = await mustBeAdministrator(tx)
  const ownerId = input.ownerId ?? me.id
  const owners = await tx.sql('select 1 from app_user where id = $1 and disabled_at is null', [ownerId])
  if (owners.length === 0) throw new Refusal('invalid', ['ownerId'])
  const [tenant] = await tx.sql<{ tenant: string }>('select tenant from microsoft_tenant where id = $1', [
    input.tenantId,
  ])
  if (!tenant) throw new Refusal('invalid', ['tenantId'])
  const [row] = await tx.sql<{ id: string }>(
    `insert into mailbox (owner_id, kind, host, port, tls, user_name, secret, since, folders, tenant_id, audience)
       values ($1, 'graph', $2, 443, true, $3, '', $4, $5, $6, '{"users": [], "groups": []}') returning id`,
    [ownerId, tenant.tenant, input.user.toLowerCase(), input.since, input.folders ?? [], input.tenantId],
  )
  if (!row) throw new Error('an insert answers its id')
  await record(tx, 'created', 'mailbox', row.id, { ownerId })
  await announceMailbox(tx, row.id)
  return row.id
}
