import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Refuses users and groups that are not there: an id in a body is checked like one in an address. */
export async function mustBeKnown(tx: Tx, principals: string[], field: string) {
  if (principals.length === 0) return
  const [row] = await tx.sql<{ known: boolean }>(
    `select not exists (select from unnest($1::uuid[]) p
       where not exists (select from app_user u where u.id = p) and not exists (select from app_group g where g.id = p)) as known`,
    [principals],
  )
  if (!row?.known) throw new Refusal('invalid', [field])
}
