import { expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const forHerself = { audience: { users: [] } }

const remove = (actor: Actor, id: string) => actor.remove(`/api/contractors/${id}`)
const statusFor = async (actor: Actor, id: string) => (await actor.get(`/api/contractors/${id}`)).status

it('removes a contractor that was opened by mistake, with its addresses and people, and leaves a trace', async () => {
  const person = { name: 'Jan Pomyłka', addresses: ['jan@pomylka.example'] }
  const { id } = await buildContractor(anna, { addresses: ['@pomylka.example'], people: [person] })
  await bartek.put(`/api/contractors/${id}/pin`, { pinned: true })
  await bartek.put(`/api/contractors/${id}/follow`, { follows: true })

  const reply = await remove(anna, id)

  expect(reply.status).toBe(204)
  expect([await statusFor(anna, id), await statusFor(bartek, id)]).toEqual([404, 404])
  expect((await bartek.get('/api/pinned-contractors')).body.items).toEqual([])
  expect((await anna.get('/api/contractors?address=jan@pomylka.example')).body.items).toEqual([])
  expect((await anna.hand(buildMail({ from: 'jan@pomylka.example' }))).body).toMatchObject({ reason: 'unknown-sender' })
  const { rows } = await test.asSuper.query(
    `select user_id, verb from audit_entry where object_id = $1 and verb like '%removed'`,
    [id],
  )
  expect(rows).toEqual([{ user_id: anna.id, verb: 'contractor-removed' }])
  expect((await remove(anna, id)).status).toBe(404)
  for (const [name, text] of Object.entries(consistencySql))
    expect([name, (await test.asSuper.query(text)).rows]).toEqual([name, []])
})

it('is for its manager, and for an administrator who sees it; to whom it is hidden, it is not there', async () => {
  const open = await buildContractor(anna)
  const hidden = await buildContractor(anna, forHerself)

  expect((await remove(bartek, open.id)).status).toBe(403)
  expect((await remove(admin, hidden.id)).body).toMatchObject({ code: 'not-found' })
  expect((await remove(bartek, hidden.id)).body).toMatchObject({ code: 'not-found' })
  expect([await statusFor(anna, open.id), await statusFor(anna, hidden.id)]).toEqual([200, 200])
  expect((await remove(admin, open.id)).status).toBe(204)
})

it('refuses in one way whatever lies in the file or names it, whether the asker sees it or not', async () => {
  const build = () => buildContractor(anna)
  const noted = await build()
  const withCase = await build()
  const secretly = await build()
  const chosen = await build()
  const related = await build()
  const ruled = await build()
  await buildNote(anna, noted.id)
  await buildCase(anna, withCase.id)
  const mail = await bartek.hand(buildMail(), `?contractorId=${secretly.id}`)
  await bartek.patch(`/api/items/${mail.body.items[0].id}`, forHerself)
  await bartek.post('/api/lookup/choice', { thread: 'watek@klient.example', contractorId: chosen.id })
  const relation = await anna.put(`/api/contractors/${related.id}/related/${noted.id}`, { kind: 'parent' })
  expect(relation.status).toBe(204)
  const condition = { field: 'from', operator: 'contains', values: ['x'], match: 'any' }
  const rule = { name: 'R', scope: 'personal', conditions: [condition], match: 'all', action: 'file' }
  await bartek.post('/api/rules', { ...rule, contractorId: ruled.id })
  expect((await anna.get(`/api/contractors/${secretly.id}/timeline`)).body.items).toEqual([])

  const all = [noted, withCase, secretly, chosen, related, ruled]
  const replies = []
  for (const { id } of all) replies.push(await remove(anna, id))

  for (const { status, body } of replies) expect({ status, body }).toEqual(replies[0])
  expect(replies[0]).toMatchObject({ status: 409, body: { code: 'contractor-in-use' } })
  for (const { id } of all) expect(await statusFor(anna, id)).toBe(200)
})
