import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

const test = await openTestHouse()
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })
const cezary = await buildUser(test)

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString()
/** Two days off, so that no clock of any zone disagrees. */
const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

async function reminders(actor: Actor) {
  const { body } = await actor.get('/api/notifications')
  const all: { id: string; kind: string; itemTitle: string; until: string | null }[] = body.items
  return all.filter(({ kind }) => kind === 'due' || kind === 'soon')
}
const titles = async (actor: Actor) => (await reminders(actor)).map(one => one.itemTitle)

it('reminds of an open task from its day on, whoever has to do it, until it is done', async () => {
  const contractor = await buildContractor(anna)
  const task = { kind: 'task', assigneeId: bartek.id }
  const late = await buildNote(anna, contractor.id, { ...task, title: 'Zaległe', dueOn: day(-2) })
  await buildNote(anna, contractor.id, { ...task, title: 'Na później', dueOn: day(2) })
  await buildNote(anna, contractor.id, { ...task, title: 'Bez terminu' })

  expect(await reminders(bartek)).toMatchObject([{ kind: 'due', itemTitle: 'Zaległe', itemId: late.id, until: null }])
  expect(await titles(anna)).toEqual([])

  await bartek.patch(`/api/activities/${late.objectId}`, { state: 'done' })
  expect(await titles(bartek)).toEqual([])
})

it('reminds whoever entered a meeting half an hour before it, and says when it begins', async () => {
  const contractor = await buildContractor(anna)
  const startsAt = inMinutes(20)
  await buildNote(anna, contractor.id, { kind: 'meeting', title: 'Odbiór', startsAt })
  await buildNote(anna, contractor.id, { kind: 'meeting', title: 'Po południu', startsAt: inMinutes(40) })
  await buildNote(anna, contractor.id, { kind: 'call', title: 'Rozmowa', startsAt })

  expect(await reminders(anna)).toMatchObject([{ kind: 'soon', itemTitle: 'Odbiór', until: startsAt, isUnread: true }])
  expect(await titles(bartek)).toEqual([])
})

it('reminds of no meeting that was cancelled', async () => {
  const contractor = await buildContractor(cezary)
  const { objectId } = await buildNote(cezary, contractor.id, {
    kind: 'meeting',
    title: 'Odwołane',
    startsAt: inMinutes(20),
  })
  expect(await titles(cezary)).toEqual(['Odwołane'])
  // As a cancelled invitation leaves it.
  await test.asSuper.query(`update activity set state = 'cancelled', state_at = now() where id = $1`, [objectId])
  expect(await titles(cezary)).toEqual([])
})

it('reminds of nothing that is hidden by then', async () => {
  const contractor = await buildContractor(anna)
  const task = { kind: 'task', assigneeId: bartek.id, title: 'Ukryte potem', dueOn: day(-2) }
  await buildNote(anna, contractor.id, task)
  expect(await titles(bartek)).toEqual(['Ukryte potem'])

  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [] } })

  expect(await titles(bartek)).toEqual([])
})

it('goes on from a reminder to what is older, and is read as everything else', async () => {
  const contractor = await buildContractor(anna)
  for (const days of [-2, -3, -4])
    await buildNote(anna, contractor.id, { kind: 'task', assigneeId: bartek.id, title: `${days}`, dueOn: day(days) })
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await bartek.get(`/api/notifications?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    seen.push(...body.items.filter((one: { kind: string }) => one.kind === 'due').map((one: { id: string }) => one.id))
    cursor = body.next ?? ''
  } while (cursor)
  expect(seen).toEqual((await reminders(bartek)).map(({ id }) => id))
  expect(seen).toHaveLength(3)

  await bartek.post('/api/notifications/read', { until: new Date().toISOString() })

  expect((await bartek.get('/api/notifications/unread')).body.unread).toBe(0)
})
