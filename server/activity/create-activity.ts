import type { createActivity as contract } from '../../shared/activity.ts'
import type { Input } from '../../shared/route.ts'
import { Contractor, Person } from '../contractor/contractor.entity.ts'
import type { Tx } from '../database/work.ts'
import { putFiling } from '../filing/put-filing.ts'
import { User } from '../identity/user.entity.ts'
import { Refusal } from '../refusal.ts'
import { wordsOf } from '../search/analyse.ts'
import { Activity } from './activity.entity.ts'

type ActivityInput = Input<typeof contract>['body']

const SNIPPET_LENGTH = 200

/** Logs an activity and files it; a call or meeting stands at its start, a task at the last change of its state. */
export async function createActivity(tx: Tx, input: ActivityInput, now: Date): Promise<string> {
  await tx.em.findOneOrFail(Contractor, { id: input.contractorId })
  if (input.personId) await tx.em.findOneOrFail(Person, { id: input.personId, contractorId: input.contractorId })
  if (input.assigneeId) await tx.em.findOneOrFail(User, { id: input.assigneeId })
  if (input.startsAt && input.endsAt && Date.parse(input.endsAt) < Date.parse(input.startsAt))
    throw new Refusal('invalid', ['endsAt'])
  const activity = tx.em.create(Activity, {
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
    createdBy: tx.user ?? '',
  })
  await tx.em.flush()
  const occurredAt = input.kind === 'task' ? now : (activity.startsAt ?? now)
  return putFiling(
    tx,
    {
      objectId: activity.id,
      kind: activity.kind,
      occurredAt: occurredAt.toISOString(),
      title: activity.title,
      snippet: activity.note.slice(0, SNIPPET_LENGTH).toWellFormed(),
      who: '',
      hasAttachment: false,
      lexemes: wordsOf(`${activity.title} ${activity.note}`),
    },
    { contractorId: input.contractorId, caseId: input.caseId ?? null },
    { byHand: true, method: 'hand', evidence: '' },
  )
}
