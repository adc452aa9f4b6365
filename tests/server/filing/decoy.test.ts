import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { redecideBatch } from '../../../server/filing/redecide.ts'
import type { Arrival } from '../../../server/message/store-message.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail, type MailInput } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

/** Somebody opens a contractor with the address of a colleague's correspondent, for his own eyes, and waits for his mail. */
const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test, { email: 'bartek@nasza.example' })
const forHerself = { audience: { users: [] } }
let number = 0

type Doors = Arrival['door'] | 'journal without a mailbox'
const doors: Doors[] = ['imap', 'graph', 'journal', 'journal without a mailbox', 'push', 'import']

beforeAll(() =>
  test.asSuper.query(`insert into company_setting (key, value) values ('filing-borders', '["mx.nasza.example"]')`),
)
afterEach(() => test.asSuper.query(`delete from mailbox; delete from company_setting where key = 'filing-threshold'`))

async function mailboxOfBartek(): Promise<string> {
  const { rows } = await test.asSuper.query('select id from mailbox where owner_id = $1', [bartek.id])
  if (rows[0]) return rows[0].id
  const server = { kind: 'imap', host: 'poczta.nasza.example', port: 993, tls: true, since: '2026-01-01' }
  const reply = await bartek.post('/api/mailboxes', { ...server, user: bartek.email, password: 'tajne' })
  expect(reply.status).toBe(201)
  return reply.body.id
}

/** Bartek's mail comes, as that door takes it in. */
async function comes(door: Doors, mail: string) {
  const ofMailbox = { door: door === 'graph' ? door : ('imap' as const), remoteId: `INBOX/1/${++number}` }
  const ofJournal = { door: 'journal' as const, people: [bartek.email] }
  if (door === 'journal') await mailboxOfBartek()
  const arrival =
    door === 'imap' || door === 'graph'
      ? { ...ofMailbox, mailboxId: await mailboxOfBartek() }
      : door === 'push' || door === 'import'
        ? { door }
        : ofJournal
  return receiveMessage(test.house, { userId: bartek.id, source: Buffer.from(mail), arrival })
}

const of = (received: object) => ({ ...received, id: '', messageId: '' })
const filedIn = async (id: string) =>
  (await test.asSuper.query('select 1 from item where contractor_id = $1', [id])).rowCount
const waits = async (domain: string) => (await bartek.get(`/api/triage?domain=${domain}`)).body.items

describe.each(doors)('mail that comes by %s', door => {
  it('is not gathered by whoever gives its sender’s address or domain to a contractor that its owner does not see', async () => {
    const domain = `${door.replaceAll(' ', '-')}.example`
    const decoy = await buildContractor(anna, { ...forHerself, addresses: [`@${domain}`, `jan@${domain}`] })

    const byAddress = await comes(door, buildMail({ from: `jan@${domain}` }))
    const byDomain = await comes(door, buildMail({ from: `ewa@${domain}` }))
    const unknown = await comes(door, buildMail({ from: `jan@nieznany-${domain}` }))

    expect(await filedIn(decoy.id)).toBe(0)
    expect(of(byAddress)).toEqual(of(unknown))
    expect(of(byDomain)).toEqual(of(unknown))
    const [shown] = await waits(`nieznany-${domain}`)
    expect((await waits(domain)).map((row: { reason: string }) => row.reason)).toEqual([shown.reason, shown.reason])
  })
})

const nip = '5213017228'
const pass = (domain: string) => [`Authentication-Results: mx.nasza.example; dmarc=pass header.from=${domain}`]

it.each<[string, string, (reference: string) => MailInput]>([
  ['its number of a case', 'numer.example', reference => ({ from: 'a@numer.example', subject: `Sprawa ${reference}` })],
  ['its tax number', 'nip.example', () => ({ from: 'a@nip.example', text: `NIP ${nip}` })],
  [
    'where its answers go',
    'formularz.example',
    () => ({ from: 'www@strona.example', headers: ['Reply-To: jan@formularz.example'] }),
  ],
])('is not gathered by %s', async (_by, domain, mail) => {
  const decoy = await buildContractor(anna, { ...forHerself, taxId: nip, addresses: [`jan@${domain}`, `a@${domain}`] })
  const caseFile = await buildCase(anna, decoy.id)
  const { headers = [], ...rest } = mail(caseFile.reference)
  const vouched = pass(String(rest.from).split('@')[1] ?? '')

  const received = await comes('imap', buildMail({ ...rest, headers: [...headers, ...vouched] }))
  await anna.patch(`/api/contractors/${decoy.id}`, { taxId: null })

  expect(await filedIn(decoy.id)).toBe(0)
  expect(received).toMatchObject({ action: 'triage', reason: 'unknown-sender', items: [] })
})

