import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

let now = new Date()
const test = await openTestHouse({ now: () => now })
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)

const onlyHerself = { audience: { users: [] } }
const pdf = (content: string, name = 'umowa.pdf') => ({
  name,
  type: 'application/pdf',
  content: `%PDF-1.4 ${content}\n%%EOF`,
})
const timeline = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items
/** What differs of itself between two mails. */
const apart = ({ id: _id, messageId: _messageId, ...rest }: Record<string, unknown>) => rest

it('shows nothing of a mail made confidential on the documents that came with it', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@kadry.example'] })
  const mail = buildMail({
    from: 'Jan Tajny <a@kadry.example>',
    subject: 'Zwolnienie Kowalskiego',
    attachments: [pdf('zwolnienie')],
  })
  const { body } = await anna.hand(mail)
  await anna.patch(`/api/items/${body.items[0].id}`, onlyHerself)

  expect(JSON.stringify(await timeline(celina, contractor.id))).not.toContain('Zwolnienie')
  expect((await celina.get('/api/search?q=Zwolnienie')).body.items).toEqual([])
})

it('shows nothing of a hidden mail on a document that an open mail brings as well', async () => {
  const contractor = await buildContractor(anna)
  const secret = await buildCase(anna, contractor.id, onlyHerself)
  const files = [pdf('dwa razy', 'oferta.pdf')]
  await anna.hand(
    buildMail({ from: 'Sekret Rozmówca <s@obcy.example>', subject: 'Przejęcie spółki', attachments: files }),
    `?caseId=${secret.id}`,
  )

  await bartek.hand(buildMail({ subject: 'Zwykła oferta', attachments: files }), `?contractorId=${contractor.id}`)

  const rows = await timeline(celina, contractor.id)
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain('Przejęcie')
  expect(JSON.stringify(rows)).not.toContain('Sekret')
  expect((await celina.get('/api/search?q=Przejęcie')).body.items).toEqual([])
})

it('answers no method and no evidence of a case that the presenter may not see', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@watek.example'] })
  const secret = await buildCase(anna, contractor.id, onlyHerself)
  await anna.hand(
    buildMail({ messageId: '<w1@nasza.example>', from: anna.email, to: 'jan@watek.example' }),
    `?caseId=${secret.id}`,
  )

  const { body } = await bartek.hand(buildMail({ from: 'jan@watek.example', inReplyTo: 'w1@nasza.example' }))

  expect(body.items).toMatchObject([{ contractorId: contractor.id }])
  expect(body.evidence).not.toContain(secret.reference)
  expect(body.method).not.toBe('thread')
})

it('answers no method and no evidence of a hidden contractor when a visible one is filed to as well', async () => {
  await buildContractor(anna, { ...onlyHerself, addresses: ['@tajna-spolka.example'] })
  const open = await buildContractor(anna, { addresses: ['@jawna-spolka.example'] })

  const { body } = await bartek.hand(buildMail({ from: 'x@tajna-spolka.example', cc: 'y@jawna-spolka.example' }))

  // Who is only in copy files nothing beside the sender's contractor; the visible one is suggested.
  expect(body.items).toEqual([])
  expect(JSON.stringify(body)).not.toContain('tajna-spolka')
  const groups: { key: string; suggestions: { contractorId: string }[] }[] = (await bartek.get('/api/triage/groups'))
    .body.items
  const waiting = groups.find(({ key }) => key === 'x@tajna-spolka.example')
  expect(waiting?.suggestions.map(({ contractorId }) => contractorId)).toEqual([open.id])
})

it('answers about an address that only hidden contractors share as about nobody’s', async () => {
  await buildContractor(anna, { ...onlyHerself, addresses: ['w@wspolny-ukryty.example'] })
  await buildContractor(anna, { ...onlyHerself, addresses: ['w@wspolny-ukryty.example'] })

  const hidden = await bartek.hand(buildMail({ from: 'w@wspolny-ukryty.example', subject: 'wspólny' }))
  const absent = await bartek.hand(buildMail({ from: 'w@zupelnie-nikt.example' }))

  expect(apart(hidden.body)).toEqual(apart(absent.body))
  const rows: { subject: string; reason: string }[] = (await bartek.get('/api/triage')).body.items
  expect(rows.find(row => row.subject === 'wspólny')?.reason).toBe('unknown-sender')
})

it('answers the same whether or not a hidden contractor has the address of a visible one', async () => {
  await buildContractor(anna, { ...onlyHerself, addresses: ['w@rywal.example'] })
  await buildContractor(bartek, { addresses: ['w@rywal.example'] })

  expect((await bartek.hand(buildMail({ from: 'w@rywal.example' }))).body.reason).not.toBe('several-contractors')
})

it.each([
  ['internal mail', () => ({ from: anna.email, to: bartek.email })],
  ['mail of doubtful senders', () => ({ from: 'a@dwaj.example', headers: ['From: b@inny.example'] })],
])('answers the same about %s that somebody filed where the presenter may not look', async (_name, input) => {
  const hidden = await buildContractor(anna, onlyHerself)
  const mail = buildMail(input())
  await anna.hand(mail, `?contractorId=${hidden.id}`)

  const filed = await bartek.hand(mail)
  const fresh = await bartek.hand(buildMail(input()))

  expect(apart(filed.body)).toEqual(apart(fresh.body))
})

it('does not take a mail out of somebody’s triage because it was filed where he may not look', async () => {
  const hidden = await buildContractor(anna, onlyHerself)
  const mail = buildMail({ from: 'ktos@triaz.example' })
  const { body } = await celina.hand(mail)
  const waiting = async () => (await celina.get('/api/triage')).body.items.map((row: { id: string }) => row.id)
  expect(await waiting()).toContain(body.id)

  await anna.hand(mail, `?contractorId=${hidden.id}`)

  expect(await waiting()).toContain(body.id)
})

