import { expect, it } from 'vitest'
import type { Query } from '../../../server/database/work.ts'
import { lookUp } from '../../../server/lookup/look-up.ts'
import { mostOpenCases } from '../../../shared/lookup.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildGroup, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

it('brings as many of the newest open cases as are promised', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@wiele-spraw.example'] })
  for (let at = 0; at <= mostOpenCases; at += 1) await buildCase(anna, contractor.id, { title: `Sprawa ${at}` })

  const { body } = await anna.post('/api/lookup', {
    messageId: '<x@wiele.example>',
    from: ['a@wiele-spraw.example'],
    to: [],
  })

  expect(body.openCases).toHaveLength(mostOpenCases)
  expect(body.openCases[0].title).toBe(`Sprawa ${mostOpenCases}`)
})

it('tells who it is, what we have on them, and where the mail would go', async () => {
  const contractor = await buildContractor(anna, {
    addresses: ['@kto.example'],
    people: [{ name: 'Jan Nowak', addresses: ['jan@kto.example'] }],
  })
  const caseFile = await buildCase(anna, contractor.id)
  await buildNote(anna, contractor.id, { title: 'Rozmowa o dostawie' })

  const { body, status } = await anna.post('/api/lookup', {
    messageId: '<x@kto.example>',
    from: ['Jan@Kto.example'],
    to: [anna.email, 'obcy@nieznany.example'],
  })

  expect(status).toBe(200)
  expect(body.contractors).toMatchObject([
    { id: contractor.id, via: 'address', address: 'jan@kto.example', person: 'Jan Nowak' },
  ])
  expect(body.unknown).toEqual([{ address: 'obcy@nieznany.example', name: '', isFreeMail: false, company: 'Nieznany' }])
  expect(body.openCases).toMatchObject([{ id: caseFile.id }])
  expect(body.filed).toEqual([])
  expect(body.suggestions).toMatchObject([
    { contractorId: contractor.id, caseId: caseFile.id, method: 'only-open-case', reason: caseFile.reference },
    { contractorId: contractor.id, caseId: null, method: 'address', reason: 'jan@kto.example' },
  ])
  expect(body.timeline.items).toMatchObject([{ title: 'Rozmowa o dostawie' }])
  expect(body.audience).toMatchObject([{ name: 'Wszyscy' }, { id: anna.id }])
})

it('tells where the mail is filed, by whom and why, every time', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  await anna.hand(buildMail({ messageId: '<filed@gdzie.example>' }), `?caseId=${caseFile.id}&comment=Pilne`)

  const { body } = await bartek.post('/api/lookup', { messageId: 'filed@gdzie.example', from: ['anna@klient.example'] })

  expect(body.filed).toMatchObject([
    {
      contractorId: contractor.id,
      caseReference: caseFile.reference,
      // A closed case is not among the open ones beside the mail.
      caseTitle: caseFile.title,
      method: 'hand',
      comment: 'Pilne',
    },
  ])
  expect(body.filed[0].by).toMatch(/Użytkownik/)
  expect(body.contractors).toMatchObject([{ id: contractor.id, via: 'filed' }])
})

it('shows the client, not me, on my own sent mail', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@odbiorca.example'] })

  const { body } = await anna.post('/api/lookup', { from: [anna.email], to: ['x@odbiorca.example'] })

  expect(body.contractors).toMatchObject([{ id: contractor.id, via: 'domain' }])
  expect(body.unknown).toEqual([])
})

it('finds a mailbox behind its plus tag, and no company behind free mail', async () => {
  const contractor = await buildContractor(anna, { addresses: ['ela@gmail.com'] })

  expect((await anna.post('/api/lookup', { from: ['ela+faktury@gmail.com'] })).body.contractors).toMatchObject([
    { id: contractor.id },
  ])
  expect((await anna.post('/api/lookup', { from: ['ola@gmail.com'] })).body.contractors).toEqual([])
})

it('shows several contractors of one address, in each one’s file when asked', async () => {
  const one = await buildContractor(anna, { name: 'A spółka', addresses: ['x@dwie.example'] })
  const two = await buildContractor(anna, { name: 'B spółka', addresses: ['x@dwie.example'] })
  await buildNote(anna, two.id, { title: 'U drugiej' })

  const { body } = await anna.post('/api/lookup', { from: ['x@dwie.example'] })
  const second = await anna.post('/api/lookup', { from: ['x@dwie.example'], contractorId: two.id })

  expect(body.contractors.map((match: { id: string }) => match.id)).toEqual([one.id, two.id])
  expect(second.body.timeline.items).toMatchObject([{ title: 'U drugiej' }])
})

