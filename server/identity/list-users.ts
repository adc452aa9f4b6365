import type { Input } from '../../shared/route.ts'
import type { listUsers as contract, User } from '../../shared/user.ts'
import type { Tx } from '../database/work.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'

interface Row extends User {
  isFormer: boolean
}

/** Colleagues by name, all of them unless so many are asked for. */
export async function listUsers(tx: Tx, { former = false, limit, cursor }: Input<typeof contract>['querystring']) {
  const after = readNameCursor(cursor)
  const rows = await tx.sql<Row>(
    `select id, name, email, is_admin as "isAdmin", disabled_at is not null as "isFormer" from app_user
      where ($1 or disabled_at is null) and (name, id) > ($2, $3) order by name, id limit $4`,
    [former, after.key, after.id, limit === undefined ? null : limit + 1],
  )
  const items = rows.slice(0, limit).map(({ isFormer, ...user }) => ({ ...user, ...(isFormer && { isFormer }) }))
  const last = items.at(-1)
  return { items, next: rows.length > items.length && last ? nameCursor({ key: last.name, id: last.id }) : null }
}
