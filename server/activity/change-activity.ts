import type { changeActivity as contract } from '../../shared/activity.ts'
import type { Input } from '../../shared/route.ts'
import { Person } from '../contractor/contractor.entity.ts'
import { inTurn, mustBeAsSeen } from '../database/as-seen.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { wordsOf } from '../search/analyse.ts'
import { Activity } from './activity.entity.ts'
import { activityWords } from './activity-words.ts'
import { originOf } from './origin-of.ts'

type ActivityChange = Input<typeof contract>['body']

const ofTasks = ['assigneeId', 'dueOn', 'priority', 'state', 'accepted'] as const

/** Changes an activity, and with it the rows, words and history that it has. Who may is decided where it is stored. */
export async function changeActivity(tx: Tx, activityId: string, { was, ...change }: ActivityChange, now: Date) {
  await inTurn(tx, activityId)
  const activity = await tx.em.findOneOrFail(Activity, { id: activityId })
  mustBeAsSeen(was, activity)
  const faults = ofTasks.filter(field => change[field] !== undefined && activity.kind !== 'task')
  if (faults.length > 0) throw new Refusal('invalid', faults)
  if (change.personId && change.personId !== activity.personId)
    await tx.em.findOneOrFail(Person, { id: change.personId, contractorId: activity.contractorId, removedAt: null })
  mustEndAfterStart(activity, change)
  const title = change.title?.trim() ?? activity.title
  const isReworded = change.title !== undefined || change.note !== undefined
  const words = isReworded ? activityWords(title, change.note ?? activity.note) : {}
  const named = change.title === undefined ? {} : { title }
  const origin = change.fromItemId ? await originOf(tx, { fromItemId: change.fromItemId }) : {}
  await tx.sql('select change_activity($1, $2)', [
    activityId,
    JSON.stringify({ ...change, ...named, ...words, ...origin, now: now.toISOString() }),
  ])
}

/** Says something about an activity, by which it is found too. */
export async function commentActivity(tx: Tx, activityId: string, comment: string) {
  await tx.sql('select comment_activity($1, $2, $3)', [activityId, comment, wordsOf(comment)])
}

function mustEndAfterStart(activity: Activity, change: Omit<ActivityChange, 'was'>) {
  const startsAt = change.startsAt === undefined ? activity.startsAt : change.startsAt
  const endsAt = change.endsAt === undefined ? activity.endsAt : change.endsAt
  if (startsAt && endsAt && new Date(endsAt) < new Date(startsAt)) throw new Refusal('invalid', ['endsAt'])
}
