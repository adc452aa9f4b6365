import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'

/** More than could be compared each with each other while somebody waits. */
const MANY = 8000

const test = await openTestHouse()
const admin = await buildUser(test)

/** Contractors past the routes, which would take minutes; seen by everybody who is in the company. */
async function fill(names: string[]) {
  await test.asSuper.query(
    `with named as (select n, gen_random_uuid() as circle from unnest($1::text[]) n),
       circles as (insert into audience (id) select circle from named),
       members as (insert into audience_member (audience_id, principal_id) select circle, $2 from named)
     insert into contractor (name, audience_id) select n, circle from named`,
    [names, admin.id],
  )
}

it('finds alike names among thousands that all begin alike, in no time', async () => {
  const names = Array.from(
    { length: MANY },
    (_, n) => `Firma ${(n * 2_654_435_761).toString(36)} ${(n * 40_503 + 7).toString(36)}`,
  )
  await fill([...names, 'Firma Żółta Łódka Jan Kowalski', 'FIRMA Zolta Lodka Jan Kowalski S.C.'])
  const begun = performance.now()

  const { body } = await admin.get('/api/contractors/duplicates')

  expect(performance.now() - begun).toBeLessThan(8000)
  expect(
    body.items.map((pair: { one: { name: string }; other: { name: string } }) =>
      [pair.one.name, pair.other.name].toSorted(),
    ),
  ).toContainEqual(['FIRMA Zolta Lodka Jan Kowalski S.C.', 'Firma Żółta Łódka Jan Kowalski'])
})