it('names no members of an audience to somebody who sees only a case', async () => {
  const contractor = await buildContractor(anna, {
    audience: { users: [celina.id] },
    addresses: ['@tylko-sprawa.example'],
  })
  await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })

  expect((await bartek.get(`/api/contractors/${contractor.id}`)).body.audience).toEqual([])
  const { body } = await bartek.post('/api/lookup', { from: ['x@tylko-sprawa.example'] })
  expect(body.contractors).toMatchObject([{ id: contractor.id }])
  expect(body.audience).toEqual([])
})

it('shows no reference of a hidden case as the evidence of a filing that was shared', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@dowod.example'] })
  const secret = await buildCase(anna, contractor.id, onlyHerself)
  await anna.hand(
    buildMail({ messageId: '<d1@nasza.example>', from: anna.email, to: 'jan@dowod.example' }),
    `?caseId=${secret.id}`,
  )
  const answer = await anna.hand(
    buildMail({ messageId: '<d2@dowod.example>', from: 'jan@dowod.example', inReplyTo: 'd1@nasza.example' }),
  )
  await anna.patch(`/api/items/${answer.body.items[0].id}`, { audience: { users: [bartek.id] } })

  const item = await bartek.get(`/api/items/${answer.body.items[0].id}`)
  expect(item.status).toBe(200)
  expect(JSON.stringify(item.body)).not.toContain(secret.reference)
  const { body } = await bartek.post('/api/lookup', { messageId: 'd2@dowod.example' })
  expect(JSON.stringify(body)).not.toContain(secret.reference)
})

it('suggests the same to somebody whether or not there are cases that he may not see', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@propozycje.example'] })
  const open = await buildCase(anna, contractor.id)
  const ask = async () => (await bartek.post('/api/lookup', { from: ['a@propozycje.example'] })).body.suggestions
  const before = await ask()

  await buildCase(anna, contractor.id, onlyHerself)

  expect(before).toMatchObject([{ caseId: open.id }, { caseId: null }])
  expect(await ask()).toEqual(before)
})

it('suggests the contractor also when the thread leads to a case that one may not see', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@cichy.example'] })
  const secret = await buildCase(anna, contractor.id, onlyHerself)
  await anna.hand(
    buildMail({ messageId: '<c1@nasza.example>', from: anna.email, to: 'jan@cichy.example' }),
    `?caseId=${secret.id}`,
  )
  const ask = async (inReplyTo: string) =>
    (await bartek.post('/api/lookup', { from: ['jan@cichy.example'], inReplyTo })).body.suggestions

  expect(await ask('<c1@nasza.example>')).toEqual(await ask('<nieznane@nasza.example>'))
})

it('does not tell the filing of a mail to whoever opens a forged twin of its Message-ID', async () => {
  const contractor = await buildContractor(anna)
  await anna.hand(
    buildMail({ messageId: '<blizniak@prawdziwy.example>', from: 'prezes@prawdziwy.example' }),
    `?contractorId=${contractor.id}`,
  )

  const { body } = await bartek.post('/api/lookup', {
    messageId: '<blizniak@prawdziwy.example>',
    from: ['oszust@falszywy.example'],
  })

  expect(body.filed).toEqual([])
  expect(body.contractors).toEqual([])
})

it('does not tell by a time that somebody had the mail before', async () => {
  const mail = buildMail({ headers: ['Date: kiedyś'], from: 'x@czas.example' }).replace(/^Date: (?!kiedyś).*\r\n/m, '')
  now = new Date('2026-01-05T10:00:00.000Z')
  await anna.hand(mail)
  now = new Date('2026-03-05T10:00:00.000Z')
  const { body } = await bartek.hand(mail)
  const row = (await bartek.get('/api/triage')).body.items.find((one: { id: string }) => one.id === body.id)
  now = new Date()

  expect(row.occurredAt).toBe('2026-03-05T10:00:00.000Z')
})

it('keeps a confidential item confidential when it is put into a case', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const note = await buildNote(anna, contractor.id, { title: 'Poufna uwaga' })
  await anna.patch(`/api/items/${note.id}`, onlyHerself)

  await anna.post('/api/items/assign', { itemIds: [note.id], caseId: caseFile.id })

  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(404)
})

it('ties no items to the address of a contractor who has become hidden', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@zwezony.example'] })
  await bartek.hand(buildMail({ from: 'x@zwezony.example' }))
  await anna.patch(`/api/contractors/${contractor.id}`, onlyHerself)

  // He still sees his own mail, but not whose file it lies in, nor which other addresses lead there.
  const { body } = await bartek.post('/api/lookup', { from: ['ktos-inny@zwezony.example'] })

  expect(body.contractors).toEqual([])
  expect(body.timeline.items).toEqual([])
})

it('answers alike for a person of a hidden file and for nobody', async () => {
  const hidden = await buildContractor(anna, { ...onlyHerself, people: [{ name: 'Ukryta' }] })
  const open = await buildContractor(anna, { people: [{ name: 'Jawna' }] })
  const log = (personId: string) =>
    bartek.post('/api/activities', { kind: 'call', contractorId: open.id, title: 'Telefon', personId })

  const there = await log(hidden.people[0]?.id ?? '')
  const absent = await log(crypto.randomUUID())

  expect(there.status).toBe(absent.status)
  expect(absent.status).toBeGreaterThanOrEqual(400)
  expect(absent.status).toBeLessThan(500)
})
