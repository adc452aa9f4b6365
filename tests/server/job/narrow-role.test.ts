import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { ofJobs } from '../access/surface.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const jobs = new pg.Client(test.jobsUrl)
await jobs.connect()
afterAll(() => jobs.end())

it('works the queue off as a role that owns nothing, bypasses nothing and is nobody else', async () => {
  const { rows } = await jobs.query(
    `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
            (select count(*)::int from pg_auth_members m where m.member = r.oid) as roles,
            (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
  )

  expect(rows).toEqual([
    {
      name: 'lupa_jobs',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      roles: 0,
      owned: 0,
    },
  ])
})

it('has no right on any table of ours, and calls only what keeps the house in order', async () => {
  const tables = await jobs.query(
    `select relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
        and has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
  )
  const functions = await jobs.query(
    `select proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and has_function_privilege(p.oid, 'execute') and p.prorettype <> 'trigger'::regtype order by proname collate "C"`,
  )

  expect(tables.rows).toEqual([])
  expect(functions.rows.map(row => row.proname)).toEqual(Object.values(ofJobs).join(' ').split(' ').toSorted())
  await jobs.query(`select set_config('lupa.user', $1, false)`, [anna.id])
  for (const table of ['app_user', 'message', 'item', 'arrival', 'mailbox'])
    await expect(jobs.query(`select * from ${table}`), table).rejects.toMatchObject({ code: '42501' })
})

it('cannot add a job, nor can the application do it past its function', async () => {
  const add = `select graphile_worker.add_job('read-arrival', '{"id": "00000000-0000-0000-0000-000000000000"}')`
  await expect(jobs.query(add)).rejects.toMatchObject({ code: '42501' })
  await expect(test.asApp.query(add)).rejects.toMatchObject({ code: '42501' })
  await expect(test.asApp.query('select * from graphile_worker._private_jobs')).rejects.toMatchObject({ code: '42501' })
  await expect(
    test.house.database.work(anna.id, tx => tx.sql(`select add_task('drop-everything', gen_random_uuid(), 0)`)),
  ).rejects.toMatchObject({ code: 'LU404' })
})

it('logs in with its own password only', async () => {
  const url = new URL(inject('superUrl'))
  url.username = 'lupa_jobs'
  const stranger = new pg.Client(url.href)
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
})
