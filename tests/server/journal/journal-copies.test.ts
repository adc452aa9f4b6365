import { afterAll, beforeEach, expect, it } from 'vitest'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'
import { buildJournalAddress, openTestDoor, sendMail, untilRead } from '../../support/smtp-door.ts'
import { readReport } from './report-files.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test, { email: 'anna@nasza.example' })
const bartek = await buildUser(test, { email: 'bartek@nasza.example' })
const celina = await buildUser(test, { email: 'celina@nasza.example' })
const everybody = [admin, anna, bartek, celina]
const journal = await buildJournalAddress(admin, 'journal')
const own = await buildJournalAddress(anna)
// As an older version wrote it; the door seals it when it opens.
await test.asSuper.query(
  'update journal_address set local_part = $2, local_hash = null, local_sealed = null where id = $1',
  [journal.id, 'dziennikpocztynaszejfirmy'],
)
const toJournal = 'dziennikpocztynaszejfirmy@lupa.nasza.example'
const toAnna = (tag = '') => `${own.localPart}${tag && `+${tag}`}@lupa.nasza.example`
const door = await openTestDoor(test)

afterAll(() => door.stop())
beforeEach(() => test.asSuper.query('truncate message, contractor, triage_entry, mailbox cascade'))

/** Who has a copy of which message, by Message-ID. */
async function copies(): Promise<Record<string, Actor[]>> {
  const { rows } = await test.asSuper.query(
    'select m.message_id, c.owner_id from message_copy c join message m on m.id = c.message_id order by 1',
  )
  const found: Record<string, Actor[]> = {}
  for (const row of rows) {
    const owner = everybody.find(one => one.id === row.owner_id)
    if (owner) found[row.message_id] = [...(found[row.message_id] ?? []), owner].toSorted(byPlace)
  }
  return found
}
const byPlace = (one: Actor, other: Actor) => everybody.indexOf(one) - everybody.indexOf(other)
const timeline = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items
const triage = async (actor: Actor) => (await actor.get('/api/triage')).body.items
/** A mailbox with a consent, which nobody reads. */
async function mailboxOf(actor: Actor, consent: object) {
  const server = { kind: 'imap', host: 'poczta.nasza.example', port: 993, tls: true, since: '2026-01-01' }
  const reply = await actor.post('/api/mailboxes', { ...server, user: actor.email, password: 'tajne', ...consent })
  expect(reply.status).toBe(201)
  return reply.body as { id: string }
}
async function send(to: string | string[], source: string | Uint8Array) {
  expect(await sendMail(door.port, to, source)).toMatch(/^250/)
  await untilRead(test)
}

it('gives a journalled mail to those colleagues who take part in it: two copies, one message, one item', async () => {
  const contractor = await buildContractor(admin, { addresses: ['@klient.example'] })

  await send(toJournal, buildMail({ messageId: '<dwoje@klient.example>', to: anna.email, cc: bartek.email }))

  expect(await copies()).toEqual({ 'dwoje@klient.example': [anna, bartek] })
  expect((await test.asSuper.query('select 1 from message')).rows).toHaveLength(1)
  expect(await timeline(anna, contractor.id)).toHaveLength(1)
  expect(await timeline(anna, contractor.id)).toEqual(await timeline(bartek, contractor.id))
})

it('counts a colleague’s address with a tag as his', async () => {
  await send(toJournal, buildMail({ messageId: '<tag@klient.example>', to: 'bartek+faktury@nasza.example' }))
  expect(await copies()).toEqual({ 'tag@klient.example': [bartek] })
})

it('leaves a mail in which no user takes part to the administrator who made the address', async () => {
  const other = await buildUser(test, { admin: true })
  await send(toJournal, buildMail({ messageId: '<niczyj@klient.example>', to: 'biuro@nasza.example' }))

  expect(await copies()).toEqual({ 'niczyj@klient.example': [admin] })
  expect(await triage(admin)).toMatchObject([{ messageId: 'niczyj@klient.example', reason: 'unknown-sender' }])
  expect(await triage(other)).toEqual([])
})

it('leaves it to another administrator when that one no longer works here', async () => {
  // As an older version wrote it; the door seals it when it opens.
  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [admin.id])
  await send(toJournal, buildMail({ messageId: '<po-nim@klient.example>', to: 'biuro@nasza.example' }))
  // As an older version wrote it; the door seals it when it opens.
  await test.asSuper.query('update app_user set disabled_at = null where id = $1', [admin.id])

  const { rows } = await test.asSuper.query(
    'select u.is_admin, u.id <> $1 as other from message_copy c join app_user u on u.id = c.owner_id',
    [admin.id],
  )
  expect(rows).toEqual([{ is_admin: true, other: true }])
})

