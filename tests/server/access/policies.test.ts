import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

/** Rows of a query under the application's role, as a user or as nobody. */
async function asRole(user: string | null, text: string): Promise<Record<string, unknown>[]> {
  const client = await test.asApp.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('lupa.user', $1, true)`, [user ?? ''])
    return (await client.query(text)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const contentTables = [
  'contractor',
  'person',
  'address',
  'case_file',
  'case_party',
  'contractor_relation',
  'item',
  'item_access',
  'filing',
  'file_principal',
  'activity',
  'audience',
  'audience_member',
]

it('forces row security with a policy on every table', async () => {
  const { rows } = await test.asSuper.query(
    `select c.relname, c.relrowsecurity and c.relforcerowsecurity as forced, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'lupa_migration'`,
  )

  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter(row => !row.forced || row.policies === 0)).toEqual([])
})

it('opens every table and every sequence to backups, for reading only', async () => {
  const { rows } = await test.asSuper.query(
    `select c.oid::regclass::text as name from pg_class c
      where c.relkind in ('r', 'S') and (c.relnamespace = 'public'::regnamespace or c.relnamespace = 'graphile_worker'::regnamespace and c.relname like '\\_private\\_%')
        and (not has_table_privilege('lupa_backup', c.oid, 'select')
          or c.relkind = 'r' and has_table_privilege('lupa_backup', c.oid, 'insert, update, delete, truncate')
          or c.relrowsecurity and not exists (
            select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup' and p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) = 'true'
              and p.polroles = array['lupa_backup'::regrole::oid]))`,
  )

  expect(rows).toEqual([])
})

it('lets nobody become the role that reads everything', async () => {
  const { rows } = await test.asSuper.query(
    `select r.rolname from pg_roles r where r.rolname like 'lupa%' and r.rolname not in ('lupa_backup', 'lupa_super', 'lupa_owner')
        and pg_has_role(r.oid, 'lupa_backup', 'member')`,
  )
  const { rows: strength } = await test.asSuper.query(
    `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles where rolname = 'lupa_backup'`,
  )

  expect(rows).toEqual([])
  expect(strength).toEqual([{ strong: false }])
})

it('runs the pool as a role that owns nothing and bypasses nothing', async () => {
  const [role] = await asRole(
    null,
    'select current_user as name, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
  )
  const [owned] = await asRole(
    null,
    `select count(*)::int as tables from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`,
  )

  expect(role).toEqual({ name: 'lupa_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false })
  expect(owned).toEqual({ tables: 0 })
})

it('shows nobody nothing', async () => {
  const contractor = await buildContractor(anna)
  await buildNote(anna, contractor.id)

  for (const table of [...contentTables, 'app_user', 'app_group', 'own_address', 'message', 'membership']) {
    expect(await asRole(null, `select * from ${table}`), table).toEqual([])
  }
})

it('shows two people different rows of one file, also by raw SQL', async () => {
  const contractor = await buildContractor(anna, { addresses: ['a@wspolny.example'] })
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [] } })
  await buildNote(anna, contractor.id, { title: 'Dla wszystkich' })
  await buildNote(anna, contractor.id, { title: 'Tylko moja', caseId: caseFile.id })
  const seen = (user: string) =>
    asRole(user, `select title from item where contractor_id = '${contractor.id}' order by title`)

  expect(await seen(anna.id)).toEqual([{ title: 'Dla wszystkich' }, { title: 'Tylko moja' }])
  expect(await seen(bartek.id)).toEqual([{ title: 'Dla wszystkich' }])
  expect(await asRole(bartek.id, `select id from case_file where id = '${caseFile.id}'`)).toEqual([])
})

it('shows an outsider no row at all that hangs on a hidden contractor', async () => {
  const contractor = await buildContractor(anna, {
    audience: { users: [] },
    addresses: ['x@ukryty.example'],
    people: [{ name: 'Ukryta Osoba' }],
  })
  const caseFile = await buildCase(anna, contractor.id)
  const { id: item } = await buildNote(anna, contractor.id, { caseId: caseFile.id })
  const queries = [
    `select 1 from contractor where id = '${contractor.id}'`,
    `select 1 from person where contractor_id = '${contractor.id}'`,
    `select 1 from address where contractor_id = '${contractor.id}'`,
    `select 1 from case_party where contractor_id = '${contractor.id}'`,
    `select 1 from item where contractor_id = '${contractor.id}'`,
    `select 1 from item_access where contractor_id = '${contractor.id}'`,
    `select 1 from file_principal where contractor_id = '${contractor.id}'`,
    `select 1 from filing where case_file_id = '${caseFile.id}'`,
    `select 1 from activity where contractor_id = '${contractor.id}'`,
    `select 1 where json_typeof(file_rows('${contractor.id}', null, null, null, '-infinity', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 10) #> '{rows,id}') = 'string'`,
    `select 1 from json_array_elements(item_rows('{${item}}') -> 'cases')`,
    `select 1 from json_array_elements(item_rows('{${item}}') -> 'contractors')`,
    `select 1 from jsonb_array_elements(filing_facts('{x@ukryty.example}', '{}', '', null) -> 'addresses') a where a->>'name' is not null`,
    `select 1 from json_array_elements(pane_file('${contractor.id}', '{}', '{${caseFile.id}}') -> 'contractors')`,
    `select 1 from json_array_elements(pane_file('${contractor.id}', '{}', '{${caseFile.id}}') -> 'cases')`,
    `select 1 from json_array_elements(pane_file('${contractor.id}', '{}', '{}') -> 'openCases')`,
    `select 1 from json_array_elements(pane_file('${contractor.id}', '{}', '{}') -> 'audience')`,
    `select 1 from find_contractors('x@ukryty.example', 10)`,
  ]

  for (const text of queries) {
    expect(await asRole(bartek.id, text), text).toEqual([])
    expect((await asRole(anna.id, text)).length, text).toBeGreaterThan(0)
  }
})

