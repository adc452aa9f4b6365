import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const contractor = await buildContractor(anna)
const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })

const find = async (actor: Actor, q: string) =>
  (await actor.get(`/api/search?q=${encodeURIComponent(q)}`)).body.items as {
    title: string
    found: { text: string | null }
  }[]

it('finds an activity by what is said about it, at once as it is written and soon in any form', async () => {
  const task = await buildNote(anna, contractor.id, { kind: 'task', title: 'Zamówić', note: 'Sprawdzić ceny' })
  const secret = await buildNote(anna, contractor.id, { kind: 'task', title: 'Tajne', caseId: hidden.id })
  await indexWords(test)
  for (const { objectId } of [task, secret])
    expect(
      (await anna.post(`/api/activities/${objectId}/comments`, { comment: 'Dostawca podniósł marżę' })).status,
    ).toBe(204)

  expect((await find(bartek, 'marżę')).map(item => item.title)).toEqual(['Zamówić'])
  await indexWords(test)

  const [item, ...more] = await find(bartek, 'dostawcy marża')
  expect(item).toMatchObject({ title: 'Zamówić', found: { text: expect.stringContaining('Dostawca podniósł marżę') } })
  expect(more).toEqual([])
  expect(await find(anna, 'dostawcy marża')).toHaveLength(2)
  expect(await find(anna, 'ceny')).toHaveLength(1)
})

it('still finds it when its note is changed', async () => {
  const task = await buildNote(anna, contractor.id, { kind: 'task', title: 'Oddzwonić' })
  await anna.post(`/api/activities/${task.objectId}/comments`, { comment: 'Numer ma sekretariat' })
  await anna.patch(`/api/activities/${task.objectId}`, { note: 'Po południu' })

  await indexWords(test)

  expect((await find(bartek, 'sekretariatu')).map(item => item.title)).toEqual(['Oddzwonić'])
})
