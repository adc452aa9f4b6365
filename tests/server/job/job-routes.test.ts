import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { workUntilTheEnd } from '../../support/worker.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const bartek = await buildUser(test)

/** A job of Bartek's whose attempts are used up. */
async function buryJob(error: string | null = 'storage'): Promise<string> {
  await test.asSuper.query(
    `insert into arrival (owner_id, source_hash, comment) values ($1, 'tajny-skrót', 'tajna uwaga')`,
    [bartek.id],
  )
  await test.jobs.call('select queue_arrivals()')
  const { rows } = await test.asSuper.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = $1
      where id = (select max(id) from graphile_worker._private_jobs) returning id`,
    [error],
  )
  return String(rows[0].id)
}
const audited = async (verb: string) =>
  (await test.asSuper.query(`select 1 from audit_entry where object_type = 'job' and verb = $1`, [verb])).rows.length

it('shows an administrator what failed for good and what waits, and none of its content', async () => {
  const id = await buryJob()

  const { status, body } = await admin.get('/api/jobs')

  expect(status).toBe(200)
  expect(body.items).toMatchObject([{ id, task: 'read-arrival', attempts: 25, error: 'storage' }])
  expect(body.counts).toMatchObject([
    { task: 'read-arrival', waiting: 0, retrying: 0, running: 0, dead: 1, oldest: null },
  ])
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`tajn|${bartek.id}`))
})

it('pages through them', async () => {
  const id = await buryJob(null)

  const first = await admin.get('/api/jobs?limit=1')
  const second = await admin.get(`/api/jobs?limit=1&cursor=${first.body.next}`)

  expect(first.body.items).toMatchObject([{ id, error: null }])
  expect(second.body).toMatchObject({ items: [{ error: 'storage' }], next: null })
  expect((await admin.get('/api/jobs?cursor=abc')).status).toBe(400)
})

it('is for administrators only, also by raw SQL', async () => {
  const id = await buryJob()

  expect((await bartek.get('/api/jobs')).status).toBe(403)
  expect((await bartek.post(`/api/jobs/${id}/retry`)).status).toBe(403)
  expect((await bartek.remove(`/api/jobs/${id}`)).status).toBe(403)
  for (const call of ['dead_jobs(null, 10)', 'job_counts()', `retry_job(${id})`, `forget_job(${id})`])
    for (const user of [bartek.id, null])
      await expect(
        test.house.database.work(user, tx => tx.sql(`select ${call}`)),
        call,
      ).rejects.toMatchObject({
        code: 'LU403',
      })
})

it('tries one again, takes another off, and writes both into the log', async () => {
  const [retried, removed] = [await buryJob(), await buryJob()]

  expect((await admin.post(`/api/jobs/${retried}/retry`)).status).toBe(204)
  expect((await admin.remove(`/api/jobs/${removed}`)).status).toBe(204)

  const { rows } = await test.asSuper.query(
    'select id::text, attempts, last_error from graphile_worker._private_jobs where id = any($1)',
    [[retried, removed]],
  )
  expect(rows).toEqual([{ id: retried, attempts: 0, last_error: null }])
  expect([await audited('retried'), await audited('removed')]).toEqual([1, 1])
})

it('finds nothing to try again in a job that is not dead or not there', async () => {
  const id = await buryJob()
  await admin.post(`/api/jobs/${id}/retry`)

  expect((await admin.post(`/api/jobs/${id}/retry`)).status).toBe(404)
  expect((await admin.remove(`/api/jobs/${id}`)).status).toBe(404)
  expect((await admin.remove('/api/jobs/999999999999999999')).status).toBe(404)
  expect((await admin.post('/api/jobs/1x/retry')).status).toBe(400)
})

it('is not ready while work waits and nobody does it', async () => {
  const ready = async () => (await test.app.inject('/ready')).statusCode
  await test.asSuper.query('delete from graphile_worker._private_jobs')
  await test.asSuper.query('delete from arrival')
  expect(await ready()).toBe(200)

  const hash = await test.house.blobs.put(Buffer.from('Subject: x\r\n\r\nx'))
  await test.asSuper.query('insert into arrival (owner_id, source_hash) values ($1, $2)', [bartek.id, hash])
  await test.jobs.call('select queue_arrivals()')
  expect(await ready()).toBe(200)
  await test.asSuper.query(`update graphile_worker._private_jobs set run_at = now() - interval '2 minutes'`)
  expect(await ready()).toBe(503)

  await workUntilTheEnd(test)
  expect(await ready()).toBe(200)
})