it('lets nobody say himself which principals he holds', async () => {
  await expect(asRole(anna.id, `select rows_for('{}', '{}', '{}')`)).rejects.toMatchObject({ code: '42501' })
})

it('keeps secrets and search text from the role itself', async () => {
  for (const table of ['credential', 'session', 'setup_link', 'item_text', 'blob']) {
    await expect(asRole(anna.id, `select * from ${table}`), table).rejects.toMatchObject({ code: '42501' })
  }
})

it('lets nobody write an audience, an item, a filing or somebody else into the log', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const [row] = await asRole(anna.id, `select audience_id from contractor where id = '${contractor.id}'`)
  const writes = [
    `insert into audience_member (audience_id, principal_id) values ('${row?.audience_id}', '${bartek.id}')`,
    `insert into item_grant (item_id, principal_id, reason) select id, '${bartek.id}', 'shared' from item limit 1`,
    `insert into membership values ('${bartek.id}', '${anna.id}')`,
    `insert into audit_entry (user_id, verb, object_type, object_id) values ('${anna.id}', 'x', 'x', gen_random_uuid())`,
    `update audit_entry set verb = 'x'`,
    `delete from audit_entry`,
  ]

  for (const text of writes) await expect(asRole(bartek.id, text), text).rejects.toMatchObject({ code: '42501' })
  await expect(
    asRole(bartek.id, `select change_audience('${row?.audience_id}', array['${bartek.id}']::uuid[], null)`),
  ).rejects.toMatchObject({ code: 'LU404' })
})

it('never leaves one user on a connection for the next', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const ask = (actor: typeof anna) => actor.get(`/api/contractors/${contractor.id}`).then(reply => reply.status)
  const asked = Array.from({ length: 200 }, (_, index) => (index % 2 ? anna : bartek))

  const answers = await Promise.all(asked.map(ask))

  expect(answers).toEqual(asked.map(actor => (actor === anna ? 200 : 404)))
})
