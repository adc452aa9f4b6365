/** How far a task is. */
export const taskStates = ['new', 'in-progress', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** How much a task presses. */
export const priorities = ['low', 'normal', 'high'] as const
export type Priority = (typeof priorities)[number]

/** What of an activity may change, as its history names it. */
export type ActivityField =
  | 'title'
  | 'note'
  | 'startsAt'
  | 'endsAt'
  | 'person'
  | 'direction'
  | 'dueOn'
  | 'priority'
  | 'state'
  | 'assignee'
  | 'accepted'

/** One line of an activity's history: something that somebody said of it, or changed. */
export interface ActivityEntry {
  id: string
  at: string
  by: string
  comment: string | null
  field: ActivityField | null
  /** Of an assignee or a person: the name. */
  before: string | null
  after: string | null
}

/** What a call, meeting, task or note says, and what became of it. Days are calendar days, moments ISO texts. */
export interface ActivityFacts {
  note: string
  startsAt: string | null
  endsAt: string | null
  direction: 'in' | 'out' | null
  personId: string | null
  personName: string | null
  assigneeId: string | null
  assigneeName: string | null
  /** Who gave a task to its assignee, when that was somebody else. */
  givenBy: string | null
  acceptedAt: string | null
  dueOn: string | null
  priority: Priority
  state: TaskState | null
  createdBy: string
  createdAt: string
  mayChange: boolean
  history: ActivityEntry[]
}
