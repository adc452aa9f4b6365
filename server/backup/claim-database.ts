import pg from 'pg'
import { isMarkedHalf, markHalf, unmarkHalf } from '../database/half-restored.ts'
import { explainSilence } from '../database/migrate.ts'
import { WrongSetting } from '../wrong-setting.ts'

/** What neither an extension brought nor goes with its table. */
const isOurs = (id: string) => `not exists (select from pg_depend d where d.objid = ${id} and d.deptype in ('e', 'i'))`

/** Everything that migrations make, as statements; what extensions brought stays, and whoever made those may be somebody else. */
const dropsSql = `
select format('drop schema %I cascade', n.nspname) as text, 0 as turn from pg_namespace n where n.nspname = 'graphile_worker'
union all
select format('drop %s if exists public.%I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, c.relname), 1
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and ${isOurs('c.oid')}
union all
select format('drop routine if exists public.%I(%s) cascade', p.proname, pg_get_function_identity_arguments(p.oid)), 2
  from pg_proc p where p.pronamespace = 'public'::regnamespace and ${isOurs('p.oid')}
union all
select format('drop type if exists public.%I cascade', t.typname), 3
  from pg_type t where t.typnamespace = 'public'::regnamespace and ${isOurs('t.oid')}
   and (t.typtype in ('e', 'd') or exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
order by turn`

/**
 * Takes an empty database outside the data folder, or one that an earlier restore left half filled, and marks it so until
 * the restore is done; the connection that comes back keeps others from it meanwhile.
 */
export async function claimDatabase(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'lupa restore' })
  // Whoever uses the database next is told that it is gone.
  client.on('error', () => undefined)
  await client.connect().catch(explainSilence)
  try {
    const { rows } = await client.query<{ free: boolean }>(
      `select pg_try_advisory_lock(hashtext('lupa.restore')) as free`,
    )
    if (!rows[0]?.free) throw new WrongSetting('Another restore is filling the database at DATABASE_URL; wait for it.')
    if (await isMarkedHalf(client)) await emptyDatabase(client)
    else {
      await refuseUsed(client)
      await markHalf(client)
    }
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** Gives a database back as it was, after an attempt that failed; where that fails too, the mark stays. */
export async function leaveEmpty(client: pg.Client) {
  try {
    await emptyDatabase(client)
    await unmarkHalf(client)
  } catch {
    // Why the attempt failed is what must be told.
  } finally {
    await client.end()
  }
}

async function emptyDatabase(client: pg.Client) {
  const { rows } = await client.query<{ text: string }>(dropsSql)
  await client.query('begin')
  for (const { text } of rows) await client.query(text)
  await client.query('commit')
}

async function refuseUsed(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'S') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' limit 1`,
  )
  if (rows[0]) throw new WrongSetting(`The database at DATABASE_URL is not empty (${rows[0].name}); make a new one.`)
}
