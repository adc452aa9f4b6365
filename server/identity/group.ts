import type { Input } from '../../shared/route.ts'
import type { changeGroup as contract, Group as GroupAnswer, listGroups as listContract } from '../../shared/user.ts'
import { mustBeKnown } from '../access/known-principals.ts'
import { inTurn, mustBeAsSeen } from '../database/as-seen.ts'
import type { Tx } from '../database/work.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Refusal } from '../refusal.ts'
import { Group, GroupMember } from './user.entity.ts'

/** Groups by name with their direct members, all of them unless so many are asked for. */
export async function listGroups(tx: Tx, { limit, cursor }: Input<typeof listContract>['querystring']) {
  const after = readNameCursor(cursor)
  const rows = await tx.sql<GroupAnswer>(
    `select g.id, g.name, g.everyone,
            (select coalesce(json_agg(m.member_id), '[]') from group_member m where m.group_id = g.id) as members
       from app_group g where (g.name, g.id) > ($1, $2) order by g.name, g.id limit $3`,
    [after.key, after.id, limit === undefined ? null : limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > items.length && last ? nameCursor({ key: last.name, id: last.id }) : null }
}

/** Creates a group of users and other groups. */
export async function createGroup(tx: Tx, name: string, members: string[]): Promise<GroupAnswer> {
  const group = tx.em.create(Group, { name: name.trim() })
  await tx.em.flush()
  await addMembers(tx, group.id, members)
  return present(group, members)
}

/** Renames a group or replaces its members. The group of everyone stays what it is. */
export async function changeGroup(
  tx: Tx,
  groupId: string,
  { was, ...change }: Input<typeof contract>['body'],
): Promise<GroupAnswer> {
  await inTurn(tx, groupId)
  const group = await tx.em.findOneOrFail(Group, { id: groupId })
  if (group.everyone) throw new Refusal('not-allowed')
  mustBeAsSeen(was, { name: group.name, members: await membersOf(tx, groupId) })
  if (change.name) group.name = change.name.trim()
  await tx.em.flush()
  if (change.members) {
    await tx.em.nativeDelete(GroupMember, { groupId, memberId: { $nin: change.members } })
    await addMembers(tx, groupId, change.members)
  }
  return present(group, await membersOf(tx, groupId))
}

async function membersOf(tx: Tx, groupId: string): Promise<string[]> {
  const edges = await tx.em.find(GroupMember, { groupId })
  return edges.map(edge => edge.memberId)
}

async function addMembers(tx: Tx, groupId: string, members: string[]) {
  if (members.length === 0) return
  await mustBeKnown(tx, members, 'members')
  const rows = members.map(memberId => ({ groupId, memberId }))
  await tx.em.upsertMany(GroupMember, rows, { onConflictAction: 'ignore' })
}

function present(group: Group, members: string[]): GroupAnswer {
  return { id: group.id, name: group.name, everyone: group.everyone, members }
}
