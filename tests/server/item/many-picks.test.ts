import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const MANY = 600
const everything = '1970-01-01T00:00:00.000Z'

/** Makes so many more of an item, its activity and who may see it, each a minute older than the one before. */
async function multiply(itemId: string) {
  await test.asSuper.query(
    `with copies as materialized (
       select gen_random_uuid() as item_id, gen_random_uuid() as object_id, n from generate_series(1, ${MANY}) n),
     activities as (
       insert into activity select (jsonb_populate_record(a, jsonb_build_object('id', c.object_id))).*
         from copies c, activity a join item i on i.object_id = a.id where i.id = $1),
     items as (
       insert into item select (jsonb_populate_record(i, jsonb_build_object('id', c.item_id, 'object_id', c.object_id,
           'occurred_at', i.occurred_at - c.n * interval '1 minute'))).*
         from copies c, item i where i.id = $1)
     insert into item_access select (jsonb_populate_record(a, jsonb_build_object('item_id', c.item_id,
           'occurred_at', a.occurred_at - c.n * interval '1 minute'))).*
       from copies c, item_access a where a.item_id = $1`,
    [itemId],
  )
}

const idsOf = (actor: Actor, contractorId: string, query: string) => idsIn(actor, `contractors/${contractorId}`, query)

async function idsIn(actor: Actor, place: string, query: string): Promise<string[]> {
  const ids = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = (await actor.get(`/api/${place}/timeline?limit=50${query}${cursor && `&cursor=${cursor}`}`)).body as {
      items: { id: string }[]
      next: string | null
    }
    ids.push(...page.items.map(row => row.id))
    cursor = page.next
  }
  return ids
}

it.each([0, 6])('finds what is new and what is of one person also among very many, in %i more cases', async cases => {
  const contractor = await buildContractor(anna, { people: [{ name: 'Ewa' }, { name: 'Jan' }] })
  const [ewa, jan] = contractor.people
  for (let index = 0; index < cases; index += 1) await buildCase(anna, contractor.id)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const call = { kind: 'call', startsAt: '2026-05-05T10:00:00.000Z' }
  const made = [
    await buildNote(anna, contractor.id, { ...call, title: 'Jawne z Ewą', personId: ewa?.id }),
    await buildNote(anna, contractor.id, { ...call, title: 'Tajne z Ewą', personId: ewa?.id, caseId: hidden.id }),
    await buildNote(anna, contractor.id, {
      ...call,
      title: 'Jawne z Janem',
      personId: jan?.id,
      startsAt: '2026-05-06T10:00:00.000Z',
    }),
  ]
  for (const { id } of made) await multiply(id)

  for (const [actor, amount] of [
    [anna, 3],
    [bartek, 2],
  ] as const) {
    const all = await idsOf(actor, contractor.id, '')
    expect(all).toHaveLength(amount * (MANY + 1))
    expect(await idsOf(actor, contractor.id, `&since=${everything}`)).toEqual(all)
    const calls = await idsOf(actor, contractor.id, `&since=${everything}&kind=call&from=2026-05-05T05:00:00.000Z`)
    expect(calls).toEqual(all.slice(0, MANY + 1 + (amount - 1) * 301))
    const ofEwa = await idsOf(actor, contractor.id, `&personId=${ewa?.id}`)
    expect(ofEwa).toHaveLength((amount - 1) * (MANY + 1))
    expect(ofEwa).toEqual(all.filter(id => ofEwa.includes(id)))
  }
  // In the hidden case lies nothing for him, and it does not exist.
  expect(
    (await bartek.get(`/api/contractors/${contractor.id}/timeline?since=${everything}&caseId=${hidden.id}`)).status,
  ).toBe(404)
  expect(await idsOf(anna, contractor.id, `&since=${everything}&caseId=${hidden.id}`)).toHaveLength(MANY + 1)
})

it('finds what is of one person in a case also among very many', async () => {
  const contractor = await buildContractor(anna, { people: [{ name: 'Ewa' }, { name: 'Jan' }] })
  const [ewa, jan] = contractor.people
  const kase = await buildCase(anna, contractor.id)
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const call = { kind: 'call', startsAt: '2026-05-05T10:00:00.000Z' }
  const made = [
    await buildNote(anna, contractor.id, { ...call, title: 'Ewa', personId: ewa?.id, caseId: kase.id }),
    await buildNote(anna, contractor.id, { ...call, title: 'Ewa gdzie indziej', personId: ewa?.id }),
    await buildNote(anna, contractor.id, { ...call, title: 'Tajna Ewa', personId: ewa?.id, caseId: hidden.id }),
    await buildNote(anna, contractor.id, { ...call, title: 'Jan', personId: jan?.id, caseId: kase.id }),
  ]
  for (const { id } of made) await multiply(id)

  const all = await idsIn(bartek, `cases/${kase.id}`, '')
  const ofEwa = await idsIn(bartek, `cases/${kase.id}`, `&personId=${ewa?.id}`)
  const early = await idsIn(bartek, `cases/${kase.id}`, `&personId=${ewa?.id}&from=2026-05-05T05:00:00.000Z`)

  expect(all).toHaveLength(2 * (MANY + 1))
  expect(ofEwa).toHaveLength(MANY + 1)
  expect(ofEwa).toEqual(all.filter(id => ofEwa.includes(id)))
  expect(early).toEqual(ofEwa.slice(0, 301))
  expect(await idsIn(anna, `cases/${hidden.id}`, `&personId=${ewa?.id}`)).toHaveLength(MANY + 1)
  expect(await idsIn(anna, `cases/${hidden.id}`, `&personId=${jan?.id}`)).toEqual([])
})
