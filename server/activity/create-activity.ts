import type { createActivity as contract } from '../../shared/activity.ts'
import type { Input } from '../../shared/route.ts'
import { principalsOf } from '../access/audience.ts'
import { mustBeKnown } from '../access/known-principals.ts'
import { Contractor, Person } from '../contractor/contractor.entity.ts'
import { takeNumber } from '../database/own-number.ts'
import type { Tx } from '../database/work.ts'
import { putFiling } from '../filing/put-filing.ts'
import { User } from '../identity/user.entity.ts'
import { Refusal } from '../refusal.ts'
import { Activity } from './activity.entity.ts'
import { activityWords } from './activity-words.ts'
import { originOf } from './origin-of.ts'

type ActivityInput = Input<typeof contract>['body']

/** Logs an activity and files it; a call or meeting stands at its start, a task at the last change of its state. */
export async function createActivity(tx: Tx, input: ActivityInput, now: Date): Promise<string> {
  const known = input.id ? await itemMadeAs(tx, input.id) : null
  if (known) return known
  await tx.em.findOneOrFail(Contractor, { id: input.contractorId })
  const { personId, contractorId } = input
  if (personId) await tx.em.findOneOrFail(Person, { id: personId, contractorId, removedAt: null })
  if (input.assigneeId) await tx.em.findOneOrFail(User, { id: input.assigneeId })
  if (input.startsAt && input.endsAt && Date.parse(input.endsAt) < Date.parse(input.startsAt))
    throw new Refusal('invalid', ['endsAt'])
  const principals = input.audience && principalsOf(input.audience)
  await mustBeKnown(tx, principals ?? [], 'audience')
  const origin = await originOf(tx, input)
  const activity = tx.em.create(Activity, {
    ...(input.id && { id: input.id }),
    kind: input.kind,
    contractorId: input.contractorId,
    title: input.title.trim(),
    note: input.note ?? '',
    startsAt: input.startsAt ? new Date(input.startsAt) : null,
    endsAt: input.endsAt ? new Date(input.endsAt) : null,
    personId: input.personId ?? null,
    direction: input.direction ?? null,
    assigneeId: input.kind === 'task' ? (input.assigneeId ?? tx.user) : null,
    dueOn: input.dueOn ?? null,
    state: input.kind === 'task' ? (input.state ?? 'new') : null,
    stateAt: now,
    priority: input.priority ?? 'normal',
    acceptedAt: input.kind === 'task' && (input.assigneeId ?? tx.user) === tx.user ? now : null,
    ...origin,
    createdBy: tx.user ?? '',
  })
  await tx.em.flush()
  const occurredAt = input.kind === 'task' ? now : (activity.startsAt ?? now)
  const itemId = await putFiling(
    tx,
    {
      objectId: activity.id,
      kind: activity.kind,
      occurredAt: occurredAt.toISOString(),
      title: activity.title,
      who: '',
      hasAttachment: false,
      ...activityWords(activity.title, activity.note),
    },
    { contractorId: input.contractorId, caseId: input.caseId ?? null },
    { byHand: true, method: 'hand', evidence: '' },
  )
  // Before anybody is told of it.
  if (principals) await tx.sql('select narrow_new_filings($1, $2)', [itemId, principals])
  if (activity.assigneeId && activity.assigneeId !== tx.user)
    await tx.sql('select give_task($1, $2)', [activity.id, activity.assigneeId])
  return itemId
}

/** Where the activity of this number lies, if the same user made it before; one at a time, so that two at once make one. */
async function itemMadeAs(tx: Tx, id: string): Promise<string | null> {
  await takeNumber(tx, 'activity', id)
  const [made] = await tx.sql<{ item: string }>(
    `select i.id as item from item i join activity a on a.id = i.object_id
     where a.id = $1 and a.created_by = $2 order by i.created_at limit 1`,
    [id, tx.user],
  )
  return made?.item ?? null
}
