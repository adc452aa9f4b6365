import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { keepBytes } from '../../../server/document/keep-bytes.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildUser, tokenOf } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const BYTES = 30_000
/** With little room for what is dead already, so that the peak tells what is alive. */
const execArgv = ['--max-semi-space-size=1']
const program = path.join(import.meta.dirname, 'serve-process.ts')

/** A file with so many items, a half of them mails and a half documents, each of 30 kB. */
async function fileOf(count: number): Promise<string> {
  const { id } = await buildContractor(anna)
  const { hash } = await keepBytes(test.house.blobs, Readable.from([randomBytes(BYTES)]))
  await test.asSuper.query('insert into blob (hash, size) values ($1, $2) on conflict do nothing', [hash, BYTES])
  await test.asSuper.query(
    `with mails as (
       insert into message (message_id, fingerprint, subject, occurred_at, direction, thread, snippet, has_attachment)
         select $1 || n, $1 || n, 'Wiadomość ' || n, now() - n * interval '1 minute', 'in', '', repeat('Treść ', 30), false
           from generate_series(1, $3::int / 2) n returning id, subject, occurred_at, snippet),
     documents as (
       insert into document (contractor_id, blob_hash, name, media_type, type, size)
         select $1::uuid, $2, 'Dokument ' || n || '.pdf', 'application/pdf', 'document', ${BYTES} from generate_series(1, $3::int / 2) n returning id, name),
     items as (
       insert into item (contractor_id, kind, object_id, occurred_at, title, snippet)
         select $1::uuid, 'mail-in', m.id, m.occurred_at, m.subject, m.snippet from mails m
         union all select $1::uuid, 'document', d.id, now(), d.name, '' from documents d returning id, contractor_id, kind)
     insert into filing (item_id, audience_id, method, source_hash)
       select i.id, c.audience_id, 'hand', case when i.kind = 'mail-in' then $2 end from items i join contractor c on c.id = i.contractor_id`,
    [id, hash, count],
  )
  await test.asSuper.query('analyze')
  return id
}

/** What the export of a file over HTTP takes of a server that has done nothing else. */
async function taken(contractorId: string): Promise<{ size: number; peakMb: number }> {
  const server = fork(program, [test.house.appUrl, test.house.config.dataFolder], { execArgv })
  try {
    const [origin] = await once(server, 'message')
    const authorization = `Bearer ${await tokenOf(test, anna.id)}`
    const reply = await fetch(`${origin}/api/contractors/${contractorId}/export`, { headers: { authorization } })
    expect(reply.status).toBe(200)
    let size = 0
    for await (const chunk of reply.body ?? []) size += chunk.length
    server.send('peak')
    const [peakMb] = await once(server, 'message')
    return { size, peakMb }
  } finally {
    server.kill()
  }
}

it('sends ten thousand items in the memory of two thousand', { timeout: 300_000 }, async () => {
  const [few, many] = [await fileOf(2_000), await fileOf(10_000)]

  const some = await taken(few)
  const all = await taken(many)

  expect(some.size).toBeGreaterThan(2_000 * BYTES)
  expect(all.size).toBeGreaterThan(10_000 * BYTES)
  expect(all.peakMb - some.peakMb).toBeLessThan(60)
})