it('waits where its owner was let into a case of the decoy only, and he is told of what he knows', async () => {
  const decoy = await buildContractor(anna, { ...forHerself, addresses: ['@przyneta.example'] })
  await buildCase(anna, decoy.id, { audience: { users: [bartek.id] } })

  const received = await comes('imap', buildMail({ from: 'a@przyneta.example' }))

  expect(await filedIn(decoy.id)).toBe(0)
  expect(received).toMatchObject({ action: 'suggest', reason: 'to-confirm', items: [] })
})

it('is not gathered when it came before the decoy, and nothing of it is moved in its owner’s triage', async () => {
  await comes('imap', buildMail({ from: 'a@wczesniej.example' }))
  const before = await waits('wczesniej.example')

  const decoy = await buildContractor(anna, { ...forHerself, addresses: ['@wczesniej.example'] })
  while (await redecideBatch(test.house, () => undefined, 0));
  const swept = await anna.post(`/api/contractors/${decoy.id}/sweep`, { address: '@wczesniej.example' })

  expect(swept.body).toEqual({ looked: 0, filed: 0, next: null })
  expect(await filedIn(decoy.id)).toBe(0)
  expect(await waits('wczesniej.example')).toEqual(before)
})

it('is suggested by the habit so far as if there were no decoy', async () => {
  const known = await buildContractor(anna)
  for (const from of Array.from({ length: 3 }, () => 'jan@nawyk.example'))
    await bartek.hand(buildMail({ from }), `?contractorId=${known.id}`)
  const mail = () => buildMail({ from: 'jan@nawyk.example' })
  const without = await comes('push', mail())

  await buildContractor(anna, { ...forHerself, addresses: ['jan@nawyk.example'] })
  const withDecoy = await comes('push', mail())
  const pane = await bartek.post('/api/lookup', { from: ['jan@nawyk.example'] })

  expect(without.action).toBe('suggest')
  expect(of(withDecoy)).toEqual(of(without))
  expect(pane.body.suggestions).toMatchObject([{ contractorId: known.id, method: 'history' }])
})

it('goes where a person put its thread, though its owner does not see it', async () => {
  const file = await buildContractor(anna, { ...forHerself, addresses: ['jan@watek.example'] })
  await anna.hand(
    buildMail({ messageId: '<pierwszy@watek.example>', from: 'jan@watek.example' }),
    `?contractorId=${file.id}`,
  )

  const answer = await comes(
    'imap',
    buildMail({ from: 'jan@watek.example', inReplyTo: 'pierwszy@watek.example', subject: 'Odp' }),
  )

  expect(await filedIn(file.id)).toBe(2)
  expect(answer).toMatchObject({ action: 'triage', reason: 'unknown-sender', items: [] })
})

it('goes where a rule of the company says, whose author stands in that circle; no rule of a colleague touches it', async () => {
  const file = await buildContractor(admin, forHerself)
  const colleagues = await buildContractor(anna, forHerself)
  const rule = (contractorId: string, scope: string) => ({
    scope,
    name: scope,
    conditions: [{ field: 'from', operator: 'contains', values: ['regula.example'], match: 'any' }],
    match: 'all',
    action: 'file',
    contractorId,
  })
  const company = await admin.post('/api/rules', rule(file.id, 'company'))
  const personal = await anna.post('/api/rules', rule(colleagues.id, 'personal'))

  const received = await comes('imap', buildMail({ from: 'a@regula.example' }))

  expect([company.status, personal.status]).toEqual([201, 201])
  expect([await filedIn(file.id), await filedIn(colleagues.id)]).toEqual([1, 0])
  expect(received).toMatchObject({ action: 'triage', reason: 'unknown-sender', items: [] })
})
