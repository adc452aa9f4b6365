import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

const relate = (actor: Actor, one: string, other: string, kind = 'subsidiary') =>
  actor.put(`/api/contractors/${one}/related/${other}`, { kind })
const unrelate = (actor: Actor, one: string, other: string) => actor.remove(`/api/contractors/${one}/related/${other}`)
const relatedTo = async (actor: Actor, contractorId: string): Promise<string[]> =>
  (await actor.get(`/api/contractors/${contractorId}/related`)).body.items.map(
    (one: { name: string; kind: string; mayChange: boolean }) =>
      [one.name, one.kind, ...(one.mayChange ? [] : ['fixed'])].join(' '),
  )
const entries = async () =>
  (
    await test.asSuper.query(
      `select object_id, details from audit_entry where details ?| array['relatedAdded', 'relatedRemoved']`,
    )
  ).rows

it('is seen from both sides, each as what it is to the other, and said again changes nothing', async () => {
  const parent = await buildContractor(anna, { name: 'Matka' })
  const branch = await buildContractor(anna, { name: 'Oddział' })
  const daughter = await buildContractor(anna, { name: 'Córka' })

  expect((await relate(anna, parent.id, daughter.id, 'subsidiary')).status).toBe(204)
  expect((await relate(anna, parent.id, daughter.id, 'subsidiary')).status).toBe(204)
  expect((await relate(anna, branch.id, parent.id, 'head-office')).status).toBe(204)

  expect(await relatedTo(anna, parent.id)).toEqual(['Córka subsidiary', 'Oddział branch'])
  expect(await relatedTo(anna, daughter.id)).toEqual(['Matka parent'])
  expect(await relatedTo(anna, branch.id)).toEqual(['Matka head-office'])
  const written = await entries()
  expect(written).toHaveLength(4)
  expect(written).toContainEqual({ object_id: daughter.id, details: { relatedAdded: parent.id, kind: 'parent' } })
})

it('becomes another relation of the same two, from whichever side, and ends from either', async () => {
  const one = await buildContractor(anna, { name: 'Jeden' })
  const other = await buildContractor(anna, { name: 'Drugi' })
  await relate(anna, one.id, other.id, 'subsidiary')

  await relate(anna, other.id, one.id, 'group')
  expect(await relatedTo(anna, one.id)).toEqual(['Drugi group'])
  expect(await relatedTo(anna, other.id)).toEqual(['Jeden group'])

  expect((await unrelate(anna, other.id, one.id)).status).toBe(204)
  expect((await unrelate(anna, one.id, other.id)).status).toBe(404)
  expect(await relatedTo(anna, one.id)).toEqual([])
})

it('is made and ended by whoever sees both whole files', async () => {
  const one = await buildContractor(anna, { name: 'Otwarty' })
  const half = await buildContractor(anna, { name: 'Pół', audience: { users: [] } })
  await buildCase(anna, half.id, { audience: { users: [bartek.id] } })
  const hidden = await buildContractor(anna, { name: 'Ukryty', audience: { users: [] } })

  expect((await relate(anna, one.id, one.id)).status).toBe(400)
  expect((await relate(anna, one.id, half.id, 'friend')).status).toBe(400)
  expect((await relate(bartek, one.id, hidden.id)).status).toBe(404)
  expect((await relate(bartek, hidden.id, one.id)).status).toBe(404)
  expect((await relate(bartek, one.id, half.id)).status).toBe(403)
  expect((await relate(admin, one.id, hidden.id)).status).toBe(404)

  await relate(anna, one.id, half.id)
  await relate(anna, one.id, hidden.id)
  expect(await relatedTo(bartek, one.id)).toEqual(['Pół subsidiary fixed'])
  expect((await unrelate(bartek, half.id, one.id)).status).toBe(403)
  expect((await unrelate(bartek, one.id, hidden.id)).status).toBe(404)
  expect((await bartek.get(`/api/contractors/${hidden.id}/related`)).status).toBe(404)
})

it('changes nothing at all for whoever sees only one of both', async () => {
  const one = await buildContractor(anna, { name: 'Jawny' })
  const hidden = await buildContractor(anna, { name: 'Tajny', audience: { users: [] } })
  const look = async () => [
    (await bartek.get(`/api/contractors/${one.id}`)).body,
    (await bartek.get(`/api/contractors/${one.id}/related`)).body,
    (await bartek.get(`/api/contractors/${one.id}/timeline?related=true`)).body,
    (await bartek.get(`/api/contractors/${one.id}/timeline.csv?related=true`)).body,
  ]
  const before = await look()
  const announced = async () => (await test.asSuper.query('select max(id) from change')).rows
  await test.asSuper.query('delete from change')

  await relate(anna, one.id, hidden.id)

  expect(await announced()).toEqual([{ max: null }])
  await anna.post('/api/activities', { kind: 'note', contractorId: hidden.id, title: 'Tajna notatka' })
  expect(await look()).toEqual(before)
  await unrelate(anna, one.id, hidden.id)
  expect(await look()).toEqual(before)
})

it('is of at most twenty, as far as the one sees them who adds another', async () => {
  const hub = await buildContractor(anna, { name: 'Wielki' })
  const secret = await buildContractor(anna, { name: 'A pierwszy, tajny', audience: { users: [] } })
  const others = []
  for (let n = 0; n < 21; n += 1) others.push((await buildContractor(anna, { name: `Mały ${n + 10}` })).id)
  await relate(anna, hub.id, secret.id)
  for (const id of others.slice(0, 19)) expect((await relate(anna, hub.id, id)).status).toBe(204)

  const refused = await relate(anna, others[19] ?? '', hub.id, 'parent')
  expect([refused.status, refused.body.code]).toEqual([409, 'enough-related'])
  // To change one of them is none more.
  expect((await relate(anna, hub.id, others[0] ?? '', 'other')).status).toBe(204)
  // Who does not see them all is not told of the others.
  expect((await relate(bartek, hub.id, others[19] ?? '')).status).toBe(204)
  expect((await relate(bartek, hub.id, others[20] ?? '')).body.code).toBe('enough-related')
  expect(await relatedTo(anna, hub.id)).toHaveLength(21)
})

it('goes along when two files become one, without one of itself and without doubles', async () => {
  const from = await buildContractor(anna, { name: 'Odchodzi' })
  const into = await buildContractor(anna, { name: 'Zostaje' })
  const both = await buildContractor(anna, { name: 'Obu' })
  const only = await buildContractor(anna, { name: 'Tylko pierwszego' })
  const above = await buildContractor(anna, { name: 'Nad pierwszym' })
  await relate(anna, from.id, into.id, 'group')
  await relate(anna, from.id, both.id, 'branch')
  await relate(anna, into.id, both.id, 'subsidiary')
  await relate(anna, from.id, only.id, 'branch')
  await relate(anna, above.id, from.id, 'subsidiary')

  expect((await anna.post(`/api/contractors/${into.id}/merge`, { fromId: from.id, circle: 'keep' })).status).toBe(200)

  expect(await relatedTo(anna, into.id)).toEqual(['Nad pierwszym parent', 'Obu subsidiary', 'Tylko pierwszego branch'])
  expect(await relatedTo(anna, only.id)).toEqual(['Zostaje head-office'])
  expect(await relatedTo(anna, above.id)).toEqual(['Zostaje subsidiary'])
})
