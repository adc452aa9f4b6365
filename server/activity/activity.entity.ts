import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { id, insertedAt, moment } from '../database/columns.ts'

/** A call, meeting, task or note. */
export const Activity = defineEntity({
  name: 'Activity',
  properties: {
    id: id(),
    kind: p.text().$type<'call' | 'meeting' | 'task' | 'note'>(),
    contractorId: p.uuid(),
    title: p.text(),
    note: p.text().default(''),
    startsAt: moment().nullable(),
    endsAt: moment().nullable(),
    personId: p.uuid().nullable(),
    direction: p.text().$type<'in' | 'out'>().nullable(),
    assigneeId: p.uuid().nullable(),
    dueOn: p.date().nullable(),
    state: p.text().$type<'new' | 'in-progress' | 'done' | 'cancelled'>().nullable(),
    stateAt: insertedAt(),
    priority: p.text().$type<'low' | 'normal' | 'high'>().default('normal'),
    acceptedAt: moment().nullable(),
    givenBy: p.uuid().nullable(),
    /** The mail of which it was made. */
    fromMessageId: p.uuid().nullable(),
    /** The same by its Message-ID and sender, also of mail that is filed nowhere: `mail_mark` of the database. */
    fromMark: p.text().nullable(),
    createdBy: p.uuid(),
    createdAt: insertedAt(),
  },
})
export type Activity = InferEntity<typeof Activity>
