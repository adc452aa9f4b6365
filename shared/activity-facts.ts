import * as Type from 'typebox'
import { Id, OptionalId, OptionalText, OptionalTime, Time } from './scalars.ts'

/** How far a task is. */
export const taskStates = ['new', 'in-progress', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** How much a task presses. */
export const priorities = ['low', 'normal', 'high'] as const
export type Priority = (typeof priorities)[number]

/** What of an activity may change, as its history names it. */
const activityFields = [
  'title',
  'note',
  'startsAt',
  'endsAt',
  'person',
  'direction',
  'dueOn',
  'priority',
  'state',
  'assignee',
  'accepted',
] as const
export type ActivityField = (typeof activityFields)[number]

/** One line of an activity's history: something that somebody said of it, or changed. */
export type ActivityEntry = Type.Static<typeof ActivityEntry>
export const ActivityEntry = Type.Object({
  id: Id,
  at: Time,
  by: Type.String(),
  comment: OptionalText,
  field: Type.Unsafe<ActivityField | null>({ type: ['string', 'null'] }),
  /** Of an assignee or a person: the name. */
  before: OptionalText,
  after: OptionalText,
})

/** What a call, meeting, task or note says, and what became of it. */
export type ActivityFacts = Type.Static<typeof ActivityFacts>
export const ActivityFacts = Type.Object({
  note: Type.String(),
  startsAt: OptionalTime,
  endsAt: OptionalTime,
  direction: Type.Unsafe<'in' | 'out' | null>({ type: ['string', 'null'] }),
  personId: OptionalId,
  personName: OptionalText,
  assigneeId: OptionalId,
  assigneeName: OptionalText,
  /** Who gave a task to its assignee, when that was somebody else. */
  givenBy: OptionalText,
  acceptedAt: OptionalTime,
  dueOn: OptionalText,
  priority: Type.Unsafe<Priority>({ type: 'string' }),
  state: Type.Unsafe<TaskState | null>({ type: ['string', 'null'] }),
  createdBy: Type.String(),
  createdAt: Time,
  mayChange: Type.Boolean(),
  history: Type.Array(ActivityEntry),
})
