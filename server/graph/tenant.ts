import type { MicrosoftTenant, MicrosoftTenantInput } from '../../shared/microsoft.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { announceMailbox } from '../mailbox/announce-mailbox.ts'
import { sealPassword } from '../mailbox/seal-password.ts'
import { Refusal } from '../refusal.ts'
import { secretUse } from './read-settings.ts'

const fields = 'id, tenant, client_id as "clientId", iso(created_at) as "createdAt"'

/** Connects a tenant by its application, or gives a connected one another application. */
export async function putTenant(tx: Tx, input: MicrosoftTenantInput, key: Buffer): Promise<MicrosoftTenant> {
  const me = await mustBeAdministrator(tx)
  const tenant = input.tenant.toLowerCase()
  const secret = sealPassword(key, input.clientSecret, secretUse(tenant, input.clientId))
  const [row] = await tx.sql<MicrosoftTenant>(
    `insert into microsoft_tenant (tenant, client_id, secret, created_by) values ($1, $2, $3, $4)
       on conflict (tenant) do update set client_id = $2, secret = $3 returning ${fields}`,
    [tenant, input.clientId, secret, me.id],
  )
  if (!row) throw new Error('an insert answers its row')
  await record(tx, 'connected', 'microsoft-tenant', row.id)
  await announceMailboxes(tx, row.id)
  return row
}

/** The tenants, for administrators. */
export async function listTenants(tx: Tx) {
  await mustBeAdministrator(tx)
  return { items: await tx.sql<MicrosoftTenant>(`select ${fields} from microsoft_tenant order by tenant`), next: null }
}

/** Forgets a tenant and its secret, and stops reading its mailboxes. */
export async function removeTenant(tx: Tx, tenantId: string) {
  await mustBeAdministrator(tx)
  const mailboxes = await tx.sql<{ id: string }>('select id from mailbox where tenant_id = $1', [tenantId])
  const rows = await tx.sql('delete from microsoft_tenant where id = $1 returning id', [tenantId])
  if (rows.length === 0) throw new Refusal('not-found')
  await record(tx, 'disconnected', 'microsoft-tenant', tenantId)
  for (const { id } of mailboxes) await announceMailbox(tx, id)
}

async function announceMailboxes(tx: Tx, tenantId: string) {
  const mailboxes = await tx.sql<{ id: string }>('select id from mailbox where tenant_id = $1', [tenantId])
  for (const { id } of mailboxes) await announceMailbox(tx, id)
}

/** Whoever keeps a tenant's application could read anybody's mail there. */
export async function mustBeAdministrator(tx: Tx) {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  return me
}
