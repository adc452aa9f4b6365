import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })
const celina = await buildUser(test, { name: 'Celina' })
const contractor = await buildContractor(anna)

const task = (actor: Actor, input: object = {}) =>
  buildNote(actor, contractor.id, { kind: 'task', title: 'Oddzwonić', ...input })
const change = (actor: Actor, { objectId }: { objectId: string }, body: object) =>
  actor.patch(`/api/activities/${objectId}`, body)
const read = async (actor: Actor, { id }: { id: string }) => (await actor.get(`/api/items/${id}`)).body.activity
const tasksOf = async (actor: Actor, query: string) =>
  (await actor.get(`/api/tasks?${query}`)).body.items.map((row: { title: string }) => row.title)

it('shows the whole note, of which rows show the beginning', async () => {
  const note = 'Długa notatka. '.repeat(100)

  const item = await buildNote(anna, contractor.id, { note })

  expect((await read(bartek, item)).note).toBe(note)
})

it('makes one of what is sent twice under one number, also at the same time', async () => {
  const id = randomUUID()
  const body = { id, kind: 'note', contractorId: contractor.id, title: 'Raz' }

  const replies = await Promise.all([1, 2, 3].map(() => anna.post('/api/activities', body)))
  const later = await anna.post('/api/activities', body)

  expect([...replies, later].map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set([...replies, later].map(reply => reply.body.id)).size).toBe(1)
  expect(later.body.objectId).toBe(id)
})

it('gives nobody what another made under a number', async () => {
  const id = randomUUID()
  await anna.post('/api/activities', { id, kind: 'note', contractorId: contractor.id, title: 'Moje' })

  const { status, body } = await bartek.post('/api/activities', {
    id,
    kind: 'note',
    contractorId: contractor.id,
    title: 'Cudze',
  })

  expect(status).toBe(409)
  expect(JSON.stringify(body)).not.toContain('Moje')
})

it('goes from new by in progress to done, and keeps who did what', async () => {
  const item = await task(anna, { assigneeId: bartek.id, dueOn: '2026-12-01' })

  expect((await change(bartek, item, { accepted: true })).status).toBe(204)
  await change(bartek, item, { state: 'in-progress', priority: 'high' })
  await bartek.post(`/api/activities/${item.objectId}/comments`, { comment: 'Czekam na fakturę.' })
  await change(bartek, item, { state: 'done', dueOn: null })

  const found = await read(anna, item)
  expect(found).toMatchObject({ state: 'done', priority: 'high', dueOn: null, assigneeName: 'Bartek', givenBy: 'Anna' })
  expect(found.acceptedAt).not.toBeNull()
  expect(
    found.history.map((line: Record<string, string>) => [line.by, line.field ?? line.comment, line.before, line.after]),
  ).toEqual([
    ['Bartek', 'accepted', null, null],
    ['Bartek', 'priority', 'normal', 'high'],
    ['Bartek', 'state', 'new', 'in-progress'],
    ['Bartek', 'Czekam na fakturę.', null, null],
    ['Bartek', 'dueOn', '2026-12-01', null],
    ['Bartek', 'state', 'in-progress', 'done'],
  ])
})

it('refuses a text over one that its writer has not seen, and lets him replace it once he has', async () => {
  const item = await buildNote(anna, contractor.id, { title: 'Ustalenia', note: 'stara' })
  const said = (actor: Actor, note: string, was: string) => change(actor, item, { note, was: { note: was } })

  const both = await Promise.all([said(anna, 'Anny', 'stara'), said(bartek, 'Bartka', 'stara')])

  expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
  const refused = both.find(({ status }) => status === 409)
  expect(refused?.body).toMatchObject({ code: 'changed-meanwhile', fields: ['note'] })
  const kept = both[0]?.status === 204 ? 'Anny' : 'Bartka'
  expect((await read(anna, item)).note).toBe(kept)
  expect((await said(bartek, 'oba zdania', kept)).status).toBe(204)
  // Who does not say what he saw changes it as ever, and what nobody touched stands in nobody's way.
  expect((await change(anna, item, { note: 'wprost' })).status).toBe(204)
  expect((await change(anna, item, { title: 'Ustalenia 2', was: { title: 'Ustalenia' } })).status).toBe(204)
})

it('compares moments and days as what they mean', async () => {
  const item = await task(anna, { dueOn: '2026-12-01' })
  const call = await buildNote(anna, contractor.id, { kind: 'call', startsAt: '2026-03-03T10:00:00.000Z' })
  const shown = { startsAt: '2026-03-03T11:00:00.000+01:00', endsAt: null, direction: null, personId: null }

  expect((await change(anna, item, { dueOn: '2026-12-02', was: { dueOn: '2026-12-01' } })).status).toBe(204)
  expect((await change(anna, item, { dueOn: '2026-12-03', was: { dueOn: '2026-12-01' } })).status).toBe(409)
  expect((await change(anna, call, { direction: 'in', was: shown })).status).toBe(204)
  expect((await change(anna, call, { direction: 'out', was: shown })).body.fields).toEqual(['direction'])
})

it('is accepted only by the one who has to do it, and again after it was handed over', async () => {
  const item = await task(anna, { assigneeId: bartek.id })

  expect((await change(celina, item, { accepted: true })).status).toBe(403)
  await change(bartek, item, { accepted: true })
  await change(bartek, item, { assigneeId: celina.id })

  expect(await read(anna, item)).toMatchObject({ assigneeName: 'Celina', givenBy: 'Bartek', acceptedAt: null })
})

