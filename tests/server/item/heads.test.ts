import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

const heads = async (actor: Actor, place: string) => (await actor.get(`/api/${place}/heads`)).body
const titles = (rows: { title: string }[]) => rows.map(row => row.title)
const rowsOf = async (actor: Actor, contractorId: string, query: string) =>
  titles((await actor.get(`/api/contractors/${contractorId}/timeline?${query}`)).body.items)

it('shows what is to come, the nearest first, to those who may see it', async () => {
  const contractor = await buildContractor(anna)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const meet = (title: string, days: number, more: object = {}) =>
    buildNote(anna, contractor.id, { kind: 'meeting', title, startsAt: inDays(days), ...more })
  await meet('Za tydzień', 7)
  await meet('Jutro', 1)
  await meet('Wczoraj', -1)
  await meet('Tajne', 2, { caseId: hidden.id })

  expect(titles((await heads(anna, `contractors/${contractor.id}`)).upcoming)).toEqual(['Jutro', 'Tajne', 'Za tydzień'])
  expect(titles((await heads(bartek, `contractors/${contractor.id}`)).upcoming)).toEqual(['Jutro', 'Za tydzień'])
  expect(titles((await heads(anna, `cases/${hidden.id}`)).upcoming)).toEqual(['Tajne'])
  expect((await bartek.get(`/api/cases/${hidden.id}/heads`)).status).toBe(404)
})

it('brings the open tasks that are due, the nearest first, to those who may see them', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const give = (title: string, more: object = {}) => buildNote(anna, contractor.id, { kind: 'task', title, ...more })
  await give('Potem', { dueOn: '2099-02-01' })
  await give('Przedtem', { dueOn: '2099-01-01', caseId: caseFile.id })
  await give('Tajne', { dueOn: '2099-01-15', caseId: hidden.id })
  await give('Zaległe', { dueOn: '2020-01-01' })
  await give('Kiedyś')
  const tasks = async (actor: Actor, place: string) => titles((await heads(actor, place)).tasks)

  expect(await tasks(anna, `contractors/${contractor.id}`)).toEqual(['Przedtem', 'Tajne', 'Potem'])
  expect(await tasks(bartek, `contractors/${contractor.id}`)).toEqual(['Przedtem', 'Potem'])
  expect(await tasks(bartek, `cases/${caseFile.id}`)).toEqual(['Przedtem'])
})

it('keeps what is pinned at the head for all who see it, until it is taken off', async () => {
  const contractor = await buildContractor(anna)
  const item = await buildNote(anna, contractor.id, { title: 'Warunki płatności' })

  expect((await anna.patch(`/api/items/${item.id}`, { pinned: true })).body.pinned).toBe(true)
  expect(titles((await heads(bartek, `contractors/${contractor.id}`)).pinned)).toEqual(['Warunki płatności'])

  await bartek.patch(`/api/items/${item.id}`, { pinned: false })
  expect((await heads(anna, `contractors/${contractor.id}`)).pinned).toEqual([])
})

it('is pinned by nobody who was only let in', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const item = await buildNote(anna, contractor.id)

  expect((await bartek.patch(`/api/items/${item.id}`, { pinned: true })).status).toBe(404)
  await anna.post(`/api/items/${item.id}/shares`, { principals: [bartek.id] })
  expect((await bartek.patch(`/api/items/${item.id}`, { pinned: true })).status).toBe(403)
})

it('says who owes the answer, and since when', async () => {
  const contractor = await buildContractor(anna, { addresses: ['a@zegar.example'] })
  expect((await heads(anna, `contractors/${contractor.id}`)).waiting).toBeNull()

  await anna.hand(buildMail({ from: 'a@zegar.example', subject: 'Pytanie', date: new Date('2026-03-03T10:00:00Z') }))

  expect((await heads(anna, `contractors/${contractor.id}`)).waiting).toMatchObject({
    who: 'us',
    since: '2026-03-03T10:00:00.000Z',
  })
})

it('counts from the first mail that is not answered, and takes no answer of a machine for one', async () => {
  const contractor = await buildContractor(anna, { addresses: ['b@zegar.example'] })
  const place = `contractors/${contractor.id}`
  const mail = (day: number, subject: string, isOurs = false, headers: string[] = []) =>
    anna.hand(
      buildMail({
        ...(isOurs ? { from: anna.email, to: 'b@zegar.example' } : { from: 'b@zegar.example', to: anna.email }),
        subject,
        headers,
        date: new Date(Date.UTC(2026, 2, day, 10)),
      }),
      `?contractorId=${contractor.id}`,
    )
  const since = async () => {
    const { waiting } = await heads(anna, place)
    return [waiting.who, waiting.since.slice(0, 10)]
  }
  await mail(1, 'Dawne pytanie')
  await mail(2, 'Odpowiedź', true)
  const first = await mail(3, 'Pytanie')
  await mail(4, 'Przypomnienie')
  await mail(5, 'Drugie przypomnienie')

  expect(await since()).toEqual(['us', '2026-03-03'])
  expect((await heads(anna, place)).waiting.itemId).toBe(first.body.items[0].id)

  await mail(6, 'Poza biurem', true, ['Auto-Submitted: auto-replied'])
  await mail(7, 'Nowości', false, ['List-Id: <nowosci.zegar.example>'])
  expect(await since()).toEqual(['us', '2026-03-03'])

  await mail(8, 'Odpowiedź', true)
  await mail(9, 'Dodatek', true)
  await mail(10, 'Poza biurem', false, ['Auto-Submitted: auto-replied'])
  expect(await since()).toEqual(['them', '2026-03-08'])
})

