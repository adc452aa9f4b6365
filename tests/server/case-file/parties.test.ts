import { expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)
const first = await buildContractor(anna, { name: 'Pierwszy' })
const second = await buildContractor(anna, { name: 'Drugi' })
const hidden = await buildContractor(anna, { name: 'Ukryty', audience: { users: [] } })

const partiesOf = async (actor: Actor, caseId: string) =>
  (await actor.get(`/api/cases/${caseId}`)).body.parties.map((one: { name: string }) => one.name)
const url = (caseId: string, contractorId: string) => `/api/cases/${caseId}/parties/${contractorId}`

it('comes to concern further contractors, the first one standing first', async () => {
  const caseFile = await buildCase(anna, first.id)

  expect((await anna.put(url(caseFile.id, second.id), {})).status).toBe(204)
  expect((await anna.put(url(caseFile.id, second.id), {})).status).toBe(204)

  expect(await partiesOf(bartek, caseFile.id)).toEqual(['Pierwszy', 'Drugi'])
  expect(
    (await anna.get(`/api/contractors/${second.id}/cases`)).body.items.map((one: { id: string }) => one.id),
  ).toContain(caseFile.id)
})

it('is added to by nobody who sees only one of both', async () => {
  const caseFile = await buildCase(anna, first.id)

  expect((await bartek.put(url(caseFile.id, hidden.id), {})).status).toBe(404)

  const own = await buildCase(anna, first.id, { audience: { users: [] } })
  expect((await bartek.put(url(own.id, second.id), {})).status).toBe(404)
  expect(await partiesOf(anna, caseFile.id)).toEqual(['Pierwszy'])
})

it('keeps the first contractor, and those of whom something lies in it', async () => {
  const caseFile = await buildCase(anna, first.id)
  await anna.put(url(caseFile.id, second.id), {})
  const note = await buildNote(anna, second.id, { caseId: caseFile.id })

  expect((await anna.remove(url(caseFile.id, first.id))).status).toBe(403)
  expect((await anna.remove(url(caseFile.id, second.id))).status).toBe(403)
  await anna.patch(`/api/items/${note.id}`, { caseId: null })
  expect((await anna.remove(url(caseFile.id, second.id))).status).toBe(204)

  expect(await partiesOf(anna, caseFile.id)).toEqual(['Pierwszy'])
})

it('is left as if nothing lay there hidden from whoever ends it; that goes on lying in the file, for the same people', async () => {
  const caseFile = await buildCase(anna, first.id)
  await anna.put(url(caseFile.id, second.id), {})
  const secret = await buildNote(anna, second.id, { caseId: caseFile.id, title: 'Poufna' })
  await anna.patch(`/api/items/${secret.id}`, { audience: { users: [celina.id] } })

  expect((await bartek.remove(url(caseFile.id, second.id))).status).toBe(204)

  for (const who of [anna, celina]) {
    expect((await who.get(`/api/items/${secret.id}`)).body).toMatchObject({
      title: 'Poufna',
      filings: [{ contractorId: second.id, caseId: null }],
    })
    expect((await who.get(`/api/cases/${caseFile.id}/timeline`)).body.items).toEqual([])
  }
  expect((await bartek.get(`/api/items/${secret.id}`)).status).toBe(404)
})

it('is left so too where the same lies in the file at large for others', async () => {
  const caseFile = await buildCase(anna, first.id)
  await anna.put(url(caseFile.id, second.id), {})
  const secret = await buildNote(anna, second.id, { caseId: caseFile.id, title: 'Dwa razy' })
  await anna.patch(`/api/items/${secret.id}`, { audience: { users: [celina.id] } })
  await test.asSuper.query(
    `with circle as (insert into audience default values returning id),
          member as (insert into audience_member (audience_id, principal_id) select id, $2 from circle)
     insert into filing (item_id, case_file_id, audience_id, own_audience, method) select $1, null, id, true, 'hand' from circle`,
    [secret.id, anna.id],
  )

  expect((await bartek.remove(url(caseFile.id, second.id))).status).toBe(204)

  for (const who of [anna, celina]) expect((await who.get(`/api/items/${secret.id}`)).status).toBe(200)
  expect((await bartek.get(`/api/items/${secret.id}`)).status).toBe(404)
  for (const text of Object.values(consistencySql)) expect((await test.asSuper.query(text)).rows, text).toEqual([])
})
