import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
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

it('tells whom it is given to of that alone, and once', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const item = await task(anna, { caseId: hidden.id, assigneeId: celina.id })
  await change(celina, item, { accepted: true })

  expect((await change(anna, item, { assigneeId: celina.id })).status).toBe(204)

  const { items } = (await celina.get('/api/notifications')).body
  const told = items.filter((one: { itemId: string }) => one.itemId === item.id)
  expect(told.map((one: { kind: string }) => one.kind)).toEqual(['task'])
  expect((await read(anna, item)).acceptedAt).not.toBeNull()
})

it('stays with whom it is given to wherever it is moved, and shown to whom it was shown', async () => {
  const closed = await buildContractor(anna, { audience: { users: [] } })
  const other = await buildContractor(anna, { audience: { users: [] } })
  const item = await buildNote(anna, closed.id, { kind: 'task', title: 'Wędrujące', assigneeId: celina.id })
  await anna.post(`/api/items/${item.id}/shares`, { principals: [bartek.id] })
  await anna.patch(`/api/items/${item.id}`, { pinned: true })

  const moved = (await anna.patch(`/api/items/${item.id}`, { contractorId: other.id, caseId: null })).body
  const sees = async (actor: Actor, { id }: { id: string }) => (await actor.get(`/api/items/${id}`)).status
  expect([await sees(celina, moved), await sees(bartek, moved)]).toEqual([200, 200])
  const back = (await anna.patch(`/api/items/${moved.id}`, { contractorId: closed.id, caseId: null })).body

  expect([await sees(celina, back), await sees(bartek, back)]).toEqual([200, 200])
  expect(back.pinned).toBe(true)
  expect(await tasksOf(celina, 'of=mine')).toContain('Wędrujące')
})