it('reads on where many mails wait', async () => {
  const contractor = await buildContractor(anna, { addresses: ['c@zegar.example'] })
  const kase = await buildCase(anna, contractor.id)
  for (let n = 0; n < 25; n += 1)
    await anna.hand(
      buildMail({ from: 'c@zegar.example', date: new Date(Date.UTC(2026, 2, 1, n)) }),
      `?contractorId=${contractor.id}&caseId=${kase.id}`,
    )

  for (const place of [`contractors/${contractor.id}`, `cases/${kase.id}`])
    expect((await heads(anna, place)).waiting).toMatchObject({ who: 'us', since: '2026-03-01T00:00:00.000Z' })
})

it('narrows a file to one person, by mail and by activities', async () => {
  const contractor = await buildContractor(anna, {
    addresses: ['@osoby.example'],
    people: [{ name: 'Ewa', addresses: ['ewa@osoby.example'] }, { name: 'Jan' }],
  })
  const [ewa] = contractor.people
  await anna.hand(buildMail({ from: 'ewa@osoby.example', subject: 'Od Ewy' }))
  await anna.hand(buildMail({ from: 'jan@osoby.example', subject: 'Od Jana' }))
  await buildNote(anna, contractor.id, { kind: 'call', title: 'Telefon Ewy', personId: ewa?.id, startsAt: inDays(-1) })

  expect((await rowsOf(anna, contractor.id, `personId=${ewa?.id}`)).toSorted()).toEqual(['Od Ewy', 'Telefon Ewy'])
  expect(await rowsOf(anna, contractor.id, `personId=${ewa?.id}&kind=call`)).toEqual(['Telefon Ewy'])
  expect(await rowsOf(anna, contractor.id, `personId=${crypto.randomUUID()}`)).toEqual([])
})

it('narrows a case to one person, whichever party that is of, in pages and under every other filter', async () => {
  const contractor = await buildContractor(anna, {
    addresses: ['@sprawa-osob.example'],
    people: [{ name: 'Ewa', addresses: ['ewa@sprawa-osob.example'] }],
  })
  const other = await buildContractor(anna, { name: 'Druga strona', people: [{ name: 'Jan' }] })
  const kase = await buildCase(anna, contractor.id)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  await anna.put(`/api/cases/${kase.id}/parties/${other.id}`, {})
  const [ewa, jan] = [contractor.people[0]?.id, other.people[0]?.id]
  const mail = await anna.hand(buildMail({ from: 'ewa@sprawa-osob.example', subject: 'Od Ewy' }))
  await anna.patch(`/api/items/${mail.body.items[0].id}`, { caseId: kase.id })
  const note = (
    title: string,
    personId: string | undefined,
    caseId: string | undefined,
    contractorId = contractor.id,
  ) => buildNote(anna, contractorId, { kind: 'call', title, personId, caseId, startsAt: inDays(-1) })
  await note('Telefon Ewy', ewa, kase.id)
  await note('Telefon Ewy obok', ewa, undefined)
  await note('Tajny telefon Ewy', ewa, hidden.id)
  await note('Telefon Jana', jan, kase.id, other.id)
  const secret = await buildNote(anna, contractor.id, {
    kind: 'call',
    title: 'Poufny telefon Ewy',
    personId: ewa,
    caseId: kase.id,
    startsAt: inDays(-0.01),
  })
  await anna.patch(`/api/items/${secret.id}`, { audience: { users: [anna.id], groups: [] } })
  const rows = async (actor: Actor, caseId: string, query: string) =>
    titles((await actor.get(`/api/cases/${caseId}/timeline?${query}`)).body.items)

  expect((await rows(bartek, kase.id, `personId=${ewa}`)).toSorted()).toEqual(['Od Ewy', 'Telefon Ewy'])
  expect(await rows(bartek, kase.id, `personId=${ewa}&kind=call`)).toEqual(['Telefon Ewy'])
  expect(await rows(bartek, kase.id, `personId=${ewa}&q=telefon`)).toEqual(['Telefon Ewy'])
  expect(await rows(bartek, kase.id, `personId=${ewa}&from=${inDays(-2)}&to=${inDays(-0.5)}`)).toEqual(['Telefon Ewy'])
  expect(await rows(bartek, kase.id, `personId=${jan}`)).toEqual(['Telefon Jana'])
  expect(await rows(bartek, kase.id, `personId=${crypto.randomUUID()}`)).toEqual([])
  expect(await rows(anna, hidden.id, `personId=${ewa}`)).toEqual(['Tajny telefon Ewy'])
  expect((await bartek.get(`/api/cases/${hidden.id}/timeline?personId=${ewa}`)).status).toBe(404)
  // What he may not see takes no place on a page either.
  const first = (await bartek.get(`/api/cases/${kase.id}/timeline?personId=${ewa}&limit=1`)).body
  expect(first.items).toHaveLength(1)
  const second = (await bartek.get(`/api/cases/${kase.id}/timeline?personId=${ewa}&limit=1&cursor=${first.next}`)).body
  expect(titles([...first.items, ...second.items]).toSorted()).toEqual(['Od Ewy', 'Telefon Ewy'])
  expect(second.next).toBeNull()
  const csv = await bartek.get(`/api/cases/${kase.id}/timeline.csv?personId=${jan}`)
  expect(String(csv.body)).toContain('Telefon Jana')
  expect(String(csv.body)).not.toContain('Telefon Ewy')
  expect((await bartek.get(`/api/cases/${kase.id}`)).body.people).toEqual([
    { id: ewa, name: 'Ewa', contractorId: contractor.id },
    { id: jan, name: 'Jan', contractorId: other.id },
  ])
})

