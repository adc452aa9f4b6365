import { afterAll, afterEach, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { GraphDouble } from './graph-double.ts'

const double = new GraphDouble()
const origin = await double.listen()
afterAll(() => double.close())
const test = await openTestHouse({ microsoft: { login: origin, graph: origin } })
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const tenant = { tenant: 'firma.example', clientId: 'aplikacja-1', clientSecret: 'tajne' }
const { body: connected } = await admin.post('/api/microsoft/tenants', tenant)
const contractor = await buildContractor(admin, { name: 'Klient', addresses: ['@klient.example'] })
const mailbox = 'anna@firma.example'
const added = { tenantId: connected.id, user: mailbox, ownerId: anna.id, since: '2020-01-01' }
expect((await admin.post('/api/microsoft/mailboxes', added)).status).toBe(201)

const sourceOf = (name: string) =>
  buildMail({ messageId: `<${name}@klient.example>`, from: 'jan@klient.example', to: anna.email, date: new Date() })
const file = (user: typeof anna, body: object) =>
  user.post(`/api/microsoft/messages?contractorId=${contractor.id}`, body)

afterEach(() => {
  Object.assign(double, { throttle: 0, breaks: 0, denied: false, secret: 'tajne' })
  double.asked.length = 0
})

it('files a message of my own mailbox as it travelled, by its id', async () => {
  const sent = sourceOf('one')
  await double.deliver(mailbox, 'inbox', 'id-1_=', sent)

  const { status, body } = await file(anna, { mailbox: 'Anna@Firma.example', itemId: 'id-1_=' })

  expect(status).toBe(200)
  expect(body).toMatchObject({ action: 'file', messageId: 'one@klient.example' })
  const { body: source } = await anna.get(`/api/items/${body.items[0].id}/source`)
  expect(source).toBe(sent)
})

it('finds it by its Message-ID when it was moved since and has another id, quotes and all', async () => {
  await double.deliver(mailbox, 'inbox', 'moved-2', sourceOf("o'two"))

  const { body } = await file(anna, { mailbox, itemId: 'before', messageId: "o'two@klient.example" })

  expect(body).toMatchObject({ action: 'file', messageId: "o'two@klient.example" })
})

it('makes one item of it, however often it is filed', async () => {
  await double.deliver(mailbox, 'inbox', 'id-3', sourceOf('three'))

  const [first, second] = [await file(anna, { mailbox, itemId: 'id-3' }), await file(anna, { mailbox, itemId: 'id-3' })]

  expect(second.body.items).toEqual(first.body.items)
})

it('says the same of a mailbox of somebody else’s, of none, and of a message that is not there, and asks nobody', async () => {
  await double.deliver(mailbox, 'inbox', 'id-4', sourceOf('four'))
  const replies = [
    await file(bartek, { mailbox, itemId: 'id-4' }),
    await file(admin, { mailbox, itemId: 'id-4' }),
    await file(anna, { mailbox: 'inna@firma.example', itemId: 'id-4' }),
  ]
  expect(double.asked).toEqual([])
  replies.push(await file(anna, { mailbox, itemId: 'none', messageId: 'none@klient.example' }))
  replies.push(await file(anna, { mailbox }))

  expect(replies.map(({ status, body }) => [status, body.code])).toEqual(replies.map(() => [404, 'not-found']))
  const { rows } = await test.asSuper.query(`select 1 from message where message_id like 'four@%'`)
  expect(rows).toEqual([])
})

it('is not found for a place that the reader may not see', async () => {
  const hidden = await buildContractor(bartek, { audience: { users: [bartek.id], groups: [] } })

  const reply = await anna.post(`/api/microsoft/messages?contractorId=${hidden.id}`, { mailbox, itemId: 'id-1_=' })

  expect([reply.status, reply.body.code]).toEqual([404, 'not-found'])
})

it('says that it cannot be had now when Microsoft refuses or breaks off, and stores nothing by halves', async () => {
  await double.deliver(mailbox, 'inbox', 'id-5', sourceOf('five'))
  double.breaks = 1
  expect((await file(anna, { mailbox, itemId: 'id-5' })).body.code).toBe('unavailable')
  double.denied = true
  expect((await file(anna, { mailbox, itemId: 'id-5' })).body.code).toBe('unavailable')
  double.denied = false
  double.throttle = 2

  expect((await file(anna, { mailbox, itemId: 'id-5' })).status).toBe(200)
})

it.each([
  ['an id that leads elsewhere', { mailbox, itemId: '../../users' }],
  ['a Message-ID that is none', { mailbox, messageId: 'a b' }],
  ['no mailbox', { itemId: 'id-1' }],
])('refuses %s', async (_what, body) => {
  expect((await file(anna, body)).status).toBe(400)
})
