import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashPart, journalKeys, openPart } from '../../../server/journal/secret-part.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'
import { buildJournalAddress, openTestDoor, sendMail } from '../../support/smtp-door.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const second = await buildUser(test, { admin: true })
const anna = await buildUser(test)
const bartek = await buildUser(test)
const idsOf = async (actor: typeof anna) =>
  (await actor.get('/api/journal-addresses')).body.items.map((row: { id: string }) => row.id)

it('opens an address for a user’s own blind copies, which nobody else learns of', async () => {
  const created = await anna.post('/api/journal-addresses', { kind: 'bcc', label: 'Moje kopie' })

  expect(created.status).toBe(201)
  expect(created.body).toEqual({
    id: created.body.id,
    kind: 'bcc',
    label: 'Moje kopie',
    localPart: expect.stringMatching(/^[a-z2-7]{26}$/),
    ownerId: anna.id,
    enabled: true,
    createdAt: expect.any(String),
    lastReceivedAt: null,
    waiting: 0,
    waitingSince: null,
    failing: 0,
    unfiledShare: 0,
  })
  expect(await idsOf(anna)).toContain(created.body.id)
  for (const other of [bartek, admin, second]) expect(await idsOf(other)).not.toContain(created.body.id)
})

it('opens an address for the company’s journal, which every administrator keeps', async () => {
  const journal = await buildJournalAddress(admin, 'journal')

  expect(await idsOf(admin)).toContain(journal.id)
  expect(await idsOf(second)).toContain(journal.id)
  expect(await idsOf(anna)).not.toContain(journal.id)
  const closed = await second.patch(`/api/journal-addresses/${journal.id}`, { enabled: false })
  expect(closed.body).toMatchObject({ id: journal.id, enabled: false, localPart: journal.localPart })
})

it('removes an address for good, which its owner does alone and every administrator with the journal', async () => {
  const [own, journal] = [await buildJournalAddress(anna), await buildJournalAddress(admin, 'journal')]
  const remove = async (actor: typeof anna, { id }: { id: string }) =>
    (await actor.remove(`/api/journal-addresses/${id}`)).status
  // What was acknowledged before is read all the same.
  const recipients = JSON.stringify([{ id: own.id }])
  await test.asSuper.query(
    `insert into journal_arrival (source_hash, size, recipients, next_try_at) values (repeat('a', 64), 1, $1, 'infinity')`,
    [recipients],
  )

  expect([await remove(bartek, own), await remove(admin, own), await remove(anna, journal)]).toEqual([404, 404, 404])
  expect([await remove(anna, own), await remove(second, journal)]).toEqual([204, 204])

  expect(await idsOf(anna)).not.toContain(own.id)
  expect(await idsOf(admin)).not.toContain(journal.id)
  const again = [
    await remove(anna, own),
    (await anna.patch(`/api/journal-addresses/${own.id}`, { enabled: true })).status,
  ]
  expect(again).toEqual([404, 404])
  const door = await openTestDoor(test)
  await expect(sendMail(door.port, `${own.localPart}@lupa.example`, buildMail())).rejects.toThrow(/550/)
  await door.stop()
  const { rows } = await test.asSuper.query(
    `select user_id from audit_entry where verb = 'removed' and object_id = $1`,
    [own.id],
  )
  expect(rows).toEqual([{ user_id: anna.id }])
  await test.asSuper.query(
    `update journal_address set removed_at = now() - interval '2 days' where removed_at is not null`,
  )
  await remove(anna, await buildJournalAddress(anna))
  const left = async () =>
    (await test.asSuper.query('select id from journal_address where id = any($1)', [[own.id, journal.id]])).rows
  expect(await left()).toEqual([{ id: own.id }])
  const { rows: waiting } = await test.asSuper.query('select id from journal_arrival')
  for (const { id } of waiting) await test.jobs.call('select settle_journal_arrival($1)', [id])
  expect(await left()).toEqual([])
})

it('opens no journal for somebody who is no administrator', async () => {
  const reply = await anna.post('/api/journal-addresses', { kind: 'journal', label: 'Wszystko' })
  expect([reply.status, reply.body.code]).toEqual([403, 'not-allowed'])
})

it.each([
  [{ kind: 'imap', label: 'x' }],
  [{ kind: 'bcc', label: '' }],
  [{ kind: 'bcc', label: '   ' }],
  [{ kind: 'bcc', label: 'x'.repeat(101) }],
  [{ kind: 'bcc', label: 'x', localPart: 'anna' }],
  [{ kind: 'bcc' }],
])('refuses %j', async body => {
  const reply = await anna.post('/api/journal-addresses', body)
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid'])
})

