import { afterAll, afterEach, expect, it } from 'vitest'
import { until } from '../../e2e/thunderbird/until.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { healthOf, useDoors } from '../mailbox/reading.ts'
import { GraphDouble } from './graph-double.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const reading = useDoors(test)
const double = new GraphDouble()
const origin = await double.listen()
const publicUrl = await test.app.listen({ host: '127.0.0.1', port: 0 })
const config = { ...test.house.config, microsoft: { login: origin, graph: origin } }
afterAll(() => double.close())

const tenant = { tenant: 'firma.example', clientId: 'aplikacja-1', clientSecret: 'tajne' }
const { body: connected } = await admin.post('/api/microsoft/tenants', tenant)
await buildContractor(admin, { name: 'Klient', addresses: ['@klient.example'] })

let users = 0
const mailOf = (name: string, when = new Date()) =>
  buildMail({ messageId: `<${name}@klient.example>`, from: 'jan@klient.example', to: anna.email, date: when })

/** A mailbox of Anna's that is read, with so many mails in it. */
async function openMailbox(options: { mails?: number; isTold?: boolean; since?: string } = {}) {
  users += 1
  const user = `skrzynka${users}@firma.example`
  const sources = Array.from({ length: options.mails ?? 0 }, (_, index) => mailOf(`${users}-${index + 1}`))
  for (const [index, source] of sources.entries()) await double.deliver(user, 'inbox', `${user}-${index + 1}`, source)
  const since = options.since ?? '2020-01-01'
  const reply = await admin.post('/api/microsoft/mailboxes', { tenantId: connected.id, user, ownerId: anna.id, since })
  expect(reply.status).toBe(201)
  const house = { config: { ...config, publicUrl: options.isTold ? publicUrl : null } }
  // Without a notification nothing is looked at for an hour.
  const pace = options.isTold ? { lookMs: 3_600_000 } : {}
  reading.start({ house, pace })
  return { user, sources, id: reply.body.id as string }
}

afterEach(() => {
  Object.assign(double, { throttle: 0, drop: 0, forgetBefore: 0, breaks: 0, denied: false, isReadOnly: false, most: 0 })
  double.subscriptions.length = 0
  double.asked.length = 0
})

async function copiesOf(mailboxId: string) {
  const { rows } = await test.asSuper.query(
    `select m.message_id, c.source_hash, c.door, c.owner_id from message_copy c join message m on m.id = c.message_id where c.mailbox_id = $1 order by m.message_id`,
    [mailboxId],
  )
  return rows
}

const amount = async (mailboxId: string) => (await copiesOf(mailboxId)).length

it('reads what is there page by page, byte by byte, as the owner, at most four at once', async () => {
  const { id, user, sources } = await openMailbox({ mails: 5 })

  await until('the mailbox', async () => (await healthOf(anna, id)).state === 'live')

  const copies = await copiesOf(id)
  expect(copies.map(copy => copy.door)).toEqual(['graph', 'graph', 'graph', 'graph', 'graph'])
  expect(new Set(copies.map(copy => copy.owner_id))).toEqual(new Set([anna.id]))
  const stored = await Promise.all(copies.map(copy => test.house.blobs.read(copy.source_hash)))
  expect(stored.map(bytes => Buffer.from(bytes).toString())).toEqual(sources)
  expect(double.most).toBeLessThanOrEqual(4)
  expect(await healthOf(anna, id)).toMatchObject({ kind: 'graph', user, stored: 5, error: null, failures: [] })
  const { body } = await anna.get('/api/timeline')
  expect(body.items.length).toBeGreaterThanOrEqual(5)
})

it('hears of a mail by a notification, and of a lost one by "missed"', async () => {
  const { id, user } = await openMailbox({ mails: 1, isTold: true })
  await until('the mailbox', async () => (await amount(id)) === 1 && double.subscriptions.length === 2)

  await double.deliver(user, 'inbox', `${user}-told`, mailOf(`${users}-told`))
  await until('the mailbox', async () => (await amount(id)) === 2)

  double.drop = 1
  await double.deliver(user, 'sentitems', `${user}-lost`, mailOf(`${users}-lost`))
  await double.lifecycle('missed')
  await until('the mailbox', async () => (await amount(id)) === 3)
})

it('begins a removed subscription anew and renews one that ends', async () => {
  const { id, user } = await openMailbox({ isTold: true })
  await until(
    'the mailbox',
    async () => double.subscriptions.length === 2 && (await healthOf(anna, id)).state === 'live',
  )

  await double.lifecycle('subscriptionRemoved')
  await until('the mailbox', async () => double.subscriptions.length === 2)
  await double.deliver(user, 'inbox', `${user}-after`, mailOf(`${users}-after`))
  await until('the mailbox', async () => (await amount(id)) === 1)

  const [first] = double.subscriptions
  if (first) first.expirationDateTime = new Date().toISOString()
  await double.lifecycle('reauthorizationRequired')
  await until('the mailbox', async () => Date.parse(first?.expirationDateTime ?? '') > Date.now() + 60_000)
})