it('gives two people with different groups different files, counts and suggestions', async () => {
  const group = await buildGroup(anna, [anna])
  const contractor = await buildContractor(anna, { addresses: ['@rozne.example'] })
  const secret = await buildCase(anna, contractor.id, { audience: { groups: [group.id] } })
  await buildNote(anna, contractor.id, { title: 'Jawna' })
  await buildNote(anna, contractor.id, { title: 'Tajna', caseId: secret.id })
  const ask = async (actor: typeof anna) => (await actor.post('/api/lookup', { from: ['a@rozne.example'] })).body

  const hers = await ask(anna)
  const his = await ask(bartek)

  expect(hers.timeline.items).toHaveLength(2)
  expect(hers.openCases).toHaveLength(1)
  expect(his.timeline.items).toMatchObject([{ title: 'Jawna' }])
  expect(his.openCases).toEqual([])
  expect(his.suggestions).toMatchObject([{ contractorId: contractor.id, caseId: null }])
  expect(JSON.stringify(his)).not.toContain(secret.reference)
})

it('answers about a hidden contractor as about nobody', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] }, addresses: ['@tajny.example'] })
  const ask = async (domain: string) =>
    (await bartek.post('/api/lookup', { messageId: 'a@b', from: [`a@${domain}`] })).body

  const about = await ask('tajny.example')
  const nobody = await ask('nikogo.example')

  expect({ ...about, unknown: [] }).toEqual({ ...nobody, unknown: [] })
  expect(about.unknown).toEqual([{ address: 'a@tajny.example', name: '', isFreeMail: false, company: 'Tajny' }])
  expect((await bartek.post('/api/lookup', { contractorId: hidden.id })).body.timeline.items).toEqual([])
})

it('remembers for the user which of several contractors a thread is about, until he no longer sees him', async () => {
  const one = await buildContractor(anna, { addresses: ['w@wspolny.example'] })
  const other = await buildContractor(anna, { addresses: ['w@wspolny.example'] })
  const first = { messageId: '<pierwszy@wspolny.example>', from: ['w@wspolny.example'] }
  const later = {
    messageId: '<b@x.example>',
    references: ['pierwszy@wspolny.example', 'a@x.example'],
    from: ['w@wspolny.example'],
  }
  const chosenBy = async (actor: Actor, mail: object) => (await actor.post('/api/lookup', mail)).body.chosen
  const choose = async (actor: Actor, contractorId: string, thread = '<pierwszy@wspolny.example>') =>
    (await actor.post('/api/lookup/choice', { thread, contractorId })).status
  await buildNote(anna, other.id, { title: 'U drugiego' })
  expect(await chosenBy(anna, first)).toBeNull()

  expect(await choose(anna, one.id)).toBe(204)
  expect(await choose(anna, other.id)).toBe(204)

  const { body } = await anna.post('/api/lookup', later)
  expect(body.chosen).toEqual({ id: other.id, name: expect.any(String) })
  expect(body.timeline.items).toMatchObject([{ title: 'U drugiego' }])
  expect(await chosenBy(bartek, later)).toBeNull()
  expect((await anna.post('/api/lookup', { ...later, contractorId: one.id })).body.timeline.items).toEqual([])

  expect(await choose(bartek, other.id)).toBe(204)
  await anna.patch(`/api/contractors/${other.id}`, { audience: { users: [] } })
  expect(await chosenBy(bartek, later)).toBeNull()
  expect(await choose(bartek, other.id)).toBe(404)
  expect(await choose(bartek, crypto.randomUUID())).toBe(404)
  expect(await choose(bartek, one.id, ' <> ')).toBe(400)
})

it('reads a mail in as few round trips as can be, and always the whole answer', async () => {
  const one = await buildContractor(anna, { addresses: ['a@jedna.example'] })
  await buildCase(anna, one.id)
  const other = await buildContractor(anna, { addresses: ['b@druga.example'] })
  await anna.hand(buildMail({ messageId: '<lies@trasa.example>' }), `?contractorId=${other.id}`)
  const [from, stranger] = [['a@jedna.example'], ['anna@klient.example']]

  expect(await lookUpCounted({ from })).toEqual({ trips: 1, suggested: [one.name, one.name] })
  expect(await lookUpCounted({ from: ['x@nikt.example'] })).toEqual({ trips: 1, suggested: [] })
  expect(await lookUpCounted({ from: stranger, messageId: 'lies@trasa.example' })).toEqual({ trips: 1, suggested: [] })
  expect(await lookUpCounted({ from, to: ['b@druga.example'] })).toEqual({
    trips: 2,
    suggested: [one.name, one.name, other.name],
  })
  expect(await lookUpCounted({ from, contractorId: other.id })).toEqual({ trips: 2, suggested: [one.name, one.name] })
})

/** In how many transactions a lookup is answered, and whom it suggests; its whole answer is what the route says. */
async function lookUpCounted(question: Parameters<typeof lookUp>[1]) {
  let trips = 0
  const counting = <Result>(act: (query: Query) => Promise<Result>) => {
    trips += 1
    return test.house.database.read(anna.id, act)
  }
  const answer = await lookUp(counting, question, new Date())
  const { body } = await anna.post('/api/lookup', question)
  expect(JSON.parse(JSON.stringify(answer))).toEqual(body)
  return { trips, suggested: answer.suggestions.map(suggestion => suggestion.contractorName) }
}