it('is not found for others, whoever they are, just like one that is not there', async () => {
  const hers = await buildJournalAddress(anna)
  const journal = await buildJournalAddress(admin, 'journal')
  const tries = [
    await bartek.patch(`/api/journal-addresses/${hers.id}`, { enabled: false }),
    await admin.patch(`/api/journal-addresses/${hers.id}`, { label: 'x' }),
    await anna.patch(`/api/journal-addresses/${journal.id}`, { enabled: false }),
    await anna.patch(`/api/journal-addresses/${crypto.randomUUID()}`, { enabled: false }),
  ]
  expect(tries.map(reply => [reply.status, reply.body])).toEqual(Array(4).fill([404, tries[3]?.body]))
  expect((await anna.get('/api/journal-addresses')).body.items).toContainEqual(hers)
})

it('refuses an empty change', async () => {
  const hers = await buildJournalAddress(anna)
  expect((await anna.patch(`/api/journal-addresses/${hers.id}`, {})).status).toBe(400)
})

/** Runs a statement as the application's role for a user, and takes it back. */
async function as(user: string, text: string): Promise<Record<string, unknown>[]> {
  const client = await test.asApp.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('lupa.user', $1, true)`, [user])
    return (await client.query(text)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

it('keeps addresses and arrivals from others also by raw SQL', async () => {
  const hers = await buildJournalAddress(anna)
  const seen = `select id from journal_address where id = '${hers.id}'`
  expect(await as(anna.id, seen)).toHaveLength(1)
  for (const other of [bartek.id, admin.id, '']) expect(await as(other, seen)).toEqual([])

  const refused = [
    'select * from journal_arrival',
    `insert into journal_address (local_hash, local_sealed, label, kind, owner_id) values (sha256('c'), 'c', 'x', 'bcc', '${anna.id}')`,
    `insert into journal_address (local_hash, local_sealed, label, kind, owner_id) values (sha256('c'), 'c', 'x', 'journal', '${bartek.id}')`,
    `update journal_address set owner_id = '${bartek.id}'`,
  ]
  for (const text of refused) await expect(as(bartek.id, text), text).rejects.toMatchObject({ code: '42501' })
})

it.each([
  `find_journal_address('x')`,
  'plain_journal_addresses()',
  `seal_journal_address(gen_random_uuid(), sha256('c'), 'c')`,
  `keep_journal_arrival('${'0'.repeat(64)}', 1, '[]')`,
  'journal_backlog()',
  'due_journal_arrivals(10)',
  `journal_owners(gen_random_uuid(), '{}')`,
  'settle_journal_arrival(gen_random_uuid())',
  'put_off_journal_arrival(gen_random_uuid(), 1)',
])('runs %s neither for who is signed in nor for nobody', async call => {
  for (const user of [admin.id, '']) await expect(as(user, `select ${call}`)).rejects.toMatchObject({ code: '42501' })
})

it('stands in the database sealed, and opens for nobody who has only the database', async () => {
  const hers = await buildJournalAddress(anna)

  const { rows } = await test.asSuper.query(
    'select j::text as row, local_hash, local_sealed from journal_address j where id = $1',
    [hers.id],
  )

  expect(rows[0].row).not.toContain(hers.localPart)
  expect(rows[0].local_sealed.toString('latin1')).not.toContain(hers.localPart)
  const keys = journalKeys(test.house.config.dataFolder)
  const kept = { hash: rows[0].local_hash, sealed: rows[0].local_sealed }
  expect(openPart(keys, kept)).toBe(hers.localPart)
  const others = { sealing: randomBytes(32), hashing: randomBytes(32) }
  expect(() => openPart(others, kept)).toThrow()
  expect(hashPart(others, hers.localPart)).not.toEqual(kept.hash)
  expect(() => openPart(keys, { ...kept, hash: hashPart(keys, 'c'.repeat(26)) })).toThrow()
})

it('is sealed at the next start when an older version left it in plain text, and goes on taking mail', async () => {
  const hers = await buildJournalAddress(anna)
  await test.asSuper.query(
    'update journal_address set local_part = $2, local_hash = null, local_sealed = null where id = $1',
    [hers.id, hers.localPart],
  )

  const door = await openTestDoor(test)
  const reply = await sendMail(door.port, `${hers.localPart}@lupa.nasza.example`, buildMail())
  await door.stop()

  expect(reply).toMatch(/^250/)
  expect((await anna.get('/api/journal-addresses')).body.items).toContainEqual(
    expect.objectContaining({ id: hers.id, localPart: hers.localPart }),
  )
  const { rows } = await test.asSuper.query('select 1 from journal_address where local_part is not null')
  expect(rows).toEqual([])
})