it('waits out 429, gets a new token, and goes on after a broken transfer', async () => {
  double.throttle = 3
  double.breaks = 1
  const { id } = await openMailbox({ mails: 3 })
  double.refuseTokens()

  await until('the mailbox', async () => (await amount(id)) === 3)
  await until('the mailbox', async () => (await healthOf(anna, id)).state === 'live')
})

it('reads all again when its place is forgotten, and stores nothing twice', async () => {
  const { id, user } = await openMailbox({ mails: 3 })
  await until('the mailbox', async () => (await healthOf(anna, id)).state === 'live')

  double.forgetBefore = 1_000_000
  await double.deliver(user, 'inbox', `${user}-new`, mailOf(`${users}-new`))
  await until('the mailbox', async () => (await amount(id)) === 4)

  expect(new Set((await copiesOf(id)).map(copy => copy.message_id)).size).toBe(4)
})

it('leaves out what is older than asked, and keeps what the mailbox loses', async () => {
  users += 1
  const user = `skrzynka${users + 1}@firma.example`
  await double.deliver(user, 'inbox', `${user}-old`, mailOf('stara', new Date('2019-05-05')), new Date('2019-05-05'))
  const { id } = await openMailbox({ mails: 2, since: '2024-01-01' })
  await until('the mailbox', async () => (await amount(id)) === 2 && (await healthOf(anna, id)).state === 'live')

  double.expunge(`${user}-1`)
  await admin.post(`/api/mailboxes/${id}/sync`)
  await until('the mailbox', async () => (await healthOf(anna, id)).state === 'live')
  expect(await amount(id)).toBe(2)
})

it.each([
  [
    'sign-in-refused',
    () => Object.assign(double, { secret: 'inne' }),
    () => Object.assign(double, { secret: 'tajne' }),
  ],
  ['access-denied', () => Object.assign(double, { denied: true }), () => Object.assign(double, { denied: false })],
])('shows %s to the administrator, and goes on when it is mended', async (code, harm, mend) => {
  harm()
  const { id } = await openMailbox({ mails: 1 })
  await until('the mailbox', async () => (await healthOf(admin, id)).error === code)
  mend()
  await admin.post(`/api/mailboxes/${id}/sync`)
  await until('the mailbox', async () => (await amount(id)) === 1)
})

it('takes no word of a notification that is not ours', async () => {
  const { id } = await openMailbox({ isTold: true })
  await until(
    'the mailbox',
    async () => double.subscriptions.length === 2 && (await healthOf(anna, id)).state === 'live',
  )
  const [subscription] = double.subscriptions
  const before = double.asked.length
  const address = `${publicUrl}/api/microsoft/notifications`

  for (const clientState of ['zgadywane', '', undefined])
    expect(await double.tell(address, { subscriptionId: subscription?.id, clientState })).toBe(202)
  expect(await double.tell(address, { subscriptionId: 'nie ma', clientState: subscription?.clientState })).toBe(202)
  expect(await double.tell(address, { clientState: 'x' })).toBe(400)
  const asText = await fetch(address, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' })
  expect(asText.status).toBe(415)

  await new Promise(resolve => setTimeout(resolve, 300))
  expect(double.asked.length).toBe(before)
})

it('gives the token of a question back as text, and lets no page be made of it', async () => {
  const token = '<script>alert(1)</script> ąę+/='
  const address = `${publicUrl}/api/microsoft/notifications?validationToken=${encodeURIComponent(token)}`
  const reply = await fetch(address, { method: 'POST' })

  expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await reply.text()).toBe(token)
})

it('lets only administrators connect tenants and say whose mail is read, and shows no secret', async () => {
  const input = { tenantId: connected.id, user: 'x@firma.example', since: '2024-01-01' }

  expect((await anna.post('/api/microsoft/tenants', tenant)).status).toBe(403)
  expect((await anna.get('/api/microsoft/tenants')).status).toBe(403)
  expect((await anna.post('/api/microsoft/mailboxes', input)).status).toBe(403)
  expect((await anna.remove(`/api/microsoft/tenants/${connected.id}`)).status).toBe(403)
  expect(JSON.stringify((await admin.get('/api/microsoft/tenants')).body)).not.toContain('tajne')
  const { rows } = await test.asSuper.query('select secret from microsoft_tenant')
  expect(rows[0]?.secret.includes('tajne')).toBe(false)
})
