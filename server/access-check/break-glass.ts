import type { BreakGlass, breakGlass as contract } from '../../shared/access-check.ts'
import type { Input } from '../../shared/route.ts'
import type { Tx } from '../database/work.ts'

const openingsSql = `
select id, user_id as "userId", user_name as "userName", object_type as "objectType", object_id as "objectId", reason,
       opened_at as "openedAt", expires_at as "expiresAt", closed_at as "closedAt" from openings()`

/** Own openings, and those of what the current user looks after, newest first. */
export function listOpenings(tx: Tx): Promise<BreakGlass[]> {
  return tx.sql<BreakGlass>(openingsSql)
}

/** Opens what an administrator does not see, for a time, and tells those whom it concerns. */
export async function openBreakGlass(tx: Tx, input: Input<typeof contract>['body']): Promise<BreakGlass> {
  const { objectType, objectId, reason, minutes } = input
  const [opened] = await tx.sql<{ id: string }>('select open_break_glass($1, $2, $3, $4) as id', [
    objectType,
    objectId,
    reason.trim(),
    minutes,
  ])
  const opening = (await listOpenings(tx)).find(one => one.id === opened?.id)
  if (!opening) throw new Error('an opening is seen by the one who made it')
  return opening
}

/** Ends an opening before its time. */
export async function endBreakGlass(tx: Tx, id: string) {
  await tx.sql('select end_break_glass($1)', [id])
}
