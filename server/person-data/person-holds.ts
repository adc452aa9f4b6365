import type { PersonHold } from '../../shared/person-hold.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

const holdsSql = `
select h.id, h.address, h.reason, u.name as "placedBy", iso(h.placed_at) as "placedAt"
  from person_hold h left join app_user u on u.id = h.placed_by
 where h.lifted_at is null and ($1::uuid is null or h.id = $1) order by h.placed_at desc, h.id`

/** The holds in force; for administrators. */
export async function listPersonHolds(tx: Tx): Promise<{ items: PersonHold[] }> {
  await mustBeAdmin(tx)
  return { items: await tx.sql<PersonHold>(holdsSql, [null]) }
}

/** From now on nothing of her is erased. The log says that somebody is on hold, not who. */
export async function placePersonHold(
  tx: Tx,
  { address, reason }: { address: string; reason: string },
): Promise<PersonHold> {
  const me = await mustBeAdmin(tx)
  const [row] = await tx.sql<{ id: string }>(
    'insert into person_hold (address, reason, placed_by) values (lower($1), $2, $3) returning id',
    [address.trim(), reason.trim(), me],
  )
  const [hold] = await tx.sql<PersonHold>(holdsSql, [row?.id])
  if (!hold) throw new Error('a hold that was just placed is there')
  await record(tx, 'held', 'person-data', hold.id)
  return hold
}

/** Ends a hold; it stays in the records. */
export async function liftPersonHold(tx: Tx, holdId: string) {
  const me = await mustBeAdmin(tx)
  const lifted = await tx.sql(
    'update person_hold set lifted_by = $2, lifted_at = now() where id = $1 and lifted_at is null returning id',
    [holdId, me],
  )
  if (lifted.length === 0) throw new Refusal('not-found')
  await record(tx, 'lifted', 'person-data', holdId)
}

async function mustBeAdmin(tx: Tx): Promise<string> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  return me.id
}
