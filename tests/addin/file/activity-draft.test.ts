import { expect, it } from 'vitest'
import { changeOf, creationOf, draftOf, faultsOf, newDraft } from '../../../addin/file/activity-draft.ts'
import type { ActivityFacts } from '../../../shared/activity-facts.ts'

const facts: ActivityFacts = {
  note: 'Notatka',
  startsAt: '2026-03-03T10:00:00.000Z',
  endsAt: '2026-03-03T10:45:00.000Z',
  direction: 'in',
  personId: null,
  personName: null,
  assigneeId: 'ja',
  assigneeName: 'Ja',
  givenBy: null,
  acceptedAt: null,
  dueOn: '2026-03-05',
  priority: 'normal',
  state: 'new',
  createdBy: 'Ja',
  createdAt: '2026-03-01T10:00:00.000Z',
  mayChange: true,
  history: [],
}

it('changes nothing when nothing was typed', () => {
  const draft = draftOf('call', 'Rozmowa', facts)

  expect(changeOf(draft, { ...draft })).toEqual({})
})

it('changes only what was typed, and empties what was emptied', () => {
  const draft = draftOf('task', 'Zadanie', facts)

  expect(changeOf(draft, { ...draft, title: ' Inne ', dueOn: '', priority: 'high' })).toEqual({
    title: 'Inne',
    dueOn: null,
    priority: 'high',
  })
})

it('moves the end with the start', () => {
  const draft = draftOf('meeting', 'Spotkanie', facts)
  const later = draftOf('meeting', 'Spotkanie', {
    ...facts,
    startsAt: '2026-03-04T10:00:00.000Z',
    endsAt: '2026-03-04T10:45:00.000Z',
  })

  expect(draft.minutes).toBe('45')
  expect(changeOf(draft, { ...draft, start: later.start })).toEqual({
    startsAt: '2026-03-04T10:00:00.000Z',
    endsAt: '2026-03-04T10:45:00.000Z',
  })
})

it('sends of a new activity only what its kind has', () => {
  const draft = {
    ...newDraft('note', new Date(), 'ja'),
    title: 'Notatka',
    dueOn: '2026-03-05',
    direction: 'in' as const,
  }
  const place = { contractorId: 'k' }

  expect(creationOf(draft, place)).toEqual({ kind: 'note', contractorId: 'k', title: 'Notatka', note: '' })
  expect(Object.keys(creationOf({ ...draft, kind: 'task' }, place)).toSorted()).toEqual([
    'assigneeId',
    'contractorId',
    'dueOn',
    'kind',
    'note',
    'priority',
    'title',
  ])
})

it('asks for a title, and for the start of a call', () => {
  expect(faultsOf({ ...newDraft('call', new Date(), 'ja'), start: '' })).toEqual({ title: true, start: true })
  expect(faultsOf({ ...newDraft('task', new Date(), 'ja'), title: 'a', start: '' })).toEqual({})
})

it('names the field of a day or time that no server takes', () => {
  const named = (kind: 'meeting' | 'task') => ({ ...newDraft(kind, new Date(), 'ja'), title: 'a' })
  const [meeting, task] = [named('meeting'), named('task')]

  expect(faultsOf({ ...meeting, start: '9999-12-31T12:30', minutes: '2880' })).toEqual({ start: true })
  expect(faultsOf({ ...meeting, start: '275760-09-12T23:30', minutes: '10080' })).toEqual({ start: true })
  expect(faultsOf({ ...meeting, start: '9999-12-01T12:30', minutes: '120' })).toEqual({})
  expect(faultsOf({ ...task, dueOn: '275760-09-13' })).toEqual({ dueOn: true })
  expect(faultsOf({ ...task, dueOn: '9999-12-31' })).toEqual({})
})

it('keeps a person who was removed since in the form', () => {
  const draft = draftOf('call', 'Rozmowa', { ...facts, personId: 'ewa', personName: 'Ewa Lis' })

  expect(draft.knownPerson).toEqual({ id: 'ewa', name: 'Ewa Lis' })
  expect(changeOf(draft, { ...draft, title: 'Inna' })).toEqual({ title: 'Inna' })
})

it.each(['-30', '1.5', '10081', '1e20'])('takes no call or meeting that lasts %s minutes', minutes => {
  const meeting = { ...newDraft('meeting', new Date(), 'ja'), title: 'a', minutes }

  expect(faultsOf(meeting)).toEqual({ minutes: true })
  expect(faultsOf({ ...meeting, kind: 'call' })).toEqual({ minutes: true })
  // A task has no length, so what was typed before its kind was chosen is nobody's fault.
  expect(faultsOf({ ...meeting, kind: 'task' })).toEqual({})
})

it('lets a meeting that is longer already be saved, and moved, while nobody changes its length', () => {
  const month = { ...facts, startsAt: '2026-03-01T10:00:00.000Z', endsAt: '2026-03-31T10:00:00.000Z' }
  const before = draftOf('meeting', 'Targi', month)

  expect(before.minutes).toBe('43200')
  expect(faultsOf({ ...before, title: 'Duże targi' }, before)).toEqual({})
  expect(faultsOf({ ...before, minutes: '43201' }, before)).toEqual({ minutes: true })
  expect(faultsOf({ ...before, minutes: '60' }, before)).toEqual({})
})