it('stays with whom it is given to where it goes from what everybody sees into a secret case, and with nobody else', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const item = await task(anna, { assigneeId: celina.id })

  await anna.patch(`/api/items/${item.id}`, { caseId: hidden.id })

  expect((await celina.get(`/api/items/${item.id}`)).status).toBe(200)
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

describe('a mail of which it was made', () => {
  /** A mail in a file, and who has it open. */
  async function mailIn(file: { id: string }, subject: string) {
    const [messageId, sender] = [`link-${randomUUID()}@klient.example`, 'jan@klient.example']
    const source = buildMail({ messageId: `<${messageId}>`, from: `Jan Kos <${sender}>`, subject })
    const { body } = await anna.hand(source, `?contractorId=${file.id}`)
    const { id, objectId } = (await anna.get(`/api/items/${body.items[0].id}`)).body
    return { id, objectId, subject, source, fromMail: { messageId: `<${messageId}>`, sender } }
  }
  const item = async (actor: Actor, id: string) => (await actor.get(`/api/items/${id}`)).body
  const rowOf = async (actor: Actor, file: { id: string }, { id }: { id: string }) => {
    const { body } = await actor.get(`/api/contractors/${file.id}/timeline`)
    return body.items.find((row: { id: string }) => row.id === id)
  }
  const beside = async (actor: Actor, { messageId, sender }: { messageId: string; sender: string }) =>
    (await actor.post('/api/lookup', { messageId, from: [sender] })).body.activities

  it('is named on its page, in its row and in its export, and names what was made of it', async () => {
    const file = await buildContractor(anna)
    const mail = await mailIn(file, 'Reklamacja okna')
    const due = { assigneeId: bartek.id, dueOn: '2026-12-01' }
    const made = await buildNote(anna, file.id, { kind: 'task', title: 'Odpisać', fromItemId: mail.id, ...due })
    await buildNote(anna, file.id, { kind: 'note', title: 'Z pamięci', fromMail: mail.fromMail })

    const link = { id: mail.id, title: mail.subject }
    expect(made).toMatchObject({ madeFrom: link })
    expect((await item(bartek, made.id)).madeFrom).toEqual(link)
    expect((await rowOf(bartek, file, made)).madeFrom).toEqual(link)
    expect(await rowOf(bartek, file, mail)).not.toHaveProperty('madeFrom')
    const facts = { kind: 'task', title: 'Odpisać', state: 'new', dueOn: '2026-12-01', assigneeName: 'Bartek' }
    const { activities } = await item(bartek, mail.id)
    expect(activities).toMatchObject([
      { itemId: made.id, ...facts },
      { kind: 'note', title: 'Z pamięci', state: null },
    ])
    expect(await beside(bartek, mail.fromMail)).toEqual(activities)
    expect(await beside(bartek, { ...mail.fromMail, sender: 'kto@inny.example' })).toEqual([])
    const list: string = (await bartek.get(`/api/contractors/${file.id}/timeline.csv`)).body
    expect(list.split('\r\n').find(line => line.includes('Odpisać'))).toMatch(/;Reklamacja okna$/)
  })

  it('is there for nobody who does not see it, and so is what was made of it', async () => {
    const file = await buildContractor(anna)
    const secret = await mailIn(file, 'Poufne warunki')
    await anna.patch(`/api/items/${secret.id}`, { audience: { users: [] } })
    const open = await buildNote(anna, file.id, { title: 'Jawna', fromItemId: secret.id })
    const mail = await mailIn(file, 'Jawny mail')
    const hidden = await buildNote(anna, file.id, { title: 'Poufna', fromItemId: mail.id })
    await anna.patch(`/api/items/${hidden.id}`, { audience: { users: [] } })

    expect((await item(anna, open.id)).madeFrom).toMatchObject({ title: 'Poufne warunki' })
    expect(await item(bartek, open.id)).not.toHaveProperty('madeFrom')
    expect(await rowOf(bartek, file, open)).not.toHaveProperty('madeFrom')
    expect((await item(anna, mail.id)).activities).toHaveLength(1)
    expect((await item(bartek, mail.id)).activities).toEqual([])
    expect(await beside(bartek, mail.fromMail)).toEqual([])
    const list: string = (await bartek.get(`/api/contractors/${file.id}/timeline.csv`)).body
    expect(list).toContain('Jawna')
    expect(list).not.toContain('Poufne warunki')
  })

  it('has to be one that its maker sees, by whatever way it is named', async () => {
    const file = await buildContractor(anna)
    const mail = await mailIn(file, 'Cudzy')
    await anna.patch(`/api/items/${mail.id}`, { audience: { users: [] } })
    const note = await buildNote(anna, file.id)
    const create = (fromItemId: string) =>
      bartek.post('/api/activities', { kind: 'note', contractorId: file.id, title: 'Próba', fromItemId })

    const [hidden, absent, noMail] = [await create(mail.id), await create(randomUUID()), await create(note.id)]
    const byMark = await buildNote(bartek, file.id, { fromMail: mail.fromMail })

    expect([hidden.status, hidden.body.code]).toEqual([404, 'not-found'])
    expect(absent).toEqual(hidden)
    expect([noMail.status, noMail.body.code, noMail.body.fields]).toEqual([400, 'invalid', ['fromItemId']])
    expect((await rowOf(anna, file, byMark)).madeFrom).toBeUndefined()
    expect(await beside(bartek, mail.fromMail)).toHaveLength(1)
    // The table itself refuses what the service would let through.
    const written = test.house.database.work(bartek.id, tx =>
      tx.sql(
        `insert into activity (kind, contractor_id, title, created_by, from_message_id)
         select 'note', $1, 'Próba', me(), $2`,
        [file.id, mail.objectId],
      ),
    )
    await expect(written).rejects.toThrow(/row-level security/)
  })

  it('is taken away where it is wrong, and named anew, by whoever may change the activity and sees the mail', async () => {
    const file = await buildContractor(anna)
    const [mail, other] = [await mailIn(file, 'Nie ten'), await mailIn(file, 'Właściwy')]
    const made = await buildNote(anna, file.id, { fromItemId: mail.id })
    const link = (actor: Actor, fromItemId: string | null) => change(actor, made, { fromItemId })
    const linked = async () => (await item(anna, made.id)).madeFrom?.title
    const stranger = await buildUser(test)
    await anna.patch(`/api/contractors/${file.id}`, { audience: { users: [bartek.id] } })

    // Who does not see the mail is told nothing, and changes nothing.
    await anna.patch(`/api/items/${mail.id}`, { audience: { users: [] } })
    expect((await link(bartek, null)).status).toBe((await change(bartek, made, { note: 'x' })).status)
    expect((await link(stranger, null)).status).toBe(404)
    expect(await linked()).toBe('Nie ten')
    expect((await link(anna, randomUUID())).status).toBe(404)
    expect((await link(anna, made.id)).body).toMatchObject({ code: 'invalid', fields: ['fromItemId'] })

    expect((await link(anna, null)).status).toBe(204)
    expect(await linked()).toBeUndefined()
    expect((await item(anna, mail.id)).activities).toEqual([])
    expect(await beside(anna, mail.fromMail)).toEqual([])
    // Filed again, it does not find the activity again.
    await anna.remove(`/api/items/${mail.id}`)
    await anna.hand(mail.source, `?contractorId=${file.id}`)
    expect(await linked()).toBeUndefined()

    expect((await link(anna, other.id)).status).toBe(204)
    expect(await linked()).toBe('Właściwy')
    const { rows } = await test.asSuper.query(
      `select verb, user_id, details ->> 'messageId' as mail from audit_entry where object_id = $1 and verb like 'mail-%' order by id`,
      [made.objectId],
    )
    expect(rows).toEqual([
      { verb: 'mail-unlinked', user_id: anna.id, mail: mail.objectId },
      { verb: 'mail-linked', user_id: anna.id, mail: other.objectId },
    ])
    expect(JSON.stringify((await read(bartek, made)).history)).not.toContain('mail')
  })

  it('is followed to where it was moved or whereto its file went', async () => {
    const [from, to, last] = [await buildContractor(anna), await buildContractor(anna), await buildContractor(anna)]
    const mail = await mailIn(from, 'Przeniesiony')
    const made = await buildNote(anna, from.id, { fromItemId: mail.id })

    const { body: moved } = await anna.patch(`/api/items/${mail.id}`, { contractorId: to.id })
    expect(moved.id).not.toBe(mail.id)
    expect((await item(anna, made.id)).madeFrom).toEqual({ id: moved.id, title: 'Przeniesiony' })
    expect(moved.activities).toMatchObject([{ itemId: made.id, contractorId: from.id }])

    expect((await anna.post(`/api/contractors/${last.id}/merge`, { fromId: to.id, circle: 'survivor' })).status).toBe(
      200,
    )
    expect((await item(anna, made.id)).madeFrom).toMatchObject({ title: 'Przeniesiony' })
  })

  it('is gone while it is in no file and there again once it is, until it is erased', async () => {
    const file = await buildContractor(anna)
    const mail = await mailIn(file, 'Raz tu, raz tam')
    const made = await buildNote(anna, file.id, { fromItemId: mail.id })

    await anna.remove(`/api/items/${mail.id}`)
    expect(await item(anna, made.id)).not.toHaveProperty('madeFrom')
    expect(await beside(anna, mail.fromMail)).toMatchObject([{ itemId: made.id }])
    const { body } = await anna.hand(mail.source, `?contractorId=${file.id}`)
    expect((await item(anna, made.id)).madeFrom).toEqual({ id: body.items[0].id, title: mail.subject })

    await test.asSuper.query(`select erase_item($1, 'test')`, [body.items[0].id])
    await anna.hand(mail.source, `?contractorId=${file.id}`)
    const left = await item(anna, made.id)
    expect(left).toMatchObject({ id: made.id, title: 'Notatka' })
    expect(left).not.toHaveProperty('madeFrom')
  })

  it('is found once it is filed, when it lay nowhere before', async () => {
    const file = await buildContractor(anna)
    const fromMail = { messageId: `<${randomUUID()}@klient.example>`, sender: 'Ewa@Klient.example' }
    const made = await buildNote(anna, file.id, { kind: 'call', fromMail })
    expect(made).not.toHaveProperty('madeFrom')
    expect(await beside(anna, fromMail)).toMatchObject([{ itemId: made.id, kind: 'call' }])

    const hand = (from: string) =>
      anna.hand(buildMail({ messageId: fromMail.messageId, from, subject: from }), `?contractorId=${file.id}`)
    await hand('udawana@obcy.example')
    expect(await item(anna, made.id)).not.toHaveProperty('madeFrom')
    const { body } = await hand('ewa@klient.example')

    expect((await item(anna, made.id)).madeFrom).toEqual({ id: body.items[0].id, title: 'ewa@klient.example' })
  })
})
