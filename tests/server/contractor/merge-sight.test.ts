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
