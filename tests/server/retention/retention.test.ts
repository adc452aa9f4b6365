import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { eraseExpired } from '../../../server/retention/keep-retained.ts'
import { sweepBlobs } from '../../../server/storage/keep-swept.ts'
import { buildCalendar, buildInvitation } from '../../support/calendar.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const months = { 'mail-in': 24, document: 24, note: 24 }
let number = 0

/** A contractor with an old mail, the file that came with it, an old note, and a fresh note. */
async function buildOldFile() {
  number += 1
  const contractor = await buildContractor(anna, {
    addresses: [`@stary${number}.example`],
    audience: { users: [admin.id] },
  })
  const attachments = [{ name: 'plik.txt', type: 'text/plain', content: `treść ${number}` }]
  await anna.hand(buildMail({ from: `x@stary${number}.example`, subject: 'stary', attachments }))
  await buildNote(anna, contractor.id, { title: 'stara' })
  await test.asSuper.query(`update item set occurred_at = now() - interval '3 years' where contractor_id = $1`, [
    contractor.id,
  ])
  await buildNote(anna, contractor.id, { title: 'świeża' })
  return contractor
}
const titles = async (contractorId: string) =>
  (await anna.get(`/api/contractors/${contractorId}/timeline`)).body.items.map((row: { title: string }) => row.title)
const settle = (isOn: boolean) => admin.put('/api/retention', { isOn, months })
const count = async (table: string) => Number((await test.asSuper.query(`select count(*) from ${table}`)).rows[0].count)

beforeEach(async () => {
  await settle(false)
  await test.asSuper.query('delete from legal_hold; update item set occurred_at = now()')
})

it('erases nothing until it is switched on, and then what is too old with all that stands behind it', async () => {
  const before = [await count('message'), await count('message_copy'), await count('blob')]
  const contractor = await buildOldFile()
  const { rows } = await test.asSuper.query(
    "select hash from blob where hash not in (select source_hash from message_copy where seen_at < now() - interval '1 day')",
  )
  const preview = await admin.post('/api/retention/preview', { months })

  expect(preview.body.items).toEqual([
    { kind: 'document', expired: 1, held: 0 },
    { kind: 'mail-in', expired: 1, held: 0 },
    { kind: 'note', expired: 1, held: 0 },
  ])
  expect(await eraseExpired(test)).toBe(0)
  await settle(true)
  expect(await eraseExpired(test)).toBe(3)
  expect(await eraseExpired(test)).toBe(0)

  expect(await titles(contractor.id)).toEqual(['świeża'])
  expect([await count('message'), await count('message_copy'), await count('blob')]).toEqual(before)
  await sweepBlobs({ ...test.house, jobs: test.jobs }, -1000)
  for (const { hash } of rows)
    expect(existsSync(path.join(test.house.config.dataFolder, 'blobs', hash.slice(0, 2), hash))).toBe(false)
  for (const [name, text] of Object.entries(consistencySql))
    expect((await test.asSuper.query(text)).rows, name).toEqual([])
  const { body: log } = await admin.get('/api/audit?verb=erased')
  expect(log.items).toHaveLength(3)
})

it('keeps what is held, in a contractor’s file or a case, until the hold is lifted', async () => {
  const contractor = await buildOldFile()
  const other = await buildOldFile()
  const closed = await buildCase(anna, other.id, { audience: { users: [admin.id] } })
  const note = await buildNote(anna, other.id, { title: 'w sprawie', caseId: closed.id })
  await test.asSuper.query(`update case_file set closed_at = now() where id = $1`, [closed.id])
  await test.asSuper.query(`update item set occurred_at = now() - interval '3 years' where id = $1`, [note.id])
  const held = await admin.post('/api/legal-holds', {
    objectType: 'contractor',
    objectId: contractor.id,
    reason: 'Spór',
  })
  await admin.post('/api/legal-holds', { objectType: 'case', objectId: closed.id, reason: 'Kontrola' })
  await settle(true)

  expect(held.status).toBe(201)
  expect(held.body).toMatchObject({ objectName: contractor.name, reason: 'Spór' })
  expect(await eraseExpired(test)).toBe(3)
  expect((await titles(contractor.id)).toSorted()).toEqual(['plik.txt', 'stara', 'stary', 'świeża'])
  expect((await titles(other.id)).toSorted()).toEqual(['w sprawie', 'świeża'])
  expect((await admin.remove(`/api/legal-holds/${held.body.id}`)).status).toBe(204)
  expect(await eraseExpired(test)).toBe(3)
  expect((await admin.get('/api/legal-holds')).body.items).toMatchObject([{ objectType: 'case', reason: 'Kontrola' }])
})

it('keeps what lies in an open case, and work that is not done', async () => {
  const contractor = await buildContractor(anna)
  const open = await buildCase(anna, contractor.id)
  await buildNote(anna, contractor.id, { title: 'w otwartej', caseId: open.id })
  await anna.post('/api/activities', { kind: 'task', contractorId: contractor.id, title: 'niezrobione' })
  await test.asSuper.query(`update item set occurred_at = now() - interval '9 years' where contractor_id = $1`, [
    contractor.id,
  ])
  await admin.put('/api/retention', { isOn: true, months: { note: 1, task: 1 } })

  expect(await eraseExpired(test)).toBe(0)
})