it('takes an Exchange report apart: the mail itself is stored, for everybody whom it reached', async () => {
  const client = await buildContractor(admin, { addresses: ['@klient.example'] })
  const office = await buildContractor(admin, { addresses: ['@biuro.example'] })

  await send(toJournal, readReport('exchange-online.eml'))

  const [messageId, ...others] = Object.keys(await copies())
  expect(messageId).toBe('DB9PR01MB0002A1@DB9PR01MB0002.eurprd01.prod.outlook.example')
  expect(others).toEqual([])
  expect(Object.values(await copies())).toEqual([[anna, bartek, celina]])
  const { rows } = await test.asSuper.query('select distinct source_hash from message_copy')
  expect(rows).toHaveLength(1)
  expect(Buffer.from(await test.house.blobs.read(rows[0].source_hash))).toEqual(readReport('exchange-online.inner.eml'))
  const hidden = await test.asSuper.query(`select address from message_address where role = 'bcc' order by 1`)
  expect(hidden.rows.map(row => row.address)).toEqual(['celina@nasza.example', 'ksiegowa@biuro.example'])
  for (const contractor of [client, office]) expect(await timeline(anna, contractor.id)).toHaveLength(1)
})

it('stores one message when the same mail comes as a report, as a plain copy and from the mailbox', async () => {
  const inner = readReport('exchange-2016.inner.eml')
  await send(toJournal, readReport('exchange-2016.eml'))
  await send(toAnna(), inner)
  await anna.hand(inner)

  expect(await copies()).toEqual({ '2016-0007@klient.example': expect.arrayContaining([anna, bartek]) })
  expect((await test.asSuper.query('select 1 from message')).rows).toHaveLength(1)
})

it.each(['exchange-tnef', 'forged'])('stores %s whole and leaves it to the administrator, marked', async name => {
  await buildContractor(admin, { addresses: ['@klient.example', '@nasza-poczta.example'] })

  await send(toJournal, readReport(`${name}.eml`))

  expect(Object.values(await copies())).toEqual([[admin]])
  expect(await triage(admin)).toMatchObject([{ reason: 'journal-report', state: 'open' }])
  const { rows } = await test.asSuper.query('select source_hash from message_copy')
  expect(Buffer.from(await test.house.blobs.read(rows[0].source_hash))).toEqual(readReport(`${name}.eml`))
})

it('trusts no report that comes as a blind copy or by another door', async () => {
  const report = readReport('exchange-online.eml')
  await send(toAnna(), report)
  await anna.hand(report)

  expect(await copies()).toEqual({ '5f0c7c3a-1111-2222-3333-444455556666@journal.report.generator': [anna] })
})

it('files a blind copy into the case that its address names', async () => {
  const contractor = await buildContractor(admin)
  const caseFile = await buildCase(anna, contractor.id)

  await send(toAnna(caseFile.reference.replace('/', '-')), buildMail({ from: 'ktos@nieznany.example' }))

  const items = await timeline(anna, contractor.id)
  expect(items).toMatchObject([{ cases: [{ id: caseFile.id }] }])
  const { rows } = await test.asSuper.query('select method, evidence, filed_by from filing')
  expect(rows).toEqual([{ method: 'address-tag', evidence: caseFile.reference, filed_by: anna.id }])
  expect(await triage(anna)).toEqual([])
})

it('keeps a case named by address through a later copy, as a decision made by hand', async () => {
  const contractor = await buildContractor(admin)
  const caseFile = await buildCase(anna, contractor.id)
  const mail = buildMail({ from: 'ktos@nieznany.example' })
  await send(toAnna(caseFile.reference.replace('/', '-')), mail)

  const reply = await bartek.hand(`X-Mozilla-Status: 0001\r\n${mail}`)

  expect(reply.body).toMatchObject({ action: 'file', method: 'earlier-decision', items: [{ caseId: caseFile.id }] })
})

it.each(['hidden', 'closed', 'missing'])(
  'decides as ever when the case of the tag is %s, and says the same',
  async how => {
    const contractor = await buildContractor(admin, { addresses: ['@klient.example'] })
    const caseFile = await buildCase(admin, contractor.id, how === 'hidden' ? { audience: { users: [] } } : {})
    if (how === 'closed') await admin.patch(`/api/cases/${caseFile.id}`, { closed: true })
    const tag = how === 'missing' ? '1999-9999' : caseFile.reference.replace('/', '-')

    expect(await sendMail(door.port, toAnna(tag), buildMail())).toBe('250 2.0.0 The mail is stored')
    await untilRead(test)

    expect(await timeline(anna, contractor.id)).toHaveLength(1)
    const { rows } = await test.asSuper.query('select method, case_file_id from filing')
    expect(rows).toEqual([{ method: 'domain', case_file_id: null }])
  },
)

