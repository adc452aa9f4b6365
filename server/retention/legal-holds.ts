import type { listLegalHolds as contract, LegalHold } from '../../shared/retention.ts'
import type { Input } from '../../shared/route.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { pageOf, readCursor } from '../list/cursor.ts'
import { Refusal } from '../refusal.ts'

const holdsSql = `
select h.id, h.object_type as "objectType", h.object_id as "objectId", coalesce(c.name, k.reference || ' ' || k.title) as "objectName",
       h.reason, u.name as "placedBy", iso(h.placed_at) as "placedAt"
  from legal_hold h left join app_user u on u.id = h.placed_by
  left join contractor c on h.object_type = 'contractor' and c.id = h.object_id
  left join case_file k on h.object_type = 'case' and k.id = h.object_id
 where h.lifted_at is null and ($1::uuid is null or h.id = $1)
   and (date_trunc('milliseconds', h.placed_at), h.id) < ($2, $3)
 order by date_trunc('milliseconds', h.placed_at) desc, h.id desc limit $4`

/** The holds in force, the newest first, all of them unless so many are asked for; for administrators. */
export async function listLegalHolds(tx: Tx, { limit, cursor }: Input<typeof contract>['querystring']) {
  await mustBeAdmin(tx)
  const before = readCursor(cursor)
  const rows = await tx.sql<LegalHold>(holdsSql, [null, before.at, before.id, limit === undefined ? null : limit + 1])
  return pageOf(rows, limit ?? rows.length, row => row.placedAt)
}

/** From now on nothing of it is erased. Of what is held already the first reason stays. */
export async function placeLegalHold(
  tx: Tx,
  { objectType, objectId, reason }: { objectType: 'contractor' | 'case'; objectId: string; reason: string },
): Promise<LegalHold> {
  const me = await mustBeAdmin(tx)
  const table = objectType === 'case' ? 'case_file' : 'contractor'
  const [seen] = await tx.sql(`select 1 from ${table} where id = $1`, [objectId])
  if (!seen) throw new Refusal('not-found')
  const [row] = await tx.sql<{ id: string }>(
    'insert into legal_hold (object_type, object_id, reason, placed_by) values ($1, $2, $3, $4) returning id',
    [objectType, objectId, reason.trim(), me],
  )
  const start = readCursor(undefined)
  const [hold] = await tx.sql<LegalHold>(holdsSql, [row?.id, start.at, start.id, 1])
  if (!hold) throw new Error('a hold that was just placed is there')
  await record(tx, 'held', objectType, objectId, { reason: reason.trim() })
  return hold
}

/** Ends a hold; it stays in the records. */
export async function liftLegalHold(tx: Tx, holdId: string) {
  const me = await mustBeAdmin(tx)
  const [lifted] = await tx.sql<{ objectType: string; objectId: string }>(
    `update legal_hold set lifted_by = $2, lifted_at = now() where id = $1 and lifted_at is null
      returning object_type as "objectType", object_id as "objectId"`,
    [holdId, me],
  )
  if (!lifted) throw new Refusal('not-found')
  await record(tx, 'lifted', lifted.objectType, lifted.objectId)
}

async function mustBeAdmin(tx: Tx): Promise<string> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  return me.id
}
