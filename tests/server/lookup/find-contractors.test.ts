import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const found = async (actor: Actor, piece: string) => {
  const { body } = await actor.get(`/api/contractors?q=${encodeURIComponent(piece)}`)
  return body.items.map(({ id }: { id: string }) => id)
}

it('finds a contractor by a person of his, a phone number however written, and the reference of a case', async () => {
  const contractor = await buildContractor(anna, {
    phones: ['+48 22 555 66 77'],
    people: [{ name: 'Grażyna Brzęczyszczykiewicz', phones: ['601 700 800'] }],
  })
  const caseFile = await buildCase(anna, contractor.id)

  expect(await found(anna, 'brzęczysz')).toEqual([contractor.id])
  expect(await found(anna, '0048 601-700-800')).toEqual([contractor.id])
  expect(await found(anna, '(22) 555-66-77')).toEqual([contractor.id])
  expect(await found(anna, caseFile.reference)).toEqual([contractor.id])
  expect(await found(anna, '601 700 801')).toEqual([])
})

it('finds nobody by the reference of a case that the reader may not see', async () => {
  const contractor = await buildContractor(anna)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [anna.id] } })

  expect(await found(anna, hidden.reference)).toEqual([contractor.id])
  expect(await found(bartek, hidden.reference)).toEqual([])
})

it('finds nobody by a person or phone of a contractor that the reader may not see', async () => {
  await buildContractor(anna, {
    audience: { users: [anna.id] },
    phones: ['61 300 40 50'],
    people: [{ name: 'Ukryty Zdzisław' }],
  })

  expect(await found(bartek, 'ukryty zdz')).toEqual([])
  expect(await found(bartek, '61 300 40 50')).toEqual([])
})