it('leaves what lies in another file too, and a blob that something else names', async () => {
  const contractor = await buildOldFile()
  const other = await buildContractor(anna, { addresses: ['@stary-drugi.example'] })
  const attachments = [{ name: 'plik.txt', type: 'text/plain', content: `treść ${number}` }]
  await anna.hand(buildMail({ from: 'y@stary-drugi.example', subject: 'nowy', attachments }))
  await settle(true)

  expect(await eraseExpired(test)).toBe(3)
  expect(await titles(contractor.id)).toEqual(['świeża'])
  const [document] = (await anna.get(`/api/contractors/${other.id}/timeline?kind=document`)).body.items
  expect((await anna.get(`/api/documents/${document.objectId}/content`)).body).toBe(`treść ${number}`)
})

it('is for administrators, who hold only what they see', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] } })

  expect((await anna.put('/api/retention', { isOn: true, months })).status).toBe(403)
  expect((await anna.post('/api/retention/preview', { months })).status).toBe(403)
  expect((await anna.get('/api/legal-holds')).status).toBe(403)
  const place = (actor: typeof anna, objectId: string) =>
    actor.post('/api/legal-holds', { objectType: 'contractor', objectId, reason: 'x' })
  expect((await place(anna, hidden.id)).status).toBe(403)
  expect((await place(admin, hidden.id)).status).toBe(404)
  expect((await admin.put('/api/retention', { isOn: true, months: { everything: 1 } })).status).toBe(400)
  expect((await admin.put('/api/retention', { isOn: true, months: { note: 0 } })).status).toBe(400)
})

it('leaves the meetings that the same mail has in another file, and a mail that somebody still has to settle', async () => {
  const bartek = await buildUser(test)
  const [one, other] = [await buildContractor(anna), await buildContractor(anna)]
  const lines = ['SUMMARY:Narada', 'ORGANIZER:mailto:jan@narada.example', 'DTSTAMP:20260301T080000Z']
  const mail = buildInvitation('jan@narada.example', buildCalendar({ uid: 'narada', lines }))
  await anna.hand(mail, `?contractorId=${one.id}`)
  await anna.hand(mail, `?contractorId=${other.id}`)
  const invitations = () =>
    test.asSuper.query('select contractor_id from meeting_invitation where contractor_id in ($1, $2)', [
      one.id,
      other.id,
    ])
  const age = (contractorId: string) =>
    test.asSuper.query(
      `update item set occurred_at = now() - interval '3 years' where kind = 'mail-in' and contractor_id = $1 returning object_id`,
      [contractorId],
    )
  const { rows } = await age(one.id)
  expect((await invitations()).rows).toHaveLength(2)
  await settle(true)

  expect(await eraseExpired(test)).toBe(1)
  expect((await invitations()).rows).toEqual([{ contractor_id: other.id }])
  await test.asSuper.query(
    `insert into triage_entry (message_id, owner_id, reason, occurred_at) values ($1, $2, 'unknown-sender', now())`,
    [rows[0].object_id, bartek.id],
  )
  await age(other.id)
  expect(await eraseExpired(test)).toBe(1)
  const left = await test.asSuper.query('select owner_id from triage_entry where message_id = $1', [rows[0].object_id])
  expect(left.rows).toEqual([{ owner_id: bartek.id }])
})

it('passes over what cannot be erased, and a source may have come from several files', async () => {
  await buildOldFile()
  await buildOldFile()
  await test.asSuper.query(`
    create function spoil() returns trigger language plpgsql as $$ begin raise exception 'spoilt'; end $$;
    create trigger spoil before delete on item for each row when (old.title = 'plik.txt') execute function spoil();
    insert into blob (hash, size) values (repeat('a', 64), 1), (repeat('b', 64), 1);
    insert into source_origin select distinct c.source_hash, o from message_copy c join item i on i.object_id = c.message_id,
      unnest(array[repeat('a', 64), repeat('b', 64)]) o where i.occurred_at < now() - interval '1 year'`)
  await settle(true)

  expect(await eraseExpired(test)).toBe(4)
  expect(
    (await test.asSuper.query("select 1 from blob where hash in (repeat('a', 64), repeat('b', 64))")).rows,
  ).toEqual([])
  await test.asSuper.query('drop trigger spoil on item')
  expect(await eraseExpired(test)).toBe(2)
})

it('erases in one run at a time', async () => {
  await buildOldFile()
  await settle(true)
  const another = await test.asSuper.connect()
  try {
    await another.query("select pg_advisory_lock(hashtext('lupa.retention'))")
    expect(await eraseExpired(test)).toBe(0)
    await another.query("select pg_advisory_unlock(hashtext('lupa.retention'))")
  } finally {
    another.release()
  }
  expect(await eraseExpired(test)).toBe(3)
})