it('brings the next of what is to come, as far as the reader sees it, in the same round trip', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@jutro.example'] })
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const meet = (title: string, days: number, more: object = {}) =>
    buildNote(anna, contractor.id, { kind: 'meeting', title, startsAt: inDays(days), ...more })
  const from = ['a@jutro.example']
  const upcoming = async (actor: Actor, more: object = {}) => {
    const { body } = await actor.post('/api/lookup', { from, ...more })
    return body.upcoming && [body.upcoming.items.map((item: { title: string }) => item.title), body.upcoming.more]
  }
  await meet('Wczoraj', -1)
  await meet('Tajne', 1, { caseId: hidden.id })
  expect(await upcoming(bartek)).toBeUndefined()

  await meet('Za tydzień', 7)
  await meet('Jutro', 1.5)
  await meet('Za miesiąc', 30)

  expect(await upcoming(anna)).toEqual([['Tajne', 'Jutro', 'Za tydzień'], 1])
  expect(await upcoming(bartek)).toEqual([['Jutro', 'Za tydzień', 'Za miesiąc'], 0])
  expect(await upcoming(bartek, { from: ['x@nikt.example'], contractorId: contractor.id })).toEqual(
    await upcoming(bartek),
  )
  expect((await lookUpCounted({ from })).trips).toBe(1)
  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [] } })
  expect(await upcoming(bartek, { contractorId: contractor.id })).toBeUndefined()
})

it('brings what is still to be done, what is due first before the rest, as far as the reader sees it, in the same round trip', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@zadania.example'] })
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const give = (title: string, more: object = {}) => buildNote(anna, contractor.id, { kind: 'task', title, ...more })
  const from = ['a@zadania.example']
  const tasks = async (actor: Actor, more: object = {}) => {
    const { body } = await actor.post('/api/lookup', { from, ...more })
    return body.tasks && [body.tasks.items.map((item: { title: string }) => item.title), body.tasks.more]
  }
  await give('Tajne', { caseId: hidden.id, dueOn: '2026-01-01' })
  const { objectId } = await give('Zrobione')
  await anna.patch(`/api/activities/${objectId}`, { state: 'done' })
  await buildNote(anna, contractor.id, { title: 'Notatka' })
  expect(await tasks(bartek)).toBeUndefined()

  const someday = await give('Kiedyś')
  await give('Za rok', { dueOn: '2099-02-01', assigneeId: bartek.id })
  for (let at = 1; at <= 5; at += 1) await give(`Do ${at}`, { dueOn: `2099-01-0${at}` })

  const five = ['Do 1', 'Do 2', 'Do 3', 'Do 4', 'Do 5']
  expect(await tasks(anna)).toEqual([['Tajne', ...five], 2])
  expect(await tasks(bartek)).toEqual([[...five, 'Za rok'], 1])
  expect(await tasks(bartek, { from: ['x@nikt.example'], contractorId: contractor.id })).toEqual(await tasks(bartek))
  const list = await bartek.get(`/api/tasks?of=all&contractorId=${contractor.id}`)
  expect((await bartek.post('/api/lookup', { from })).body.tasks.items).toEqual(list.body.items.slice(0, 6))
  await anna.patch(`/api/activities/${someday.objectId}`, { dueOn: '2098-01-01' })
  expect(await tasks(bartek)).toEqual([['Kiedyś', ...five], 1])
  expect((await lookUpCounted({ from })).trips).toBe(1)
  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [] } })
  expect(await tasks(bartek, { contractorId: contractor.id })).toBeUndefined()
})

it('counts the attachments of a filed mail, and those of which the file has a document that the reader sees', async () => {
  const { id } = await buildContractor(anna, { addresses: ['@zalaczniki.example'] })
  const pdf = { name: 'Oferta.pdf', type: 'application/pdf', content: '%PDF-1.4 liczona\n%%EOF' }
  const icon = { name: 'image001.png', type: 'image/png', content: 'liczony znak' }
  const mail = { from: 'ewa@zalaczniki.example', messageId: '<liczone@zalaczniki.example>', attachments: [pdf, icon] }
  const bare = { from: 'ewa@zalaczniki.example', messageId: '<puste@zalaczniki.example>' }
  const { body } = await anna.hand(buildMail(mail), `?contractorId=${id}`)
  await anna.hand(buildMail(bare), `?contractorId=${id}`)
  const counted = async (actor: Actor, messageId: string) =>
    (await actor.post('/api/lookup', { messageId, from: ['ewa@zalaczniki.example'] })).body.filed[0].attachments

  expect(await counted(anna, mail.messageId)).toEqual({ all: 2, kept: 1 })
  expect(await counted(anna, bare.messageId)).toBeUndefined()

  await anna.put(`/api/items/${body.items[0].id}/attachments/1`, { type: 'protocol' })
  const [offer] = (await anna.get(`/api/items/${body.items[0].id}`)).body.attachments
  await anna.patch(`/api/items/${offer.itemId}`, { audience: { users: [anna.id], groups: [] } })
  expect(await counted(anna, mail.messageId)).toEqual({ all: 2, kept: 2 })
  expect(await counted(bartek, mail.messageId)).toEqual({ all: 2, kept: 1 })
})
