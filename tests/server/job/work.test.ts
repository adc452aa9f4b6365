import { expect, it, vi } from 'vitest'
import { startWork } from '../../../server/job/start-work.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'
import { jobsOf, startTestWork } from '../../support/worker.ts'

const test = await openTestHouse()
const anna = await buildUser(test)

async function putArrival(subject: string): Promise<string> {
  const hash = await test.house.blobs.put(Buffer.from(buildMail({ subject })))
  return test.house.database.work(anna.id, async tx => {
    const [row] = await tx.sql<{ id: string }>(
      'insert into arrival (owner_id, source_hash) values ($1, $2) returning id',
      [anna.id, hash],
    )
    await tx.sql('select add_task($1, $2, 0)', ['read-arrival', row?.id])
    return row?.id ?? ''
  })
}
const subjects = async (state = 'open') =>
  (await anna.get(`/api/triage?state=${state}`)).body.items.map((row: { subject: string }) => row.subject)
const arrivals = async () => (await test.asSuper.query('select 1 from arrival')).rows.length
const dueNow = () =>
  test.asSuper.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')

it('makes a message that fails three times unreadable, with the reason, and never lets it stop the next', {
  timeout: 30_000,
}, async () => {
  await test.asSuper.query(`
    create function break_poison() returns trigger language plpgsql as $$
    begin raise exception 'tajna treść: %', new.subject; end $$;
    create trigger poison before insert on message for each row when (new.subject = 'Trucizna') execute function break_poison()`)
  const work = startTestWork(test)
  await putArrival('Trucizna')
  await vi.waitFor(() => expect(work.warnings).toHaveLength(1), 5_000)

  const begin = performance.now()
  await putArrival('Następna')
  await vi.waitFor(async () => expect(await subjects()).toContain('Następna'), 5_000)
  const nextAfterMs = performance.now() - begin

  await vi.waitFor(async () => {
    await dueNow()
    expect(await arrivals()).toBe(0)
  }, 20_000)
  const { items } = (await anna.get('/api/triage')).body
  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 10_000)
  await work.stop()
  await test.asSuper.query('drop trigger poison on message')

  expect(nextAfterMs).toBeLessThan(1000)
  expect(work.warnings).toHaveLength(2)
  expect(JSON.stringify(work.warnings)).not.toContain('tajna')
  expect(items.filter((row: { reason: string }) => row.reason === 'unreadable-failed')).toHaveLength(1)
})

it('does not blame the message for what the disk does', async () => {
  const broken = { ...test.house, blobs: { ...test.house.blobs, put: async () => Promise.reject(full()) } }
  const warn = vi.fn()
  const id = await putArrival('Pełny dysk')
  const work = startWork(broken, { databaseUrl: test.jobsUrl, log: { warn } })
  for (let turn = 1; turn <= 4; turn += 1) {
    await vi.waitFor(() => expect(warn.mock.calls.length).toBeGreaterThanOrEqual(turn), 5_000)
    await vi.waitFor(async () => {
      const { rows } = await test.asSuper.query('select locked_at from graphile_worker._private_jobs')
      expect(rows).toEqual([{ locked_at: null }])
    }, 10_000)
    await dueNow()
  }
  await work.stop()

  const { rows } = await test.asSuper.query('select id, failures from arrival')
  expect(rows).toEqual([{ id, failures: 0 }])
  const job = await test.asSuper.query('select last_error from graphile_worker._private_jobs')
  expect(job.rows[0].last_error).toBe('storage')

  await dueNow()
  const healed = startTestWork(test)
  await vi.waitFor(async () => expect(await subjects()).toContain('Pełny dysk'), 5_000)
  await healed.stop()
})

it('waits at an orderly stop for the job under way', async () => {
  let isDone = false
  const started = Promise.withResolvers<void>()
  const work = startTestWork(test, {
    'read-arrival': async () => {
      started.resolve()
      await new Promise(resolve => setTimeout(resolve, 1500))
      isDone = true
    },
  })
  await putArrival('W toku')
  await started.promise

  await work.stop()

  expect(isDone).toBe(true)
  expect(await jobsOf(test)).toBe(0)
  await test.asSuper.query('delete from arrival')
})

it('leaves the jobs of a worker that lives alone, beside others', { timeout: 30_000 }, async () => {
  let starts = 0
  const go = Promise.withResolvers<void>()
  const slow = {
    'read-arrival': async () => {
      starts += 1
      await go.promise
    },
  }
  const first = startTestWork(test, slow)
  await putArrival('Długa')
  await vi.waitFor(() => expect(starts).toBe(1), 5_000)

  const second = startTestWork(test, slow)
  await new Promise(resolve => setTimeout(resolve, 2_500))

  expect(starts).toBe(1)
  go.resolve()
  await Promise.all([first.stop(), second.stop()])
  await test.asSuper.query('delete from arrival')
})

it('comes back when its connections are cut', { timeout: 30_000 }, async () => {
  const work = startTestWork(test)
  await putArrival('Przed przerwą')
  await vi.waitFor(async () => expect(await subjects()).toContain('Przed przerwą'), 5_000)

  await cut()
  await putArrival('Po przerwie')

  await vi.waitFor(async () => expect(await subjects()).toContain('Po przerwie'), 15_000)
  await work.stop()
})

it('does a job again whose end could not be written, and lives on', { timeout: 30_000 }, async () => {
  let runs = 0
  const work = startTestWork(test, {
    'read-arrival': async () => {
      runs += 1
      if (runs === 1) await cutWhileEnding()
    },
  })
  await putArrival('Koniec bez zapisu')

  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 20_000)
  await work.stop()

  expect(runs).toBe(2)
  await test.asSuper.query('delete from arrival')
})

/** Holds up what the worker is about to write, and cuts its connections in the middle of it. */
async function cutWhileEnding() {
  const client = await test.asSuper.connect()
  await client.query('begin; lock table graphile_worker._private_jobs in exclusive mode')
  setTimeout(async () => {
    await cut()
    await client.query('commit')
    client.release()
  }, 500)
}

function cut() {
  return test.asSuper.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lupa_jobs' and datname = current_database()`,
  )
}

function full(): Error {
  return Object.assign(new Error('no space'), { code: 'ENOSPC' })
}
