import { randomBytes } from 'node:crypto'
import { readdirSync, readlinkSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser, tokenOf } from '../../support/people.ts'

const ITEMS = 10_000
const BYTES = 30_000

const test = await openTestHouse()
const anna = await buildUser(test)

/** Ten thousand documents of which twenty have bytes of their own, put in past the routes, which would take minutes. */
async function fill(contractorId: string) {
  const hashes = await Promise.all(Array.from({ length: 20 }, () => test.house.blobs.put(randomBytes(BYTES))))
  await test.asSuper.query('insert into blob (hash, size) select h, $2 from unnest($1::text[]) h', [hashes, BYTES])
  await test.asSuper.query(
    `with made as (
       insert into document (contractor_id, blob_hash, name, media_type, type, size, text_state)
         select $1, ($2::text[])[1 + n % 20], 'Dokument ' || n || '.bin', 'image/x-test', 'document', $3, 'other' from generate_series(1, $4) n
         returning id, name),
     items as (
       insert into item (contractor_id, kind, object_id, occurred_at, title)
         select $1, 'document', m.id, now() - (row_number() over () || ' minutes')::interval, m.name from made m returning id)
     insert into filing (item_id, audience_id, method) select i.id, c.audience_id, 'hand' from items i, contractor c where c.id = $1`,
    [contractorId, hashes, BYTES, ITEMS],
  )
}

/** What this process holds open of exports and of the store. */
function openFiles(): string[] {
  const names = readdirSync('/proc/self/fd').flatMap(fd => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      // The folder's own descriptor, closed by now.
      return []
    }
  })
  return names.filter(name => name.includes('lupa-export-') || name.startsWith(test.house.config.dataFolder))
}

it('stops reading when nobody takes it any more, and leaves nothing open', { timeout: 60_000 }, async () => {
  const { id } = await buildContractor(anna)
  await fill(id)
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = test.app.server.address() as AddressInfo
  const headers = { authorization: `Bearer ${await tokenOf(test, anna.id)}` }
  const stop = new AbortController()
  let opened = 0
  const { stream } = test.house.blobs
  test.house.blobs.stream = hash => {
    opened += 1
    return stream(hash)
  }

  const reply = await fetch(`http://127.0.0.1:${port}/api/contractors/${id}/export`, { headers, signal: stop.signal })
  await reply.body?.getReader().read()
  stop.abort()
  await new Promise(done => setTimeout(done, 1500))
  const before = opened
  await new Promise(done => setTimeout(done, 1500))

  expect(opened).toBe(before)
  expect(opened).toBeLessThan(ITEMS)
  expect(openFiles()).toEqual([])
})
