import { expect, it, vi } from 'vitest'
import { readArrival } from '../../../server/filing/read-arrival.ts'
import { receivePatiently } from '../../../server/filing/receive-patiently.ts'
import { stopParsing } from '../../../server/mail/parse-source.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'
import { workUntilTheEnd } from '../../support/worker.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const contractor = await buildContractor(anna)
const place = { contractorId: contractor.id, caseId: null }
const count = async (text: string) => (await test.asSuper.query(text)).rows.length
const arrivals = () => count('select 1 from arrival')
const timeline = async () => (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items

const incoming = (subject: string) => ({
  userId: anna.id,
  source: Buffer.from(buildMail({ subject })),
  arrival: { door: 'push' as const },
  place,
})

it('answers that a slow message is still being read, and files it when it is', async () => {
  const answer = await receivePatiently(test.house, incoming('Powolna'), 0, 0)

  expect(answer).toMatchObject({ action: 'pending', items: [] })
  await vi.waitFor(async () => expect(await timeline()).toMatchObject([{ title: 'Powolna' }]), 10_000)
  await vi.waitFor(async () => expect(await arrivals()).toBe(0), 10_000)
})

it('keeps the file that a slow message was made from, whoever comes to its end', async () => {
  const origins = () => count('select 1 from source_origin')
  const file = (subject: string) => ({ ...incoming(subject), origin: Buffer.from(`plik ${subject}`) })
  await receivePatiently(test.house, file('Z pliku'), 0, 0)
  await vi.waitFor(async () => expect(await arrivals()).toBe(0), 10_000)
  expect(await origins()).toBe(1)

  // As one that was interrupted is left.
  const left = file('Z pliku, po przerwie')
  const hashes = [await test.house.blobs.put(left.source), await test.house.blobs.put(left.origin)]
  await test.house.database.work(anna.id, async tx => {
    const [row] = await tx.sql<{ id: string }>(
      'insert into arrival (owner_id, source_hash, origin_hash, place) values ($1, $2, $3, $4) returning id',
      [anna.id, ...hashes, JSON.stringify(place)],
    )
    await tx.sql('select add_task($1, $2, 0)', ['read-arrival', row?.id])
  })
  await workUntilTheEnd(test)
  expect(await arrivals()).toBe(0)
  expect(await origins()).toBe(2)
})

it('reads a message after the next start that an orderly stop has interrupted, and does not call it unreadable', async () => {
  const answer = await receivePatiently(test.house, incoming('Zatrzymana'), 0, 0)
  await stopParsing()
  await new Promise(resolve => setTimeout(resolve, 300))
  const { items } = (await anna.get('/api/triage')).body

  await workUntilTheEnd(test)

  expect(answer.action).toBe('pending')
  expect(items).toEqual([])
  expect((await timeline()).map((row: { title: string }) => row.title)).toContain('Zatrzymana')
})

it('writes the job down with the arrival, once, and for its owner only', async () => {
  const bartek = await buildUser(test)
  await test.asSuper.query('delete from graphile_worker._private_jobs')
  const { rows } = await test.asSuper.query(
    `insert into arrival (owner_id, source_hash) values ($1, 'x') returning id`,
    [anna.id],
  )
  const add = (user: string | null) =>
    test.house.database.work(user, tx => tx.sql('select add_task($1, $2, 0)', ['read-arrival', rows[0].id]))

  await add(anna.id)
  await add(anna.id)

  await expect(add(bartek.id)).rejects.toMatchObject({ code: 'LU404' })
  await expect(add(null)).rejects.toMatchObject({ code: 'LU404' })
  const jobs = await test.asSuper.query('select payload from graphile_worker._private_jobs')
  expect(jobs.rows).toEqual([{ payload: { id: rows[0].id } }])
  await test.asSuper.query('delete from graphile_worker._private_jobs')
  await test.asSuper.query('delete from arrival')
})

it.each([
  ['leaves to its owner what was for some people only', () => [anna.id], 0],
  ['files by itself what was for whoever sees the file', () => null, 1],
])('%s, when the case was closed in between', async (title, viewers, filed) => {
  const file = await buildContractor(anna, { addresses: [`@blisko${filed}.example`] })
  const kase = await buildCase(anna, file.id)
  const source = Buffer.from(buildMail({ from: `ewa@blisko${filed}.example`, subject: title }))
  const hash = await test.house.blobs.put(source)
  const { rows } = await test.asSuper.query(
    'insert into arrival (owner_id, source_hash, place) values ($1, $2, $3) returning id',
    [anna.id, hash, JSON.stringify({ contractorId: file.id, caseId: kase.id, viewers: viewers() })],
  )
  await anna.patch(`/api/cases/${kase.id}`, { closed: true })

  await readArrival({ ...test.house }, rows[0].id, 1)

  const waiting = await test.asSuper.query(
    `select t.state from triage_entry t join message m on m.id = t.message_id
      where m.subject = $1 and t.reason = 'place-gone' and t.owner_id = $2`,
    [title, anna.id],
  )
  expect(waiting.rows).toEqual(filed ? [] : [{ state: 'open' }])
  expect((await anna.get(`/api/contractors/${file.id}/timeline`)).body.items).toHaveLength(filed)
})

it('goes on after a restart with what was still being read, also when an older version wrote no job', async () => {
  const hash = await test.house.blobs.put(incoming('Przerwana').source)
  await test.asSuper.query('insert into arrival (owner_id, source_hash, place) values ($1, $2, $3)', [
    anna.id,
    hash,
    JSON.stringify(place),
  ])

  await workUntilTheEnd(test)

  expect((await timeline()).map((row: { title: string }) => row.title)).toContain('Przerwana')
  expect(await arrivals()).toBe(0)
})
