import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { stopReading } from '../../../server/document/text/read-apart.ts'
import { appUrlFrom } from '../../../server/start.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { APP_PASSWORD } from '../../support/postgres.ts'
import { jobsOf, startTestWork } from '../../support/worker.ts'

const program = path.join(import.meta.dirname, 'work-process.ts')
const test = await openTestHouse()
const anna = await buildUser(test)

async function killAWorkerInItsJob() {
  const words = [appUrlFrom(test.jobsUrl, APP_PASSWORD), test.jobsUrl, test.house.config.dataFolder]
  const child = fork(program, words)
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

it('takes up at once what a worker was doing that was killed, again and again', { timeout: 60_000 }, async () => {
  const hash = await test.house.blobs.put(Buffer.from(buildMail({ subject: 'Przerwana w pół' })))
  await test.asSuper.query('insert into arrival (owner_id, source_hash) values ($1, $2)', [anna.id, hash])
  for (let time = 0; time < 3; time += 1) await killAWorkerInItsJob()
  const { rows } = await test.asSuper.query('select attempts, locked_by from graphile_worker._private_jobs')
  expect(rows).toMatchObject(
    [{ attempts: 3, locked_by: /^pool-/ }].map(row => ({ ...row, locked_by: expect.stringMatching(row.locked_by) })),
  )

  const begin = performance.now()
  const work = startTestWork(test)
  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 10_000)
  const afterMs = performance.now() - begin
  await work.stop()

  const { items } = (await anna.get('/api/triage')).body
  expect(items).toMatchObject([{ subject: 'Przerwana w pół' }])
  expect(afterMs).toBeLessThan(3000)
})

it('gives up a message that ends its process ten times, and keeps it', { timeout: 30_000 }, async () => {
  const source = Buffer.from(buildMail({ subject: 'Zabójcza' }))
  const hash = await test.house.blobs.put(source)
  await test.asSuper.query('insert into arrival (owner_id, source_hash) values ($1, $2)', [anna.id, hash])
  await test.jobs.call('select queue_arrivals()')
  await test.asSuper.query(
    `update graphile_worker._private_jobs set attempts = 10, locked_by = 'pool-zabity', locked_at = now()`,
  )

  const work = startTestWork(test)
  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 10_000)
  await work.stop()

  const { items } = (await anna.get('/api/triage')).body
  expect(items.map((row: { reason: string }) => row.reason)).toContain('unreadable-failed')
  const kept = await test.asSuper.query('select 1 from message_copy where source_hash = $1', [hash])
  expect(kept.rows).toHaveLength(1)
})

it('frees the line of documents, which go one by one, of a worker that was killed', { timeout: 60_000 }, async () => {
  await buildContractor(anna, { addresses: ['@klient.example'] })
  const attachments = ['pierwszy', 'drugi'].map(name => ({
    name: `${name}.txt`,
    type: 'text/plain',
    content: `Dokument ${name}`,
  }))
  await anna.hand(buildMail({ attachments }))
  await killAWorkerInItsJob()
  const held = await test.asSuper.query('select 1 from graphile_worker._private_job_queues where locked_by is not null')
  expect(held.rows).toHaveLength(1)

  const work = startTestWork(test)
  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 10_000)
  await work.stop()
  await stopReading()

  const { rows } = await test.asSuper.query('select text_state from document')
  expect(rows).toEqual([{ text_state: 'read' }, { text_state: 'read' }])
})