it('narrows a file to what came since the last look, whenever it happened', async () => {
  const contractor = await buildContractor(anna)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  await buildNote(anna, contractor.id, { title: 'Stare' })
  expect((await bartek.post(`/api/contractors/${contractor.id}/look`)).body).toEqual({ before: null })
  await test.asSuper.query(`update file_look set looked_at = now() - interval '2 hours'`)
  await test.asSuper.query(`update item set created_at = now() - interval '3 hours' where contractor_id = $1`, [
    contractor.id,
  ])
  await buildNote(anna, contractor.id, { kind: 'call', title: 'Dopisane', startsAt: '2020-01-01T10:00:00.000Z' })
  await buildNote(anna, contractor.id, { title: 'Tajne', caseId: hidden.id })

  const { before } = (await bartek.post(`/api/contractors/${contractor.id}/look`)).body

  expect(await rowsOf(bartek, contractor.id, `since=${before}`)).toEqual(['Dopisane'])
  // A second page within the same look.
  expect((await bartek.post(`/api/contractors/${contractor.id}/look`)).body).toEqual({ before })
  expect((await bartek.post(`/api/contractors/${crypto.randomUUID()}/look`)).status).toBe(404)
})

it('narrows a case to what came since the last look, across the files of its parties', async () => {
  const [contractor, other] = [await buildContractor(anna), await buildContractor(anna)]
  const kase = await buildCase(anna, contractor.id)
  await anna.put(`/api/cases/${kase.id}/parties/${other.id}`, {})
  await buildNote(anna, contractor.id, { title: 'Stare', caseId: kase.id })
  const look = async (actor: Actor) => (await actor.post(`/api/cases/${kase.id}/look`)).body
  expect(await look(bartek)).toEqual({ before: null })
  await test.asSuper.query(`update case_look set looked_at = now() - interval '2 hours'`)
  await test.asSuper.query(`update item set created_at = now() - interval '3 hours' where contractor_id = $1`, [
    contractor.id,
  ])
  const fresh = { kind: 'call', caseId: kase.id, startsAt: '2020-01-01T10:00:00.000Z' }
  await buildNote(anna, other.id, { ...fresh, title: 'Dopisane' })
  await buildNote(anna, contractor.id, { title: 'Obok' })
  const secret = await buildNote(anna, contractor.id, { ...fresh, title: 'Poufne' })
  await anna.patch(`/api/items/${secret.id}`, { audience: { users: [anna.id], groups: [] } })

  const { before } = await look(bartek)
  const rows = async (actor: Actor, query: string) =>
    titles((await actor.get(`/api/cases/${kase.id}/timeline?since=${before}${query}`)).body.items).toSorted()

  expect(await rows(bartek, '')).toEqual(['Dopisane'])
  expect(await rows(anna, '')).toEqual(['Dopisane', 'Poufne'])
  expect(await rows(bartek, '&q=dopisane')).toEqual(['Dopisane'])
  expect(await rows(bartek, '&q=stare')).toEqual([])
  expect(await rows(bartek, '&kind=note')).toEqual([])
  // A second page within the same look; who has not looked yet has no moment.
  expect(await look(bartek)).toEqual({ before })
  expect(await look(anna)).toEqual({ before: null })
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  expect((await bartek.post(`/api/cases/${hidden.id}/look`)).status).toBe(404)
})

