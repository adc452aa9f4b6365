import { expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

const merge = (into: string, fromId: string, circle: string) =>
  anna.post(`/api/contractors/${into}/merge`, { fromId, circle })
const mailIn = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items

/** One mail in two files: the first for Bartek too, the second for the administrator too. */
async function buildBoth(name: string) {
  const from = await buildContractor(anna, { name: `${name} z`, audience: { users: [bartek.id] } })
  const into = await buildContractor(anna, { name: `${name} do`, audience: { users: [admin.id] } })
  const mail = buildMail({ subject: name })
  await anna.hand(mail, `?contractorId=${from.id}`)
  await anna.hand(mail, `?contractorId=${into.id}`)
  const { rows } = await test.asSuper.query(
    `update filing f set comment = 'słowa', title = 'własny' from item i where i.id = f.item_id and i.contractor_id = $1 returning i.id`,
    [from.id],
  )
  await test.asSuper.query('update item set has_own_title = true where id = $1', [rows[0].id])
  await test.asSuper.query("insert into item_reading (item_id, user_id, what) values ($1, $2, 'page')", [
    rows[0].id,
    bartek.id,
  ])
  return { from, into }
}
async function isConsistent() {
  for (const [name, text] of Object.entries(consistencySql))
    expect((await test.asSuper.query(text)).rows, name).toEqual([])
}

it('keeps what was shared with somebody outside of the circle', async () => {
  const from = await buildContractor(anna, { name: 'Dzielony', audience: { users: [admin.id] } })
  const into = await buildContractor(anna, { name: 'Pozostały', audience: { users: [admin.id] } })
  const note = await buildNote(anna, from.id)
  await anna.post(`/api/items/${note.id}/shares`, { principals: [bartek.id] })
  const before = (await test.asSuper.query('select * from item_grant where item_id = $1', [note.id])).rows

  expect((await merge(into.id, from.id, 'keep')).status).toBe(200)
  expect((await test.asSuper.query('select * from item_grant where item_id = $1', [note.id])).rows).toEqual(before)
  expect((await bartek.get(`/api/items/${note.id}`)).status).toBe(200)
  await isConsistent()
})

it('lets who saw a mail of both files see it still, and tells nobody words that he could not read', async () => {
  const { from, into } = await buildBoth('Zachowany')
  expect((await merge(into.id, from.id, 'keep')).status).toBe(200)

  const [mail] = await mailIn(anna, into.id)
  expect((await bartek.get(`/api/items/${mail.id}`)).status).toBe(200)
  expect((await admin.get(`/api/items/${mail.id}`)).status).toBe(200)
  expect(JSON.stringify((await admin.get(`/api/items/${mail.id}`)).body)).not.toContain('słowa')
  const readings = await test.asSuper.query('select user_id from item_reading where item_id = $1', [mail.id])
  expect(readings.rows).toEqual([{ user_id: bartek.id }])
  await isConsistent()
})

it('fills in words and title where the one that is left has none', async () => {
  const { from, into } = await buildBoth('Oddany')
  expect((await merge(into.id, from.id, 'survivor')).status).toBe(200)

  const [mail] = await mailIn(admin, into.id)
  expect(mail.title).toBe('własny')
  expect(JSON.stringify((await admin.get(`/api/items/${mail.id}`)).body)).toContain('słowa')
  expect((await bartek.get(`/api/items/${mail.id}`)).status).toBe(404)
  await isConsistent()
})

it('keeps the words of both where both have some, and says of how many it cannot', async () => {
  const { from, into } = await buildBoth('Podwójny')
  await test.asSuper.query(
    `update filing f set comment = 'tutejsze', title = 'tutejszy' from item i where i.id = f.item_id and i.contractor_id = $1`,
    [into.id],
  )
  const { body: preview } = await anna.get(`/api/contractors/${into.id}/merge?fromId=${from.id}`)
  // The administrator would read what he could not.
  expect(preview.lostWords).toEqual({ keep: 1, survivor: 0 })
  expect((await merge(into.id, from.id, 'survivor')).status).toBe(200)

  const { rows } = await test.asSuper.query(
    'select f.title, f.comment from filing f join item i on i.id = f.item_id where i.contractor_id = $1',
    [into.id],
  )
  expect(rows).toEqual([{ title: 'tutejszy', comment: 'tutejsze\nwłasny\nsłowa' }])
  await isConsistent()
})

it('gives nobody for good what an emergency opening showed him for minutes', async () => {
  const narrow = await buildContractor(anna, { name: 'Otwarta na chwilę', audience: { users: [] } })
  const own = await buildContractor(admin, { name: 'Własna', audience: { users: [] } })
  const note = await buildNote(anna, narrow.id)
  const reason = 'Klient dzwonił w pilnej sprawie'
  const what = { objectType: 'contractor', objectId: narrow.id, reason, minutes: 30 }
  const opened = await admin.post('/api/access/break-glass', what)
  expect((await admin.get(`/api/items/${note.id}`)).status).toBe(200)
  const { body: preview } = await admin.get(`/api/contractors/${own.id}/merge?fromId=${narrow.id}`)
  expect(preview).toMatchObject({ mayMerge: false, mayOpen: false })
  const refused = async (answer: Promise<{ status: number }>) => expect((await answer).status).toBe(403)

  for (const circle of ['keep', 'survivor'])
    for (const [into, fromId] of [
      [own.id, narrow.id],
      [narrow.id, own.id],
    ])
      await refused(admin.post(`/api/contractors/${into}/merge`, { fromId, circle }))
  await refused(admin.post(`/api/items/${note.id}/shares`, { principals: [admin.id] }))
  await refused(admin.patch(`/api/contractors/${narrow.id}`, { audience: { users: [admin.id] } }))
  await admin.remove(`/api/access/break-glass/${opened.body.id}`)
  expect((await admin.get(`/api/items/${note.id}`)).status).toBe(404)
})

it('ends the emergency openings of the file that is no more, and widens it for nobody but whose word that is', async () => {
  const { from, into } = await buildBoth('Otwarty')
  const what = { objectType: 'contractor', objectId: from.id, reason: 'Klient dzwonił w pilnej sprawie', minutes: 30 }
  const opened = await admin.post('/api/access/break-glass', what)
  expect((await merge(into.id, from.id, 'keep')).status).toBe(200)
  const [row] = (await test.asSuper.query('select * from break_glass where id = $1', [opened.body.id])).rows
  expect(row).toMatchObject({ object_id: into.id, closed_by: anna.id })

  const joint = await buildContractor(anna, { name: 'Wspólna', audience: { users: [admin.id] } })
  const { body: preview } = await admin.get(`/api/contractors/${into.id}/merge?fromId=${joint.id}`)
  expect(preview).toMatchObject({ mayMerge: true, mayOpen: false })
  const widened = await admin.post(`/api/contractors/${into.id}/merge`, { fromId: joint.id, circle: 'survivor' })
  expect(widened.status).toBe(403)
  expect((await admin.post(`/api/contractors/${into.id}/merge`, { fromId: joint.id, circle: 'keep' })).status).toBe(200)
})
