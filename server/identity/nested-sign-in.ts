import type { NestedProvider } from '../../shared/nested-sign-in.ts'
import type { Tx } from '../database/work.ts'
import type { Person } from './ask-provider.ts'
import { scopeFor, tenantOf } from './nested-account.ts'
import { listProviders } from './provider.ts'
import { type Entered, enter, type Visit } from './session.ts'

/** The providers that are a tenant's own sign-in at Microsoft, so that Outlook can ask them for its own account. */
export async function listNested(tx: Tx, login: string): Promise<NestedProvider[]> {
  const nested: NestedProvider[] = []
  for (const { id, name } of await listProviders(tx)) {
    const [row] = await tx.sql<{ issuer: string; client_id: string }>(
      'select issuer, client_id from open_provider($1)',
      [id],
    )
    const tenant = row && tenantOf(row.issuer, login)
    if (tenant)
      nested.push({
        id,
        name,
        clientId: row.client_id,
        authority: `${login}/${tenant}`,
        scope: scopeFor(row.client_id),
      })
  }
  return nested
}

/** Lets in whoever is known by this identity; null when nobody is, and then he may wait to be known. */
export async function enterNested(
  tx: Tx,
  { issuer, subject, label, providerId }: Person & { providerId: string },
  visit: Visit,
  now: Date,
): Promise<Entered | null> {
  const [known] = await tx.sql<{ id: string | null }>('select user_of_identity($1, $2, $3, $4, null, null) as id', [
    issuer,
    subject,
    providerId,
    label,
  ])
  return known?.id ? enter(tx, known.id, visit, now) : null
}
