import { useAppText } from '../app/surroundings.ts'
import { StandsNow } from '../ui/stands-now.tsx'
import type { ActivityDraft, SeenActivity } from './activity-draft.ts'

interface ActivityNowProps {
  now: ActivityDraft
  seen: SeenActivity
  draft: ActivityDraft
}

/** What stands now in those fields of an activity in which something else was typed. */
export function ActivityNow({ now, seen: { facts }, draft }: ActivityNowProps) {
  const { activity: text, activityForm } = useAppText()
  const direction = facts.direction ? text.directions[facts.direction] : ''
  const fields: [keyof ActivityDraft, string, string][] = [
    ['title', activityForm.title, now.title],
    ['start', text.start, now.start.replace('T', ' ')],
    ['minutes', text.minutes, now.minutes],
    ['direction', text.direction, direction],
    ['personId', text.person, facts.personName ?? ''],
    ['assigneeId', text.assignee, facts.assigneeName ?? ''],
    ['dueOn', text.due, now.dueOn],
    ['priority', text.priority, text.priorities[now.priority]],
    ['note', text.note, now.note],
  ]
  const differing = fields.filter(([field]) => draft[field] !== now[field])
  return <StandsNow fields={differing.map(([, name, words]) => [name, words])} />
}
