import type { changeActivity, createActivity } from '../../shared/activity.ts'
import type { ActivityFacts, Priority } from '../../shared/activity-facts.ts'
import { isDuration } from '../../shared/duration.ts'
import { FIRST_MS, LAST_MS } from '../../shared/reach.ts'
import type { Input } from '../../shared/route.ts'
import { readDay } from '../app/list-filter.ts'
import { localMinute } from '../ui/local-minute.ts'

/** What can be logged by hand. */
export type ActivityKind = Input<typeof createActivity>['body']['kind']

const MINUTE_MS = 60_000

/** An activity as its form holds it: text in every field, empty where there is nothing. */
export interface ActivityDraft {
  kind: ActivityKind
  title: string
  note: string
  /** As a field for day and time holds it, in the reader's own time. */
  start: string
  minutes: string
  direction: '' | 'in' | 'out'
  personId: string
  /** With whom it was when the form opened: somebody who was removed since is no longer among the people to choose from. */
  knownPerson: { id: string; name: string } | null
  assigneeId: string
  dueOn: string
  priority: Priority
}

/** An activity as it was when its form opened, or when it was asked for since. */
export interface SeenActivity {
  title: string
  facts: ActivityFacts
}

/** The form of something new, which begins now. */
export function newDraft(kind: ActivityKind, now: Date, me: string): ActivityDraft {
  return {
    kind,
    title: '',
    note: '',
    start: localMinute(now),
    minutes: '',
    direction: '',
    personId: '',
    knownPerson: null,
    assigneeId: me,
    dueOn: '',
    priority: 'normal',
  }
}

/** The form of something known. */
export function draftOf(kind: ActivityKind, title: string, facts: ActivityFacts): ActivityDraft {
  const { startsAt, endsAt } = facts
  return {
    kind,
    title,
    note: facts.note,
    start: startsAt ? localMinute(new Date(startsAt)) : '',
    minutes: startsAt && endsAt ? String(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS)) : '',
    direction: facts.direction ?? '',
    personId: facts.personId ?? '',
    knownPerson: facts.personId ? { id: facts.personId, name: facts.personName ?? '' } : null,
    assigneeId: facts.assigneeId ?? '',
    dueOn: facts.dueOn ?? '',
    priority: facts.priority,
  }
}

/** What is wrong with a form, by field. What it began with and nobody touched is not: an invitation may last a month. */
export function faultsOf(
  draft: ActivityDraft,
  before?: ActivityDraft,
): { title?: true; start?: true; minutes?: true; dueOn?: true } {
  const hasTime = draft.kind === 'call' || draft.kind === 'meeting'
  const isOwnLength = draft.minutes !== before?.minutes
  return {
    ...(draft.title.trim() === '' && { title: true }),
    ...(hasTime && !isWithinReach(draft) && { start: true }),
    ...(hasTime && isOwnLength && !isDuration(draft.minutes) && { minutes: true }),
    ...(draft.kind === 'task' && draft.dueOn !== '' && readDay(draft.dueOn) === '' && { dueOn: true }),
  }
}

/** Whether there is a beginning, and it and the end lie where the server knows of moments. */
function isWithinReach({ start, minutes }: ActivityDraft): boolean {
  const begin = Date.parse(start)
  return begin >= FIRST_MS && begin + (isDuration(minutes) ? Number(minutes) * MINUTE_MS : 0) <= LAST_MS
}

/** What the server is asked to change: only what differs, so that nothing stands in the history that nobody did. */
export function changeOf(before: ActivityDraft, after: ActivityDraft): Input<typeof changeActivity>['body'] {
  const differs = (...fields: (keyof ActivityDraft)[]) => fields.some(field => before[field] !== after[field])
  const { startsAt, endsAt } = times(after)
  return {
    ...(differs('title') && { title: after.title.trim() }),
    ...(differs('note') && { note: after.note }),
    ...(differs('start') && { startsAt: startsAt ?? null }),
    ...(differs('start', 'minutes') && { endsAt: endsAt ?? null }),
    ...(differs('direction') && { direction: after.direction || null }),
    ...(differs('personId') && { personId: after.personId || null }),
    ...(differs('assigneeId') && after.assigneeId && { assigneeId: after.assigneeId }),
    ...(differs('dueOn') && { dueOn: after.dueOn || null }),
    ...(differs('priority') && { priority: after.priority }),
  }
}

/** What the writer saw of the fields that he changes: nobody else's later word in them is replaced unread. */
export function seenOf(body: Input<typeof changeActivity>['body'], { title, facts }: SeenActivity) {
  const now = { ...facts, title }
  const fields = [...seenFields.filter(field => field in body), ...('endsAt' in body ? (['startsAt'] as const) : [])]
  return Object.fromEntries(fields.map(field => [field, now[field]]))
}

const seenFields = [
  'title',
  'note',
  'startsAt',
  'endsAt',
  'direction',
  'personId',
  'assigneeId',
  'dueOn',
  'priority',
] as const

/** What the server is asked to log. */
export function creationOf(
  draft: ActivityDraft,
  place: { contractorId: string; caseId?: string; fromItemId?: string },
): Input<typeof createActivity>['body'] {
  const base = { kind: draft.kind, ...place, title: draft.title.trim(), note: draft.note }
  if (draft.kind === 'note') return base
  const person = draft.personId ? { personId: draft.personId } : {}
  if (draft.kind === 'task') {
    const due = draft.dueOn ? { dueOn: draft.dueOn } : {}
    return { ...base, ...person, ...due, assigneeId: draft.assigneeId, priority: draft.priority }
  }
  const direction = draft.kind === 'call' && draft.direction ? { direction: draft.direction } : {}
  return { ...base, ...person, ...times(draft), ...direction }
}

function times({ start, minutes }: ActivityDraft): { startsAt?: string; endsAt?: string } {
  const begin = Date.parse(start)
  if (Number.isNaN(begin)) return {}
  const startsAt = new Date(begin).toISOString()
  if (minutes === '') return { startsAt }
  return { startsAt, endsAt: new Date(begin + Number(minutes) * MINUTE_MS).toISOString() }
}
