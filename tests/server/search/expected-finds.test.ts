import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)

const holding = async (word: string, limit: number | null) => {
  const { rows } = await test.asSuper.query('select item_id as id from words_hold($1, null, $2)', [word, limit])
  return rows.map(row => row.id)
}

it('names no items of a word that very many hold when so few are asked for, and all when all are', async () => {
  const contractor = await buildContractor(anna)
  for (let n = 0; n < 30; n += 1)
    await buildNote(anna, contractor.id, { title: n ? 'pospolite' : 'pospolite odmienne' })
  await test.asSuper.query('analyze item_text')

  expect(await holding('pospolite', 10)).toEqual(Array(10).fill(null))
  expect(new Set(await holding('pospolite', null)).size).toBe(30)
  // Not so sure: then they are collected.
  expect(new Set(await holding('pospolite', 20)).size).toBe(20)
  expect(await holding('pospolite', 20)).not.toContain(null)
  expect(await holding('odmienne', 10)).toHaveLength(1)
  expect(await holding('odmienne', 10)).not.toContain(null)
})

it('finds what very many hold all the same', async () => {
  const { body } = await anna.get('/api/search?q=pospolite&limit=30')
  expect(body.items).toHaveLength(30)
})
