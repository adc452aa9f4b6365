import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { id, insertedAt, moment } from '../database/columns.ts'

/** A colleague. Created by the database's `create_user`, which also makes his address an own address. */
export const User = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: id(),
    email: p.text(),
    name: p.text(),
    language: p.text().$type<'pl' | 'en'>().default('pl'),
    isAdmin: p.boolean().default(false),
    disabledAt: moment().nullable(),
    createdAt: insertedAt(),
  },
})
export type User = InferEntity<typeof User>

/** A team or department. */
export const Group = defineEntity({
  name: 'Group',
  tableName: 'app_group',
  properties: {
    id: id(),
    name: p.text(),
    everyone: p.boolean().default(false),
    createdAt: insertedAt(),
  },
})
export type Group = InferEntity<typeof Group>

/** A direct member of a group: a user or another group. The closure is kept by a trigger. */
export const GroupMember = defineEntity({
  name: 'GroupMember',
  tableName: 'group_member',
  properties: {
    groupId: p.uuid().primary(),
    memberId: p.uuid().primary(),
  },
})
