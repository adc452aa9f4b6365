import { expect, it } from 'vitest'
import type { CaseFound, PersonFound } from '../../../shared/finding.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const kowal = await buildContractor(anna, { name: 'Hurtownia Kowal 100%', people: [{ name: 'Żaneta Żółkiewska' }] })
const hidden = await buildContractor(anna, {
  name: 'Żółw i syn',
  people: [{ name: 'Jan Żółkiewski' }],
  audience: { users: [] },
})
await buildCase(anna, kowal.id, { title: 'Wdrożenie łączników' })
await buildCase(anna, hidden.id, { title: 'Wdrożenie tajne' })

const contractors = async (actor: Actor, q: string) =>
  (await actor.get(`/api/contractors?q=${encodeURIComponent(q)}`)).body.items.map((row: { name: string }) => row.name)
const places = async (actor: Actor, q: string, more = '') =>
  (await actor.get(`/api/search/places?q=${encodeURIComponent(q)}${more}`)).body as {
    people: PersonFound[]
    cases: CaseFound[]
    nextPeople: string | null
    nextCases: string | null
  }
const names = (people: PersonFound[]) => people.map(one => one.name)

it('finds people by names without diacritics, and by words in any order', async () => {
  expect(names((await places(anna, 'zolkiewski')).people)).toEqual(['Jan Żółkiewski'])
  expect(names((await places(anna, 'ŻÓŁKIEWSK')).people)).toEqual(['Jan Żółkiewski', 'Żaneta Żółkiewska'])
  expect(names((await places(anna, 'zolk zan')).people)).toEqual(['Żaneta Żółkiewska'])
  expect(names((await places(bartek, 'zolkiewsk')).people)).toEqual(['Żaneta Żółkiewska'])
  expect((await places(anna, 'zolkiewska jan')).people).toEqual([])
})

it('finds contractors and cases the same way, as far as the reader sees them', async () => {
  expect(await contractors(anna, 'kowal hurtownia')).toEqual(['Hurtownia Kowal 100%'])
  expect(await contractors(anna, 'zolw')).toEqual(['Żółw i syn'])
  expect(await contractors(bartek, 'zolw')).toEqual([])
  // By a person of its own.
  expect(await contractors(anna, 'zolkiewski jan')).toEqual(['Żółw i syn'])
  expect((await places(anna, 'lacznikow wdro')).cases).toMatchObject([{ title: 'Wdrożenie łączników' }])
  expect((await places(bartek, 'wdrozenie')).cases).toMatchObject([{ title: 'Wdrożenie łączników' }])
})

it('takes a word of one letter or two for the beginning of one, and signs for themselves', async () => {
  expect(names((await places(anna, 'ja')).people)).toEqual(['Jan Żółkiewski'])
  expect((await places(anna, 'ki')).people).toEqual([])
  expect(await contractors(anna, '100%')).toEqual(['Hurtownia Kowal 100%'])
  expect(await contractors(anna, 'kow_l')).toEqual([])
  expect(await contractors(anna, '%%%')).toEqual([])
})

it('finds people for their own question without diacritics too', async () => {
  const file = await buildContractor(anna, { people: [{ name: 'Łucja Śmiała', addresses: ['l@smiala.example'] }] })
  expect(file.people).toHaveLength(1)

  const { body } = await anna.post('/api/person-data/search', { query: 'smiala lucja' })

  expect(body.items).toMatchObject([{ address: 'l@smiala.example', name: 'Łucja Śmiała' }])
})

it('goes on behind the first five of each, in their order and without a gap', async () => {
  const people = Array.from({ length: 12 }, (_, index) => ({ name: `Świt Nr ${String(index).padStart(2, '0')}` }))
  const file = await buildContractor(anna, { people })
  const cases = []
  for (let n = 0; n < 8; n += 1) cases.push(await buildCase(anna, file.id, { title: `Świt ${n}` }))
  await anna.patch(`/api/cases/${cases[7]?.id}`, { closed: true })

  const first = await places(anna, 'swit')
  const second = await places(anna, 'swit', `&part=people&limit=4&cursor=${first.nextPeople}`)
  const third = await places(anna, 'swit', `&part=people&cursor=${second.nextPeople}`)
  const others = await places(anna, 'swit', `&part=cases&cursor=${first.nextCases}`)

  expect([...first.people, ...second.people, ...third.people].map(one => one.name)).toEqual(people.map(one => one.name))
  expect([second.cases, second.nextCases, third.nextPeople, others.people]).toEqual([[], null, null, []])
  expect([...first.cases, ...others.cases].map(one => one.title)).toEqual(
    [6, 5, 4, 3, 2, 1, 0, 7].map(n => `Świt ${n}`),
  )
  expect(others.nextCases).toBeNull()
})

it('refuses a cursor of nothing or of the other part', async () => {
  const { nextPeople } = await places(anna, 'swit')

  for (const more of [
    '&cursor=x',
    `&cursor=${nextPeople}`,
    `&part=cases&cursor=${nextPeople}`,
    '&part=people&cursor=x',
  ])
    expect((await anna.get(`/api/search/places?q=swit${more}`)).status).toBe(400)
})

it('finds what very many are called, in the order of names', async () => {
  await test.asSuper.query(
    `insert into person (contractor_id, name) select $1, 'Łazarz ' || lpad(n::text, 4, '0') from generate_series(0, 1200) n`,
    [kowal.id],
  )
  await test.asSuper.query('analyze person')

  const first = await places(bartek, 'lazarz')
  const second = await places(bartek, 'lazarz', `&part=people&cursor=${first.nextPeople}`)

  expect(names(first.people)).toEqual([0, 1, 2, 3, 4].map(n => `Łazarz 000${n}`))
  expect(names(second.people).slice(0, 2)).toEqual(['Łazarz 0005', 'Łazarz 0006'])
  expect(await contractors(bartek, 'lazarz')).toEqual(['Hurtownia Kowal 100%'])
})