it('tells whom it is given to, and lets him see it', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const item = await task(anna, { caseId: hidden.id, assigneeId: celina.id, title: 'Poufne zadanie' })

  const { items } = (await celina.get('/api/notifications')).body

  expect(
    items.filter((one: { itemId: string }) => one.itemId === item.id).map((one: { kind: string }) => one.kind),
  ).toContain('task')
  expect(await read(celina, item)).toMatchObject({ assigneeName: 'Celina' })
  expect((await bartek.get(`/api/items/${item.id}`)).status).toBe(404)
})

it('lets nobody who was only let in let in others by handing over, and changes nothing then', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const item = await task(anna, { caseId: hidden.id, assigneeId: celina.id })

  expect((await change(celina, item, { assigneeId: bartek.id })).status).toBe(403)

  expect((await bartek.get(`/api/items/${item.id}`)).status).toBe(404)
  expect(await read(anna, item)).toMatchObject({ assigneeName: 'Celina' })
})

it('is changed and commented by nobody who does not see it', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const item = await task(anna, { caseId: hidden.id })

  expect((await change(bartek, item, { state: 'done' })).status).toBe(404)
  expect((await bartek.post(`/api/activities/${item.objectId}/comments`, { comment: 'Jestem' })).status).toBe(404)
  expect((await read(anna, item)).history).toEqual([])
})

it('is commented, but not changed, by whom it was shared with', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const item = await task(anna, { caseId: hidden.id })
  await anna.post(`/api/items/${item.id}/shares`, { principals: [bartek.id] })

  expect((await change(bartek, item, { state: 'done' })).status).toBe(403)
  expect((await bartek.post(`/api/activities/${item.objectId}/comments`, { comment: 'Widzę' })).status).toBe(204)

  expect(await read(bartek, item)).toMatchObject({ mayChange: false, state: 'new' })
})

it('is found and shown by its new words, where it now stands', async () => {
  const item = await buildNote(anna, contractor.id, {
    kind: 'meeting',
    title: 'Spotkanie',
    startsAt: '2026-03-03T10:00:00.000Z',
  })

  await change(anna, item, {
    title: 'Odbiór hydroforni',
    note: 'Zabrać manometr',
    startsAt: '2026-04-04T10:00:00.000Z',
  })

  const [row] = (await anna.get('/api/search?q=manometr')).body.items
  expect(row).toMatchObject({
    id: item.id,
    title: 'Odbiór hydroforni',
    snippet: 'Zabrać manometr',
    occurredAt: '2026-04-04T10:00:00.000Z',
  })
  expect((await anna.get('/api/search?q=spotkanie')).body.items).toEqual([])
})

it.each([[{ state: 'gotowe' }], [{ title: '  ' }], [{ dueOn: '2026-02-30' }], [{ unknown: 1 }], [{ accepted: false }]])(
  'refuses %j',
  async body => {
    expect((await change(anna, await task(anna), body)).status).toBe(400)
  },
)

it('refuses what belongs to tasks of a call, and an end before the start', async () => {
  const item = await buildNote(anna, contractor.id, { kind: 'call', startsAt: '2026-03-03T10:00:00.000Z' })

  expect((await change(anna, item, { state: 'done' })).body.fields).toEqual(['state'])
  expect((await change(anna, item, { endsAt: '2026-03-03T09:00:00.000Z' })).body.fields).toEqual(['endsAt'])
})

it('lists what I have to do and what I gave to others, those due first', async () => {
  const [dora, ela] = [await buildUser(test), await buildUser(test)]
  await task(ela, { title: 'Bez terminu' })
  await task(ela, { title: 'Później', dueOn: '2026-12-24' })
  await task(ela, { title: 'Najpierw', dueOn: '2026-01-02' })
  await change(ela, await task(ela, { title: 'Zrobione' }), { state: 'done' })
  await task(ela, { title: 'Oddane', assigneeId: dora.id })

  expect(await tasksOf(ela, 'of=mine')).toEqual(['Najpierw', 'Później', 'Bez terminu'])
  expect(await tasksOf(ela, 'of=given')).toEqual(['Oddane'])
  expect(await tasksOf(dora, '')).toEqual(['Oddane'])
})

it('pages through tasks once, and refuses foreign cursors and all tasks of everybody', async () => {
  const fela = await buildUser(test)
  for (let index = 0; index < 7; index += 1)
    await task(fela, { title: `T${index}`, ...(index < 4 && { dueOn: '2026-05-05' }) })
  const titles: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await fela.get(`/api/tasks?limit=3${cursor && `&cursor=${cursor}`}`)
    titles.push(...body.items.map((row: { title: string }) => row.title))
    cursor = body.next
  }

  expect(titles.toSorted()).toEqual(['T0', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'])
  expect((await fela.get('/api/tasks?of=all')).status).toBe(400)
  for (const cursor of [
    'abc',
    Buffer.from('["2026-02-30","6f9619ff-8b86-4d11-b42d-00cf4fc964ff"]').toString('base64url'),
  ])
    expect((await fela.get(`/api/tasks?cursor=${cursor}`)).status).toBe(400)
})

it('lists the open tasks of a case for those who see them', async () => {
  const open = await buildCase(anna, contractor.id)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  await task(anna, { caseId: open.id, title: 'Jawne' })
  await task(anna, { caseId: hidden.id, title: 'Ukryte' })

  expect(await tasksOf(bartek, `of=all&caseId=${open.id}`)).toEqual(['Jawne'])
  expect(await tasksOf(bartek, `of=all&caseId=${hidden.id}`)).toEqual([])
  expect(await tasksOf(anna, `of=all&caseId=${hidden.id}`)).toEqual(['Ukryte'])
  expect(await tasksOf(bartek, `of=all&contractorId=${contractor.id}`)).not.toContain('Ukryte')
})
