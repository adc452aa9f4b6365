import { afterEach, expect, it } from 'vitest'
import { endGrace } from '../../../server/filing/end-grace.ts'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildGroup, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)
let number = 0

afterEach(() => test.asSuper.query('delete from mailbox'))

/** A mailbox with a consent, which nobody reads. */
async function mailboxOf(actor: Actor, consent: object = {}): Promise<{ id: string }> {
  number += 1
  const login = {
    kind: 'imap',
    host: 'poczta.nasza.example',
    port: 993,
    tls: true,
    user: `m${number}`,
    password: 'tajne',
  }
  const reply = await actor.post('/api/mailboxes', { ...login, since: '2026-01-01', ...consent })
  expect(reply.status).toBe(201)
  return reply.body
}

/** A contractor with an address, and a mail from it with an attachment. */
async function knownSender(actor: Actor = anna, input: object = {}) {
  number += 1
  const address = `jan@klient${number}.example`
  const contractor = await buildContractor(actor, { addresses: [address], ...input })
  const source = buildMail({
    from: address,
    messageId: `<zgoda-${number}@klient.example>`,
    subject: `Oferta ${number}`,
    attachments: [{ name: `oferta-${number}.pdf`, type: 'application/pdf', content: `%PDF-1.4 ${number}` }],
  })
  return { contractor, source, address }
}

function arrives(actor: Actor, mailboxId: string, source: string) {
  const remoteId = `INBOX/1/${++number}`
  const arrival = { door: 'imap', mailboxId, remoteId } as const
  return receiveMessage(test.house, { userId: actor.id, source: Buffer.from(source), arrival })
}

const timelineOf = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items as { id: string; kind: string }[]

const kindsOf = (rows: { kind: string }[]) => new Set(rows.map(row => row.kind))

/** Lets the grace time of everything held be over, as if it were later. */
const later = () =>
  test.asSuper.query(`update filing set held_until = now() - interval '1 minute' where held_until is not null`)

