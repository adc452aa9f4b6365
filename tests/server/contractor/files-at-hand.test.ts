import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const namesOf = async (user: Actor, list: string) =>
  (await user.get(`/api/${list}-contractors`)).body.items.map((row: { name: string }) => row.name)
const changed = async (user: Actor): Promise<[string, number][]> =>
  (await user.get('/api/changed-contractors')).body.items.map((row: { name: string; amount: number }) => [
    row.name,
    row.amount,
  ])

it('keeps files at hand for the one who pinned them, while he may see them', async () => {
  const [one, other] = [
    await buildContractor(anna, { name: 'Pierwszy' }),
    await buildContractor(anna, { name: 'Drugi' }),
  ]
  const pin = (id: string, pinned: boolean) => bartek.put(`/api/contractors/${id}/pin`, { pinned })

  expect((await pin(one.id, true)).status).toBe(204)
  await pin(other.id, true)
  await pin(other.id, true)
  expect(await namesOf(bartek, 'pinned')).toEqual(['Drugi', 'Pierwszy'])
  expect(await namesOf(anna, 'pinned')).toEqual([])

  await anna.patch(`/api/contractors/${other.id}`, { audience: { users: [] } })
  expect(await namesOf(bartek, 'pinned')).toEqual(['Pierwszy'])
  expect((await pin(other.id, true)).status).toBe(404)
  await pin(one.id, false)
  expect(await namesOf(bartek, 'pinned')).toEqual([])
})

it('refuses what is no yes or no', async () => {
  const contractor = await buildContractor(anna)

  expect((await anna.put(`/api/contractors/${contractor.id}/pin`, { pinned: 'tak' })).status).toBe(400)
  expect((await anna.put(`/api/contractors/${crypto.randomUUID()}/pin`, { pinned: true })).status).toBe(404)
})

it('tells what came into a file since one looked, of what one sees and did not bring oneself', async () => {
  const contractor = await buildContractor(anna, { name: 'Zmieniony' })
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [anna.id] } })
  await buildNote(anna, contractor.id, { title: 'Stare' })
  await bartek.post(`/api/contractors/${contractor.id}/look`)
  await anna.post(`/api/contractors/${contractor.id}/look`)
  await test.asSuper.query(`update file_look set looked_at = now() - interval '2 hours'`)
  await test.asSuper.query(`update item set created_at = now() - interval '3 hours' where contractor_id = $1`, [
    contractor.id,
  ])
  expect(await changed(bartek)).toEqual([])

  await buildNote(anna, contractor.id, { title: 'Nowe' })
  await buildNote(anna, contractor.id, { title: 'Nowe i tajne', caseId: hidden.id })
  await buildNote(bartek, contractor.id, { title: 'Własne' })

  expect(await changed(bartek)).toEqual([['Zmieniony', 1]])
  expect(await changed(anna)).toEqual([['Zmieniony', 1]])
  await bartek.post(`/api/contractors/${contractor.id}/look`)
  expect(await changed(bartek)).toEqual([])
  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [anna.id] } })
  await buildNote(anna, contractor.id)
  expect(await changed(bartek)).toEqual([])
})
