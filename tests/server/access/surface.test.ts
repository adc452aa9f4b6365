import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { callersOwn, definers, inner, ofJobs, ofNobody, readable } from './surface.ts'

const test = await openTestHouse()

const byName = (one: string, other: string) => (one < other ? -1 : 1)
const sorted = (names: string[]) => names.toSorted(byName)

interface Definer {
  name: string
  owner: string
  config: string[] | null
  called: boolean
  jobs: boolean
}

async function definersThere(): Promise<Definer[]> {
  const { rows } = await test.asSuper.query<Definer>(
    `select p.proname as name, r.rolname as owner, p.proconfig as config, has_function_privilege('lupa_app', p.oid, 'execute') as called,
            has_function_privilege('lupa_jobs', p.oid, 'execute') as jobs
       from pg_proc p join pg_roles r on r.oid = p.proowner where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
  )
  return rows
}

const listed = (names: Record<string, string>) =>
  Object.entries(names).flatMap(([owner, list]) => list.split(' ').map(name => `${owner} ${name}`))

it('lets the application call those functions of other rights that were reviewed, and no other', async () => {
  const called = (await definersThere()).filter(one => one.called).map(one => `${one.owner} ${one.name}`)

  expect(sorted(called)).toEqual(sorted(Object.values(definers).flatMap(listed)))
})

it('keeps what knows the whole company to the role of the jobs', async () => {
  const there = (await definersThere()).filter(one => one.jobs)

  expect(sorted(there.map(one => `${one.owner} ${one.name}`))).toEqual(sorted(listed(ofJobs)))
  expect(there.filter(one => one.called)).toEqual([])
})

it('gives the application no function that asks only whether somebody is signed in, but those few', async () => {
  const { rows } = await test.asSuper.query<{ name: string }>(
    `select distinct p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('lupa_app', p.oid, 'execute')
        -- Not where it is the other way round: who does nothing without a user.
        and p.prosrc ~* '((where|and|or|\\() me\\(\\) is null|if me\\(\\) is not null|refuse_anybody)'`,
  )

  expect(sorted(rows.map(row => row.name))).toEqual(sorted(Object.values(ofNobody).flatMap(list => list.split(' '))))
})

it('keeps the inner functions to the functions that check rights', async () => {
  const kept = (await definersThere()).filter(one => !one.called && !one.jobs).map(one => `${one.owner} ${one.name}`)

  expect(sorted(kept)).toEqual(sorted(listed(inner)))
})

it('fixes the search path of every function of other rights, the temporary schema last', async () => {
  const loose = (await definersThere()).filter(one => !one.config?.includes('search_path=public, pg_temp'))

  expect(loose).toEqual([])
})

it('has no function of the owner’s rights, and none that everybody may call', async () => {
  const { rows } = await test.asSuper.query(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and (r.rolsuper or r.rolname = 'lupa_owner' or exists (
        select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))`,
  )

  expect(rows).toEqual([])
})

it('knows every function that runs with the caller’s rights', async () => {
  const { rows } = await test.asSuper.query<{ name: string }>(
    `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and not p.prosecdef
        and has_function_privilege('lupa_app', p.oid, 'execute')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )

  expect(sorted(rows.map(row => row.name))).toEqual(callersOwn.split(' '))
})

it('knows every table and view that the application reads', async () => {
  const { rows } = await test.asSuper.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
        and has_table_privilege('lupa_app', c.oid, 'select, insert, update, delete') or (n.nspname = 'public' and has_any_column_privilege('lupa_app', c.oid, 'select'))`,
  )

  expect(sorted(rows.map(row => row.name))).toEqual(readable.split(' '))
  expect(rows.filter(row => row.schema !== 'public')).toEqual([])
})

it('has no view: a view would read with its owner’s rights', async () => {
  const { rows } = await test.asSuper.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  )

  expect(rows).toEqual([])
})
