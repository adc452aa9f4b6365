import * as Type from 'typebox'
import { type Priority, priorities, type TaskState, taskStates } from './activity-facts.ts'
import { asSeen } from './as-seen.ts'
import { ItemRow } from './item.ts'
import { route } from './route.ts'
import { Cursor, Day, Id, Limit, Nothing, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'

/** Logs a call, meeting or note, or sets a task, in a contractor's file and, if given, a case of it. */
export const createActivity = route({
  method: 'POST',
  url: '/api/activities',
  schema: {
    summary: 'Log an activity',
    body: Type.Object(
      {
        /** The activity's own number, made by who asks: sent again, as after an answer that was lost, it makes no second one. */
        id: Type.Optional(Id),
        kind: Type.Enum(['call', 'meeting', 'task', 'note']),
        contractorId: Id,
        caseId: Type.Optional(Id),
        title: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
        note: Type.Optional(Type.String({ maxLength: 50_000 })),
        startsAt: Type.Optional(Time),
        endsAt: Type.Optional(Time),
        personId: Type.Optional(Id),
        direction: Type.Optional(Type.Enum(['in', 'out'])),
        assigneeId: Type.Optional(Id),
        dueOn: Type.Optional(Day),
        state: Type.Optional(Type.Enum([...taskStates])),
        priority: Type.Optional(Type.Enum([...priorities])),
        /** The item of the mail of which it is made; linked to each other for whoever sees both. */
        fromItemId: Type.Optional(Id),
        /** The same by what a mail program knows of the mail: where it is filed nowhere yet, the link is there once it is. */
        fromMail: Type.Optional(
          Type.Object(
            { messageId: Type.String({ maxLength: 2000 }), sender: Type.String({ maxLength: 320 }) },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
    response: { 201: ItemRow },
  },
})

const ActivityParams = Type.Object({ activityId: Id })

/** What the form of an activity changes. */
const formFields = {
  title: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
  note: Type.String({ maxLength: 50_000 }),
  startsAt: Type.Union([Time, Type.Null()]),
  endsAt: Type.Union([Time, Type.Null()]),
  personId: Type.Union([Id, Type.Null()]),
  direction: Type.Union([Type.Enum(['in', 'out']), Type.Null()]),
  dueOn: Type.Union([Day, Type.Null()]),
  priority: Type.Enum([...priorities]),
}

/** Changes what is named: the words, when it is, and of a task its state, who has to do it, and whether he has said yes. */
export const changeActivity = route({
  method: 'PATCH',
  url: '/api/activities/:activityId',
  schema: {
    summary: 'Change an activity',
    params: ActivityParams,
    body: Type.Object(
      {
        ...Type.Partial(Type.Object(formFields)).properties,
        assigneeId: Type.Optional(Id),
        state: Type.Optional(Type.Enum([...taskStates])),
        /** Said by the one who has to do it. */
        accepted: Type.Optional(Type.Literal(true)),
        /** The item of the mail of which it was made; null where the link is wrong. Nothing comes of it where the reader does not see the mail that it is linked to. */
        fromItemId: Type.Optional(Type.Union([Id, Type.Null()])),
        was: asSeen({ ...formFields, assigneeId: OptionalId }),
      },
      { additionalProperties: false },
    ),
    response: { 204: Nothing },
  },
})

/** Says something about an activity, for all who see it. */
export const commentActivity = route({
  method: 'POST',
  url: '/api/activities/:activityId/comments',
  schema: {
    summary: 'Comment on an activity',
    params: ActivityParams,
    body: Type.Object(
      { comment: Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    response: { 204: Nothing },
  },
})

/** A task that is still to be done. */
export type TaskRow = Type.Static<typeof TaskRow>
export const TaskRow = Type.Object({
  /** The activity's. */
  id: Id,
  itemId: Id,
  title: Type.String(),
  state: Type.Unsafe<TaskState>({ type: 'string' }),
  priority: Type.Unsafe<Priority>({ type: 'string' }),
  dueOn: OptionalText,
  assigneeId: OptionalId,
  assigneeName: OptionalText,
  givenBy: OptionalText,
  acceptedAt: OptionalTime,
  contractorId: OptionalId,
  contractorName: OptionalText,
})

/** Whose open tasks, of which contractor or case, and with which words. */
export const TaskQuery = Type.Object({
  of: Type.Optional(Type.Enum(['mine', 'given', 'all'])),
  contractorId: Type.Optional(Id),
  caseId: Type.Optional(Id),
  /** Words of the title, the note or the comments, read as in any search. */
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})

/**
 * Open tasks, those due first: `mine` to do, `given` by me to others, or `all` of one contractor or case, as far as the
 * reader may see them.
 */
export const listTasks = route({
  method: 'GET',
  url: '/api/tasks',
  schema: { summary: 'Open tasks', querystring: TaskQuery, response: { 200: page(TaskRow) } },
})
