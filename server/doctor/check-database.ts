import pg from 'pg'
import { migrations } from '../database/migrations.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const OLDEST_POSTGRES = 150000
const SKEW_MS = 30_000

/** Where each role signs in. */
export interface RoleUrls {
  app: string
  jobs: string
  backup: string
}

const strengthSql = `
select current_setting('server_version_num')::int as version,
       r.rolsuper or r.rolbypassrls or r.rolcreaterole
         or coalesce(pg_has_role(r.oid, (select c.relowner from pg_class c where c.oid = to_regclass('public.item')), 'usage'), false) as strong
  from pg_roles r where r.rolname = current_user`

/** Whether the roles can sign in, and can do no more than they should. */
export async function checkRoles(urls: RoleUrls): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [role, url] of Object.entries(urls) as [keyof RoleUrls, string][])
    findings.push(await checkRole(role, url))
  return findings
}

async function checkRole(role: keyof RoleUrls, url: string): Promise<Finding> {
  const about = `role ${role}`
  const setting = `DATABASE_${role.toUpperCase()}_URL`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; strong: boolean }>(strengthSql)
    const [found] = rows
    if ((found?.version ?? 0) < OLDEST_POSTGRES)
      return fault(about, 'PostgreSQL is older than 15.', 'Move to PostgreSQL 15 or newer: lupa backup, lupa restore.')
    return found?.strong
      ? fault(
          about,
          'It owns tables, is a superuser, makes roles or bypasses row security.',
          `Name another role in ${setting}.`,
        )
      : ok(about, 'signs in, and can do no more than it should')
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const isRefused = code === '28P01' || code === '28000' || code === '3D000'
    return isRefused
      ? fault(about, `It cannot sign in: ${message}.`, `Start Lupa once, which sets its password, or mend ${setting}.`)
      : fault(about, `The database does not answer: ${message}.`, 'Start PostgreSQL, and look at DATABASE_URL.')
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the schema is the one that this program knows. */
export async function checkMigrations(client: pg.ClientBase): Promise<Finding> {
  const about = 'schema'
  const { rows: there } = await client.query(`select to_regclass('public.lupa_migration') is not null as there`)
  if (!there[0].there) return fault(about, 'The database is empty.', 'Start Lupa once, or run: lupa migrate')
  const { rows } = await client.query<{ name: string }>('select name from lupa_migration')
  const done = new Set(rows.map(row => row.name))
  const pending = migrations.filter(one => !done.has(one.name)).map(one => one.name)
  const unknown = [...done].filter(name => !migrations.some(one => one.name === name))
  if (unknown.length > 0)
    return fault(
      about,
      `The database knows ${unknown.join(', ')}, this program does not.`,
      'Run the newer Lupa again; there is no way back but a backup.',
    )
  return pending.length > 0
    ? fault(about, `Not migrated: ${pending.join(', ')}.`, 'Start Lupa once, or run: lupa migrate')
    : ok(about, `${done.size} migrations, all done`)
}

/** Whether row security binds everybody on every table. */
export async function checkPolicies(client: pg.ClientBase): Promise<Finding> {
  const about = 'row security'
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'lupa_migration'
        and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
  )
  return rows.length > 0
    ? fault(
        about,
        `It is not forced on ${rows.map(row => row.name).join(', ')}.`,
        'Somebody changed the schema by hand: alter table ... force row level security, and look at the audit log.',
      )
    : ok(about, 'forced on every table')
}

/** Whether the clocks of database and server agree: sessions, holding and alarms are measured by both. */
export async function checkClock(client: pg.ClientBase, now: () => Date): Promise<Finding> {
  const about = 'clock'
  const { rows } = await client.query<{ at: string }>(`select extract(epoch from clock_timestamp()) * 1000 as at`)
  const apart = Math.abs(Number(rows[0]?.at) - now().getTime())
  return apart > SKEW_MS
    ? warning(
        about,
        `Server and database are ${Math.round(apart / 1000)} s apart.`,
        'Let both machines keep time by NTP (systemd-timesyncd, chrony).',
      )
    : ok(about, 'server and database agree')
}
