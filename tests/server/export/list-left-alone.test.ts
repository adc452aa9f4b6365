import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser, tokenOf } from '../../support/people.ts'

const PEOPLE = 20_000
const PAGE = 200

const test = await openTestHouse()
const anna = await buildUser(test)

/** How many pages have been read until now. */
function countReads(): () => number {
  let count = 0
  const { within } = test.house.database
  test.house.database.within = session => {
    const database = within(session)
    return {
      ...database,
      read(user, act) {
        count += 1
        return database.read(user, act)
      },
    }
  }
  return () => count
}

it('reads no further when nobody takes a list any more', async () => {
  const { id } = await buildContractor(anna)
  await test.asSuper.query(
    `insert into person (contractor_id, name, role) select $1, 'Osoba ' || n, repeat('kierownik ', 19) from generate_series(1, $2) n`,
    [id, PEOPLE],
  )
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = test.app.server.address() as AddressInfo
  const headers = { authorization: `Bearer ${await tokenOf(test, anna.id)}` }
  const stop = new AbortController()
  const reads = countReads()

  const url = `http://127.0.0.1:${port}/api/contractors/${id}/people.csv`
  const reply = await fetch(url, { headers, signal: stop.signal })
  await reply.body?.getReader().read()
  stop.abort()
  await wait(300)
  const before = reads()
  await wait(500)

  expect(before).toBeGreaterThan(1)
  expect(reads()).toBe(before)
  expect(before).toBeLessThan(PEOPLE / PAGE)
})