it('lists the files that one looked at lately, while one may see them', async () => {
  const celina = await buildUser(test)
  const [one, other] = [
    await buildContractor(anna, { name: 'Pierwszy' }),
    await buildContractor(anna, { name: 'Drugi' }),
  ]
  await celina.post(`/api/contractors/${one.id}/look`)
  await celina.post(`/api/contractors/${other.id}/look`)
  const recent = async () =>
    (await celina.get('/api/recent-contractors')).body.items.map((row: { name: string }) => row.name)

  expect(await recent()).toEqual(['Drugi', 'Pierwszy'])
  await anna.patch(`/api/contractors/${other.id}`, { audience: { users: [] } })
  expect(await recent()).toEqual(['Pierwszy'])
})

it('takes many items out of their cases in one act', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const items = [await buildNote(anna, contractor.id, { caseId: caseFile.id }), await buildNote(anna, contractor.id)]

  const { body } = await anna.post('/api/items/assign', { itemIds: items.map(item => item.id), caseId: null })

  expect(body.items.map((one: { done: boolean }) => one.done)).toEqual([true, true])
  expect((await anna.get(`/api/cases/${caseFile.id}/timeline`)).body.items).toEqual([])
  expect((await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toHaveLength(2)
})

it('shows a mail its documents, and a document its mail', async () => {
  const contractor = await buildContractor(anna, { addresses: ['a@zalacznik.example'] })
  const attachments = [{ name: 'FV 7.pdf', type: 'application/pdf', content: '%PDF-1.4 siedem' }]
  const { body } = await anna.hand(buildMail({ from: 'a@zalacznik.example', subject: 'Faktura', attachments }))
  const mail = (await anna.get(`/api/items/${body.items[0].id}`)).body

  const document = (await anna.get(`/api/items/${mail.attachments[0].itemId}`)).body

  expect(document.title).toBe('FV 7.pdf')
  expect(document.cameWith).toEqual({ id: mail.id, title: 'Faktura' })
  expect(mail.contractorId).toBe(contractor.id)
})

it('keeps the tags of a contractor', async () => {
  const contractor = await buildContractor(anna)

  const { body } = await anna.patch(`/api/contractors/${contractor.id}`, { tags: ['hurt', ' hurt ', 'Śląsk'] })

  expect(body.tags).toEqual(['hurt', 'Śląsk'])
})

it('moves many items to another contractor and tells where they are now, so that it can be undone', async () => {
  const [from, to] = [await buildContractor(anna), await buildContractor(anna)]
  const caseFile = await buildCase(anna, to.id)
  const items = [await buildNote(anna, from.id), await buildNote(anna, from.id)]

  const { body } = await anna.post('/api/items/assign', {
    itemIds: items.map(item => item.id),
    contractorId: to.id,
    caseId: caseFile.id,
  })

  const moved = body.items.map((one: { movedTo: string }) => one.movedTo)
  expect((await anna.get(`/api/contractors/${from.id}/timeline`)).body.items).toEqual([])
  expect((await anna.get(`/api/cases/${caseFile.id}/timeline`)).body.items).toHaveLength(2)
  await anna.post('/api/items/assign', { itemIds: moved, contractorId: from.id, caseId: null })
  expect((await anna.get(`/api/contractors/${from.id}/timeline`)).body.items).toHaveLength(2)
  expect((await anna.get(`/api/cases/${caseFile.id}/timeline`)).body.items).toEqual([])
})

it('names the conversation of mails that one sees, and of nothing else', async () => {
  const contractor = await buildContractor(anna, { addresses: ['a@watek.example'] })
  const first = await anna.hand(buildMail({ from: 'a@watek.example', messageId: '<watek-1@watek.example>' }))
  const second = await anna.hand(buildMail({ from: 'a@watek.example', inReplyTo: 'watek-1@watek.example' }))
  const other = await anna.hand(buildMail({ from: 'a@watek.example' }))
  const note = await buildNote(anna, contractor.id)
  const mails = [first, second, other].map(reply => reply.body.items[0].id)
  const threads = async (user: Actor) =>
    (await user.post('/api/items/threads', { itemIds: [...mails, note.id] })).body.items as Record<string, string>[]

  const found = new Map((await threads(anna)).map(one => [one['itemId'], one['threadId']]))

  expect([...found.keys()].toSorted()).toEqual(mails.toSorted())
  expect(found.get(mails[0])).toBe(found.get(mails[1]))
  expect(found.get(mails[2])).not.toBe(found.get(mails[0]))
  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [anna.id] } })
  expect(await threads(bartek)).toEqual([])
  expect((await anna.post('/api/items/threads', { itemIds: [] })).status).toBe(400)
})