it('shows mail of a mailbox in grace to its owner only, and to the others when the time is over', async () => {
  const mailbox = await mailboxOf(anna, { release: 'after-grace', graceMinutes: 10 })
  const { contractor, source } = await knownSender()

  const received = await arrives(anna, mailbox.id, source)

  expect(received.action).toBe('file')
  expect(kindsOf(await timelineOf(anna, contractor.id))).toEqual(new Set(['mail-in', 'offer']))
  expect(await timelineOf(bartek, contractor.id)).toEqual([])
  expect((await bartek.get(`/api/items/${received.items[0]?.id}`)).status).toBe(404)
  const { body: held } = await anna.get('/api/held')
  expect(held).toMatchObject({
    items: [{ itemId: received.items[0]?.id, mailboxId: mailbox.id, contractorId: contractor.id }],
  })
  const minutes = (Date.parse(held.items[0].until) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(9.5)
  expect(minutes).toBeLessThan(11.5)
  expect((await bartek.get('/api/held')).body.items).toEqual([])
  expect((await anna.get(`/api/items/${received.items[0]?.id}`)).body.held).toEqual({ until: held.items[0].until })

  await endGrace(test.house, mailbox.id)
  expect(await timelineOf(bartek, contractor.id)).toEqual([])
  await later()
  await endGrace(test.house, mailbox.id)

  expect(kindsOf(await timelineOf(bartek, contractor.id))).toEqual(new Set(['mail-in', 'offer']))
  expect((await anna.get('/api/held')).body.items).toEqual([])
  expect((await anna.get(`/api/items/${received.items[0]?.id}`)).body.held).toBeUndefined()
  expect(await leftovers()).toBe(0)
})

/** Circles that belong to no filing any more. */
async function leftovers(): Promise<number> {
  const { rows } = await test.asSuper.query(`
    select count(*)::int as amount from audience a where not exists (select from filing f where f.audience_id = a.id)
       and not exists (select from contractor c where c.audience_id = a.id) and not exists (select from case_file k where k.audience_id = a.id)`)
  return rows[0].amount
}

it('is released at once, or kept private, by its owner alone', async () => {
  const mailbox = await mailboxOf(anna, { release: 'by-hand' })
  const one = await knownSender()
  const two = await knownSender()
  const [{ id: first = '' } = {}] = (await arrives(anna, mailbox.id, one.source)).items
  const [{ id: second = '' } = {}] = (await arrives(anna, mailbox.id, two.source)).items
  expect((await anna.get('/api/mailboxes')).body.items).toMatchObject([{ held: 2, release: 'by-hand' }])
  expect((await admin.get('/api/mailboxes')).body.items).toMatchObject([{ held: null }])
  await later()
  await endGrace(test.house, mailbox.id)
  expect(await timelineOf(bartek, one.contractor.id)).toEqual([])

  for (const actor of [bartek, admin])
    expect((await actor.post('/api/held/release', { itemIds: [first, second] })).body.items).toEqual([
      { itemId: first, done: false, code: 'not-found' },
      { itemId: second, done: false, code: 'not-found' },
    ])
  const released = await anna.post('/api/held/release', { itemIds: [first] })
  const kept = await anna.post('/api/held/keep-private', { itemIds: [second] })
  const again = await anna.post('/api/held/release', { itemIds: [first, second] })

  expect(released.body.items).toEqual([{ itemId: first, done: true }])
  expect(kept.body.items).toEqual([{ itemId: second, done: true }])
  expect(again.body.items.map((one: { done: boolean }) => one.done)).toEqual([false, false])
  expect(await timelineOf(bartek, one.contractor.id)).toHaveLength(2)
  expect(await timelineOf(bartek, two.contractor.id)).toEqual([])
  expect(await timelineOf(anna, two.contractor.id)).toHaveLength(2)
  expect((await anna.patch(`/api/items/${second}`, { audience: 'inherit' })).status).toBe(200)
  expect(await timelineOf(bartek, two.contractor.id)).toHaveLength(2)
})

it('ends the hold where a person files the mail, or a mailbox without a grace time brings it', async () => {
  const held = await mailboxOf(anna, { release: 'by-hand' })
  const open = await mailboxOf(bartek)
  const one = await knownSender()
  const two = await knownSender()
  await arrives(anna, held.id, one.source)
  await arrives(anna, held.id, two.source)

  await arrives(bartek, open.id, one.source)
  await anna.hand(two.source, `?contractorId=${two.contractor.id}`)

  expect(await timelineOf(celina, one.contractor.id)).toHaveLength(2)
  expect(await timelineOf(celina, two.contractor.id)).toHaveLength(2)
  expect(await leftovers()).toBe(0)
})

it('stays held where a mailbox that consents to nothing brings the mail as well', async () => {
  const held = await mailboxOf(anna, { release: 'by-hand' })
  const silent = await mailboxOf(bartek, { files: 'nothing' })
  const { contractor, source } = await knownSender()
  const [{ id = '' } = {}] = (await arrives(anna, held.id, source)).items

  await arrives(bartek, silent.id, source)

  expect(await timelineOf(celina, contractor.id)).toEqual([])
  expect((await anna.post('/api/held/release', { itemIds: [id] })).body.items).toEqual([{ itemId: id, done: true }])
})

it('is held for two owners as long as the shorter of their grace times', async () => {
  const long = await mailboxOf(anna, { release: 'by-hand' })
  const short = await mailboxOf(bartek, { release: 'after-grace', graceMinutes: 5 })
  const { contractor, source } = await knownSender()
  await arrives(anna, long.id, source)
  expect(await timelineOf(bartek, contractor.id)).toEqual([])
  await arrives(bartek, short.id, source)

  expect(await timelineOf(bartek, contractor.id)).toHaveLength(2)
  expect(await timelineOf(celina, contractor.id)).toEqual([])
  await later()
  await endGrace(test.house, short.id)
  expect(await timelineOf(celina, contractor.id)).toHaveLength(2)
})

it('shows it to those whom the mailbox names, at once or after the grace time', async () => {
  const group = await buildGroup(admin, [bartek])
  const audience = { groups: [group.id] }
  const atOnce = await mailboxOf(anna, { audience })
  const later_ = await mailboxOf(anna, { audience, release: 'after-grace' })
  const one = await knownSender()
  const two = await knownSender()
  await arrives(anna, atOnce.id, one.source)
  await arrives(anna, later_.id, two.source)

  expect((await timelineOf(bartek, one.contractor.id)).length).toBe(2)
  expect(await timelineOf(celina, one.contractor.id)).toEqual([])
  expect(await timelineOf(bartek, two.contractor.id)).toEqual([])
  await later()
  await endGrace(test.house, later_.id)
  expect((await timelineOf(bartek, two.contractor.id)).length).toBe(2)
  expect(await timelineOf(celina, two.contractor.id)).toEqual([])
  expect(await timelineOf(anna, two.contractor.id)).toHaveLength(2)
})

it.each([
  ['nothing', 'suggest'],
  ['sent', 'suggest'],
  ['received', 'file'],
  ['all', 'file'],
])('files received mail of a mailbox that files %s: %s', async (files, action) => {
  const mailbox = await mailboxOf(anna, { files })
  const { contractor, source } = await knownSender()

  const received = await arrives(anna, mailbox.id, source)

  expect(received.action).toBe(action)
  expect(received.reason).toBe(action === 'suggest' ? 'not-consented' : null)
  expect((await timelineOf(anna, contractor.id)).length).toBe(action === 'file' ? 2 : 0)
  const waiting = (await anna.get('/api/triage')).body.items.filter((row: { id: string }) => row.id === received.id)
  expect(waiting.map((row: { reason: string }) => row.reason)).toEqual(action === 'suggest' ? ['not-consented'] : [])
})

it('lets the owner into a file where a colleague’s copy lies already, without filing anything', async () => {
  const mailbox = await mailboxOf(anna, { files: 'nothing' })
  const open = await mailboxOf(bartek)
  const { contractor, source } = await knownSender()
  await arrives(bartek, open.id, source)

  expect((await arrives(anna, mailbox.id, source)).action).toBe('file')

  expect(await timelineOf(anna, contractor.id)).toHaveLength(2)
})

it('files nowhere that the owner cannot look, held or not, and leaves the mail to him', async () => {
  const group = await buildGroup(admin, [celina])
  const mailbox = await mailboxOf(anna, { release: 'by-hand' })
  const grace = await mailboxOf(anna, { release: 'after-grace' })
  const one = await knownSender(celina, { audience: { groups: [group.id] } })
  const two = await knownSender(celina, { audience: { groups: [group.id] } })

  const received = [await arrives(anna, mailbox.id, one.source), await arrives(anna, grace.id, two.source)]
  await later()
  await endGrace(test.house, grace.id)

  expect(received.map(({ items }) => items)).toEqual([[], []])
  const waiting = (await anna.get('/api/triage')).body.items.map((row: { id: string }) => row.id)
  expect(waiting).toEqual(expect.arrayContaining(received.map(({ id }) => id)))
  expect(await timelineOf(celina, one.contractor.id)).toEqual([])
  expect(await timelineOf(celina, two.contractor.id)).toEqual([])
  expect((await anna.get('/api/held')).body.items).toEqual([])
})

it('keeps what was held to its owner when the mailbox is removed, and files nothing more of it', async () => {
  const mailbox = await mailboxOf(anna, { release: 'after-grace' })
  const one = await knownSender()
  const [{ id = '' } = {}] = (await arrives(anna, mailbox.id, one.source)).items
  await anna.remove(`/api/mailboxes/${mailbox.id}`)
  const two = await knownSender()

  const received = await arrives(anna, mailbox.id, two.source)

  await later()
  await endGrace(test.house, mailbox.id)
  expect(received.action).toBe('suggest')
  expect(await timelineOf(bartek, one.contractor.id)).toEqual([])
  expect((await anna.get('/api/held')).body.items).toMatchObject([{ itemId: id, until: null }])
  await anna.post('/api/held/release', { itemIds: [id] })
  expect(await timelineOf(bartek, one.contractor.id)).toHaveLength(2)
})

it('stays held where its owner moves it', async () => {
  const mailbox = await mailboxOf(anna, { release: 'after-grace' })
  const { source } = await knownSender()
  const other = await buildContractor(anna)
  const [{ id = '' } = {}] = (await arrives(anna, mailbox.id, source)).items

  const moved = await anna.patch(`/api/items/${id}`, { contractorId: other.id })

  expect(moved.status).toBe(200)
  expect(await timelineOf(bartek, other.id)).toEqual([])
  await later()
  await endGrace(test.house, mailbox.id)
  expect(await timelineOf(bartek, other.id)).toHaveLength(2)
})

it('settles what waits for a colleague when he can see it filed', async () => {
  const mailbox = await mailboxOf(anna, { release: 'after-grace' })
  const silent = await mailboxOf(bartek, { files: 'nothing' })
  const { source } = await knownSender()
  await arrives(bartek, silent.id, source)
  const { id } = await arrives(anna, mailbox.id, source)
  const waits = async () => (await bartek.get('/api/triage')).body.items.some((row: { id: string }) => row.id === id)
  expect(await waits()).toBe(true)

  await later()
  await endGrace(test.house, mailbox.id)

  expect(await waits()).toBe(false)
})

it('is the owner’s word alone: an administrator pauses, and consents to nothing', async () => {
  const mailbox = await mailboxOf(anna)

  const own = await anna.patch(`/api/mailboxes/${mailbox.id}`, {
    release: 'after-grace',
    graceMinutes: 45,
    marks: true,
  })
  const others = await Promise.all(
    [{ release: 'at-once' }, { audience: { users: [admin.id] } }, { files: 'all' }, { folders: ['Prywatne'] }].map(
      body => admin.patch(`/api/mailboxes/${mailbox.id}`, body),
    ),
  )
  const raw = test.house.database.work(admin.id, tx =>
    tx.sql(`update mailbox set release = 'at-once' where id = $1`, [mailbox.id]),
  )

  expect(own.body).toMatchObject({ release: 'after-grace', graceMinutes: 45, marks: true, consentBy: anna.id })
  expect(others.map(reply => [reply.status, reply.body.code])).toEqual(Array(4).fill([403, 'not-allowed']))
  await expect(raw).rejects.toThrow()
  expect((await admin.patch(`/api/mailboxes/${mailbox.id}`, { paused: true })).body.state).toBe('paused')
  expect((await bartek.patch(`/api/mailboxes/${mailbox.id}`, { files: 'all' })).status).toBe(404)
  expect((await anna.patch(`/api/mailboxes/${mailbox.id}`, {})).status).toBe(400)
  expect((await anna.patch(`/api/mailboxes/${mailbox.id}`, { graceMinutes: 0 })).status).toBe(400)
})

it('has one job for a mailbox, however much is held, and shows all of it in time', async () => {
  const mailbox = await mailboxOf(anna, { release: 'after-grace', graceMinutes: 5 })
  const { contractor, address } = await knownSender()
  const mailOf = (index: number) =>
    buildMail({ from: address, messageId: `<wiele-${index}@klient.example>`, text: `${index}` })
  for (let index = 0; index < 30; index += 1) await arrives(anna, mailbox.id, mailOf(index))
  const key = `end-grace ${mailbox.id}`
  const jobs = async () =>
    (await test.asSuper.query('select run_at from graphile_worker._private_jobs where key = $1', [key])).rows

  expect(await jobs()).toHaveLength(1)
  await test.asSuper.query(
    `update filing set held_until = now() + interval '3 minutes' where id in (select id from filing where held_by is not null limit 10)`,
  )
  await test.asSuper.query(`update filing set held_until = now() where held_until > now() + interval '3 minutes'`)
  // As while it is being worked on.
  await test.asSuper.query(
    'update graphile_worker._private_jobs set locked_at = now(), locked_by = $2 where key = $1',
    [key, 'x'],
  )
  await endGrace(test.house, mailbox.id)

  expect(await timelineOf(bartek, contractor.id)).toHaveLength(20)
  const [next] = await jobs()
  expect(next.run_at.getTime()).toBeGreaterThan(Date.now() + 120_000)
})

it('stays held when the audience of its contractor or case changes, or its manager', async () => {
  const mailbox = await mailboxOf(anna, { release: 'after-grace', graceMinutes: 10 })
  const { contractor, source } = await knownSender()
  const caseFile = await buildCase(anna, contractor.id)
  const [{ id = '' } = {}] = (await arrives(anna, mailbox.id, source)).items
  const held = async () => (await anna.get(`/api/items/${id}`)).body.held
  const before = await held()
  expect(before).toMatchObject({ until: expect.any(String) })

  const group = await buildGroup(admin, [anna, bartek])
  const changes = [
    await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [anna.id, bartek.id] } }),
    await anna.patch(`/api/contractors/${contractor.id}`, { audience: { groups: [group.id] } }),
    await anna.patch(`/api/cases/${caseFile.id}`, { audience: { users: [anna.id, bartek.id] } }),
    await anna.patch(`/api/contractors/${contractor.id}`, { managerId: bartek.id }),
    await bartek.patch(`/api/contractors/${contractor.id}`, { audience: { users: [anna.id, bartek.id] } }),
  ]

  expect(changes.map(reply => reply.status)).toEqual(changes.map(() => 200))
  expect(await held()).toEqual(before)
  expect(await timelineOf(bartek, contractor.id)).toEqual([])
  await later()
  await endGrace(test.house, mailbox.id)
  expect(kindsOf(await timelineOf(bartek, contractor.id))).toEqual(new Set(['mail-in', 'offer']))
  expect((await celina.get(`/api/contractors/${contractor.id}/timeline`)).status).toBe(404)
})
