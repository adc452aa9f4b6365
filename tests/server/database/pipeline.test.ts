import type pg from 'pg'
import { expect, it, vi } from 'vitest'
import type { Orm } from '../../../server/database/orm.ts'
import { buildDatabase, type Statement } from '../../../server/database/work.ts'
import { Refusal } from '../../../server/refusal.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { dice } from '../access/world.ts'

const test = await openTestHouse()
const { database } = test.house
const SEED = Number(process.env.LUPA_TEST_SEED ?? Date.now() % 1_000_000)

const whoAmI: Statement = { name: 'test-who-am-i', text: 'select me()::text as me' }
const myBackend: Statement = { name: 'test-my-backend', text: 'select pg_backend_pid() as pid' }
const failing: Statement = { name: 'test-failing', text: 'select 1 / $1::int as one' }
const slow: Statement = { name: 'test-slow', text: 'select pg_sleep($1)::text, me()::text as me' }
const ended: Statement = { name: 'test-ended', text: 'select pg_terminate_backend(pg_backend_pid())' }

const users = [await buildUser(test), await buildUser(test), await buildUser(test)]
const user = users[0] as (typeof users)[number]

it(`never works for somebody else, whatever fails around it (LUPA_TEST_SEED=${SEED})`, async () => {
  const { next, one } = dice(SEED)
  const acts = Array.from({ length: 400 }, () => ({ asking: one(users).id, way: next(8) }))

  const outcomes = await Promise.all(
    acts.map(({ asking, way }) => {
      const run = way % 2 ? database.read : database.intake
      return run(asking, async query => {
        const statements = [query<{ me: string }>(whoAmI, [])]
        if (way === 0) statements.push(query(failing, [0]))
        if (way === 1) statements.push(query(ended, []))
        if (way === 2) throw next(2) ? new Refusal('not-found') : new Error('changed its mind')
        if (way === 3) statements.push(query(slow, [0.01]))
        if (way === 4) await query(failing, [0])
        const rows = await Promise.all(statements)
        return rows.flat().map(row => row.me)
      }).then(
        seen => seen.every(me => me === asking),
        () => 'failed',
      )
    }),
  )

  expect(outcomes).not.toContain(false)
  acts.forEach(({ way }, index) => {
    expect(outcomes[index]).toBe(way === 3 || way > 4 ? true : 'failed')
  })
  const { rows } = await test.asApp.query('select me() as me')
  expect(rows).toEqual([{ me: null }])
}, 20_000)

it('stores nothing of what failed on the way, and says so', async () => {
  const inserting: Statement = {
    name: 'test-inserting',
    text: `insert into audit_entry (user_id, verb, object_type, object_id) values (me(), $1, 'test', me())`,
  }
  await expect(
    database.intake(user.id, async query => {
      await query(inserting, ['half-done'])
      await query(failing, [0])
    }),
  ).rejects.toMatchObject({ code: '22012' })
  // An error that somebody swallows must not become a success of which nothing is left.
  await expect(
    database.intake(user.id, async query => {
      await query(inserting, ['half-done'])
      await query(failing, [0]).catch(() => {})
    }),
  ).rejects.toThrow()
  const { rows } = await test.asSuper.query(`select from audit_entry where verb = 'half-done'`)
  expect(rows).toHaveLength(0)
})

it('does not end the process when the beginning fails, and what follows it at once', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  const release = vi.fn()
  const gone = { query: () => Promise.reject(new Error('connection is gone')), release }
  const broken = buildDatabase({} as Orm, { connect: () => Promise.resolve(gone) } as unknown as pg.Pool)

  await expect(broken.read(user.id, query => query(whoAmI, []))).rejects.toThrow('gone')
  await expect(broken.intake(user.id, () => Promise.reject(new Error('changed its mind')))).rejects.toThrow()
  await expect(
    broken.read(user.id, () => {
      throw new Error('at once')
    }),
  ).rejects.toThrow()
  await new Promise(resolve => setTimeout(resolve, 10))
  process.off('unhandledRejection', unhandled)

  expect(unhandled).not.toHaveBeenCalled()
  expect(release.mock.calls).toEqual([[true], [true], [true]])
})

it('runs again what two changes ended for each other, and nothing else', async () => {
  let runs = 0
  const conflicting: Statement = {
    name: 'test-conflict',
    text: `do $$ begin raise exception using errcode = '40P01'; end $$`,
  }
  const result = await database.intake(user.id, async query => {
    runs += 1
    if (runs < 3) await query(conflicting, [])
    const [row] = await query<{ me: string }>(whoAmI, [])
    return row?.me
  })
  expect([runs, result]).toEqual([3, user.id])
})

it('goes on with a function that was made anew while connections are open', async () => {
  const asking: Statement = { name: 'test-anew', text: 'select * from test_anew()' }
  await test.asSuper.query('create function test_anew() returns table (a int) language sql as $$ select 1 $$')
  const ask = () => Promise.all(Array.from({ length: 20 }, () => database.read(user.id, query => query(asking, []))))
  await ask()
  await test.asSuper.query(
    'create or replace function test_anew() returns table (a int) language sql as $$ select 2 $$',
  )
  expect(await ask()).toEqual(Array.from({ length: 20 }, () => [{ a: 2 }]))

  await test.asSuper.query('drop function test_anew')
  await test.asSuper.query('create function test_anew() returns table (a text) language sql as $$ select 3::text $$')
  // Each connection that knew the old shape may refuse once, and is closed; then all is well.
  await Promise.allSettled(Array.from({ length: 40 }, () => database.read(user.id, query => query(asking, []))))
  expect(await ask()).toEqual(Array.from({ length: 20 }, () => [{ a: '3' }]))
})

it('serves more at once than there are connections', async () => {
  const all = await Promise.all(
    Array.from({ length: 60 }, () => database.read(user.id, query => query<{ me: string }>(slow, [0.02]))),
  )
  expect(all.every(([row]) => row?.me === user.id)).toBe(true)
})

it('keeps the connection over a no, and lets nothing of that transaction onto it afterwards', async () => {
  const backends = async () => {
    const { rows } = await test.asSuper.query(
      `select array_agg(pid order by pid) as pids from pg_stat_activity where application_name = 'lupa' and datname = current_database()`,
    )
    return rows[0].pids
  }
  const before = await backends()
  for (let n = 0; n < 30; n += 1)
    await expect(user.get(`/api/contractors/${crypto.randomUUID()}/timeline`)).resolves.toMatchObject({ status: 404 })
  expect(await backends()).toEqual(before)

  let late = Promise.resolve<unknown>(null)
  const refusing = database.read(user.id, async query => {
    late = new Promise(resolve => setTimeout(resolve, 20)).then(() => query(whoAmI, []))
    // On a busy machine it is refused before anybody below asks how it went.
    late.catch(() => {})
    await query(whoAmI, [])
    throw new Refusal('not-found')
  })
  await expect(refusing).rejects.toThrow('not-found')
  await expect(late).rejects.toThrow('over')

  // With a statement still under way, the connection is in doubt.
  const doubtful = database.read(user.id, async query => {
    const [row] = await query<{ pid: number }>(myBackend, [])
    query(slow, [0.2]).catch(() => {})
    throw Object.assign(new Refusal('not-found'), { pid: row?.pid })
  })
  const { pid } = await doubtful.catch(error => error)
  await new Promise(resolve => setTimeout(resolve, 400))
  expect(await backends()).not.toContain(pid)
})