it('gives one colleague one copy when a mail is sent to the journal and to him', async () => {
  await send([toJournal, toAnna()], buildMail({ messageId: '<obie@klient.example>', to: anna.email }))
  expect(await copies()).toEqual({ 'obie@klient.example': [anna] })
})

it('shows nobody the secret address that a sender wrote into his mail', async () => {
  const { body } = await (async () => {
    await send(toAnna(), buildMail({ messageId: '<jawny@klient.example>', to: anna.email, cc: toAnna() }))
    return { body: (await test.asSuper.query('select address from message_address')).rows }
  })()
  expect(body.length).toBeGreaterThan(1)
  expect(JSON.stringify(body)).not.toContain(own.localPart)
})

it('takes no mail for our own word, whoever stands in From', async () => {
  const contractor = await buildContractor(admin, { addresses: ['@klient.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  await anna.hand(
    buildMail({ messageId: '<watek@nasza.example>', from: anna.email, to: 'jan@klient.example' }),
    `?caseId=${caseFile.id}`,
  )

  await send(toAnna(), buildMail({ from: anna.email, to: 'jan@klient.example', inReplyTo: 'watek@nasza.example' }))

  const { rows } = await test.asSuper.query(`select method, case_file_id from filing where method <> 'hand'`)
  expect(rows).toEqual([{ method: 'domain', case_file_id: null }])
})

it('stores a mail that nobody can read, marked, and gives it to its owner', async () => {
  await send(toAnna(), Buffer.from([0, 1, 2, 0xff, 0x0d, 0x0a]))
  const { rows } = await test.asSuper.query('select owner_id from message_copy')
  expect(rows).toEqual([{ owner_id: anna.id }])
})

it('files nothing of a colleague who consents to nothing, and nothing that she wrote', async () => {
  const contractor = await buildContractor(admin, { addresses: ['@klient.example'] })
  await mailboxOf(anna, { files: 'nothing', release: 'by-hand' })

  await send(toJournal, buildMail({ messageId: '<nic@klient.example>', to: 'anna+oferty@nasza.example' }))
  await send(toJournal, buildMail({ messageId: '<tez@nasza.example>', from: anna.email, to: 'jan@klient.example' }))
  await send(toJournal, buildMail({ messageId: '<obok@klient.example>', to: anna.email, cc: bartek.email }))

  for (const actor of [celina, bartek, anna]) expect(await timeline(actor, contractor.id)).toEqual([])
  expect(await triage(anna)).toMatchObject(Array(3).fill({ reason: 'not-consented', state: 'open' }))
  expect(await triage(bartek)).toMatchObject([{ messageId: 'obok@klient.example', reason: 'not-consented' }])
})

it('holds the mail of a colleague who shows it by hand until she does, also beside one who has no mailbox', async () => {
  const contractor = await buildContractor(admin, { addresses: ['@klient.example'] })
  await mailboxOf(anna, { release: 'by-hand' })
  // The one of several that shows least.
  await mailboxOf(anna, { host: 'druga.nasza.example' })

  await send(toJournal, buildMail({ to: anna.email, cc: bartek.email }))

  expect(await timeline(celina, contractor.id)).toEqual([])
  const [{ id }] = await timeline(anna, contractor.id)
  expect((await anna.get('/api/held')).body.items).toMatchObject([{ itemId: id }])
  await anna.post('/api/held/release', { itemIds: [id] })
  for (const actor of [celina, bartek]) expect(await timeline(actor, contractor.id)).toMatchObject([{ id }])
  expect(await triage(bartek)).toEqual([])
})

it('ends no hold by the copy of one who consents to nothing, and shows what one receives who consents', async () => {
  const contractor = await buildContractor(admin, { addresses: ['@klient.example'] })
  const { id: mailboxId } = await mailboxOf(anna, { release: 'by-hand' })
  const source = buildMail({ to: anna.email, cc: bartek.email })
  const arrival = { door: 'imap', mailboxId, remoteId: 'INBOX/1/1' } as const
  await receiveMessage(test.house, { userId: anna.id, source: Buffer.from(source), arrival })

  await send(toJournal, source)
  expect(await timeline(celina, contractor.id)).toEqual([])
  const { id } = await mailboxOf(bartek, { files: 'sent' })
  await send(toJournal, source)
  expect(await timeline(celina, contractor.id)).toEqual([])
  await bartek.patch(`/api/mailboxes/${id}`, { files: 'all' })
  await send(toJournal, source)

  expect(await timeline(celina, contractor.id)).toHaveLength(1)
})
