import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../../e2e/thunderbird/until.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'
import { addMailbox, healthOf, idsOf, numbered, untilHealth, useDoors } from './reading.ts'
import { storedFrom } from './stored.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const reading = useDoors(test)

describeWithDovecot('the health of a mailbox', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await openMailServer()
  })
  afterAll(() => server.dispose())

  const login = (input: object = {}) => ({
    host: '127.0.0.1',
    port: server.port,
    tls: false,
    user: 'proba',
    password: PASSWORD,
    ...input,
  })

  it('is left alone while it is paused, and goes on where it was', async () => {
    const mailbox = await addMailbox(anna, server.port, 'wstrzymana')
    await server.deliver('wstrzymana', numbered(2, 'przed'))
    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ stored }) => stored === 2)

    const paused = await anna.patch(`/api/mailboxes/${mailbox.id}`, { paused: true })
    expect([paused.status, paused.body.state]).toEqual([200, 'paused'])
    await new Promise(resolve => setTimeout(resolve, 500))
    await server.deliver('wstrzymana', numbered(2, 'podczas'))
    await new Promise(resolve => setTimeout(resolve, 2_500))
    expect(await storedFrom(test, mailbox.id)).toEqual(idsOf(2, 'przed'))

    expect((await admin.patch(`/api/mailboxes/${mailbox.id}`, { paused: false })).status).toBe(200)
    await until('the rest', async () => (await storedFrom(test, mailbox.id)).length === 4)
    const { rows } = await test.asSuper.query(
      `select verb from audit_entry where object_id = $1 and verb <> 'created' order by id`,
      [mailbox.id],
    )
    expect(rows.map(row => row.verb)).toEqual(['paused', 'resumed'])
  })

  it('is paused by nobody else, for whom it is not there', async () => {
    const mailbox = await addMailbox(anna, server.port, 'cudza')

    expect((await bartek.patch(`/api/mailboxes/${mailbox.id}`, { paused: true })).status).toBe(404)
    expect((await bartek.patch(`/api/mailboxes/${crypto.randomUUID()}`, { paused: true })).status).toBe(404)
    expect((await anna.patch(`/api/mailboxes/${mailbox.id}`, { paused: 'tak' })).status).toBe(400)
    expect((await healthOf(anna, mailbox.id)).state).toBe('new')
  })

  it('says since when the oldest mail waits that is not stored yet', async () => {
    const came = new Date('2026-03-04T05:06:07Z')
    await server.deliver('zalegla', numbered(3, 'zalegla'), { date: came })
    const mailbox = await addMailbox(anna, server.port, 'zalegla')
    const full = { ...test.house.blobs, put: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) }
    const doors = reading.start({ house: { blobs: full } })

    const stuck = await untilHealth(anna, mailbox.id, 'stuck', ({ waitingSince }) => waitingSince !== null)
    expect(stuck.waitingSince).toBe(came.toISOString())
    await untilHealth(anna, mailbox.id, 'in trouble', ({ error }) => error === 'storage')
    await doors.stop()

    reading.start()
    const live = await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')
    expect(live).toMatchObject({ waitingSince: null, stored: 3 })
  })

  it('counts what is unfiled over the last thirty days', async () => {
    await server.deliver('udzial', numbered(4, 'udzial'))
    const mailbox = await addMailbox(anna, server.port, 'udzial')
    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ stored }) => stored === 4)
    await test.asSuper.query(
      `update message_copy set seen_at = now() - interval '31 days' where mailbox_id = $1 and message_id in
         (select message_id from message_copy where mailbox_id = $1 order by message_id limit 2)`,
      [mailbox.id],
    )
    await test.asSuper.query(
      `delete from triage_entry where message_id in
         (select message_id from message_copy where mailbox_id = $1 and seen_at > now() - interval '1 day' limit 1)`,
      [mailbox.id],
    )

    expect((await healthOf(anna, mailbox.id)).unfiledShare).toBe(0.5)
    expect((await healthOf(admin, mailbox.id)).unfiledShare).toBe(0.5)
  })

  it('can be tried before it is kept', async () => {
    await server.deliver('proba', numbered(1, 'proba'), { folder: 'Projekty' })

    const good = await anna.post('/api/mailboxes/try', login())
    const wrong = await anna.post('/api/mailboxes/try', login({ password: 'nie to' }))
    const nowhere = await anna.post('/api/mailboxes/try', login({ port: 1 }))
    const openly = await anna.post('/api/mailboxes/try', login({ host: '10.0.0.1' }))

    expect(good.body.trouble).toBeNull()
    expect(good.body.folders).toContainEqual({ path: 'INBOX', read: true })
    expect(good.body.folders).toContainEqual({ path: 'Projekty', read: false })
    expect(wrong.body).toEqual({ trouble: 'sign-in-refused', folders: [] })
    expect(nowhere.body).toEqual({ trouble: 'unreachable', folders: [] })
    expect([openly.status, openly.body.fields]).toEqual([400, ['tls']])
    expect((await test.asSuper.query('select 1 from mailbox')).rows).toEqual([])
  })
})
