import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

it('finds cases of a file by pieces of title and reference, with or without Polish letters, open ones alone if asked', async () => {
  const contractor = await buildContractor(anna)
  const roof = await buildCase(anna, contractor.id, { title: 'Łódzka hala: przeciek dachu' })
  const tiles = await buildCase(anna, contractor.id, { title: 'Płytki 100% na wymiar' })
  const hidden = await buildCase(anna, contractor.id, { title: 'Przeciek umowy', audience: { users: [] } })
  await anna.patch(`/api/cases/${tiles.id}`, { closed: true })
  const found = async (actor: typeof anna, query: string) =>
    (await actor.get(`/api/contractors/${contractor.id}/cases?${query}`)).body.items.map(
      (one: { id: string }) => one.id,
    )

  expect(await found(anna, 'q=lodzka+DACH')).toEqual([roof.id])
  expect(await found(anna, 'q=płytki')).toEqual([tiles.id])
  expect(await found(anna, `q=${encodeURIComponent(tiles.reference)}`)).toEqual([tiles.id])
  expect(await found(anna, 'q=100%25')).toEqual([tiles.id])
  expect(await found(anna, 'q=1%25wymiar')).toEqual([])
  expect(await found(anna, 'q=plytki&open=true')).toEqual([])
  expect(await found(anna, 'q=plytki&open=false')).toEqual([tiles.id])
  expect(await found(anna, 'q=przeciek')).toEqual([hidden.id, roof.id])
  expect(await found(bartek, 'q=przeciek')).toEqual([roof.id])
})

it('goes on where the page of what was found ended', async () => {
  const contractor = await buildContractor(anna)
  for (const title of ['Kran A', 'Kran B', 'Rura', 'Kran C']) await buildCase(anna, contractor.id, { title })
  const titles = []
  for (let cursor = ''; ; ) {
    const { body } = await anna.get(`/api/contractors/${contractor.id}/cases?q=kran&limit=2${cursor}`)
    titles.push(...body.items.map((one: { title: string }) => one.title))
    if (!body.next) break
    cursor = `&cursor=${body.next}`
  }

  expect(titles).toEqual(['Kran C', 'Kran B', 'Kran A'])
})
