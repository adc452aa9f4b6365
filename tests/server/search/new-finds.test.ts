import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const MOST_LOOKED_AT = 1_000

/** What lies there already and what comes later, some of which only Anna sees. */
async function fileWithNews() {
  const contractor = await buildContractor(anna)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  await buildNote(anna, contractor.id, { title: 'Stary regał' })
  await test.asSuper.query(`update item set created_at = now() - interval '3 hours' where contractor_id = $1`, [
    contractor.id,
  ])
  await buildNote(anna, contractor.id, { title: 'Nowy regał', kind: 'call', startsAt: '2020-01-01T10:00:00.000Z' })
  await buildNote(anna, contractor.id, { title: 'Nowa paleta' })
  await buildNote(anna, contractor.id, { title: 'Tajny regał', caseId: hidden.id })
  const since = new Date(Date.now() - 3_600_000).toISOString()
  return { contractor, since }
}

const ask = async (actor: Actor, url: string) => (await actor.get(url)).body
const titles = async (actor: Actor, url: string) =>
  ((await ask(actor, url)).items as { title: string }[]).map(row => row.title)

it('finds by words only what came since the last look, as the list without words does', async () => {
  const { contractor, since } = await fileWithNews()
  const list = `/api/contractors/${contractor.id}/timeline?q=rega%C5%82`

  expect(await titles(bartek, list)).toEqual(['Stary regał', 'Nowy regał'])
  expect(await titles(bartek, `${list}&since=${since}`)).toEqual(['Nowy regał'])
  expect(await titles(anna, `${list}&since=${since}`)).toEqual(['Tajny regał', 'Nowy regał'])
  expect(await titles(anna, `${list}&since=${since}&kind=call`)).toEqual(['Nowy regał'])
  expect(await titles(anna, `${list}&since=2999-01-01T00:00:00.000Z`)).toEqual([])
})

it('writes and counts the same', async () => {
  const { contractor, since } = await fileWithNews()

  const csv = String(await ask(bartek, `/api/contractors/${contractor.id}/timeline.csv?q=rega%C5%82&since=${since}`))
  const counts = await ask(bartek, `/api/search/counts?q=rega%C5%82&contractorId=${contractor.id}&since=${since}`)

  expect(csv).toContain('Nowy regał')
  expect(csv).not.toContain('Stary regał')
  expect(counts).toMatchObject({ amount: 1, isMore: false, kinds: { call: 1 } })
})

it('finds it in the files of related contractors too', async () => {
  const { contractor, since } = await fileWithNews()
  const branch = await fileWithNews()
  await anna.put(`/api/contractors/${contractor.id}/related/${branch.contractor.id}`, { kind: 'branch' })

  const list = `/api/contractors/${contractor.id}/timeline?q=rega%C5%82&related=true&since=${since}`

  expect(await titles(bartek, list)).toEqual(['Nowy regał', 'Nowy regał'])
})

it('finds it among more news than are looked at one by one', async () => {
  const { contractor, since } = await fileWithNews()
  await test.asSuper.query(
    `with fresh as (
       insert into item (contractor_id, kind, object_id, occurred_at, title)
         select $1, 'note', gen_random_uuid(), now() - n * interval '1 minute', 'Inne' from generate_series(1, $2::int) n returning id)
     insert into item_text (item_id, lexemes) select id, '''inne''' from fresh`,
    [contractor.id, MOST_LOOKED_AT],
  )

  const list = `/api/contractors/${contractor.id}/timeline?q=rega%C5%82`

  expect(await titles(bartek, `${list}&since=${since}`)).toEqual(['Nowy regał'])
  expect(await titles(bartek, list)).toEqual(['Stary regał', 'Nowy regał'])
})
