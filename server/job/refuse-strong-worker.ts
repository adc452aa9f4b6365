import pg from 'pg'
import { WrongSetting } from '../config.ts'

const strengthSql = `
select r.rolsuper or r.rolbypassrls or r.rolcreaterole or exists (select from pg_class c where c.relname = 'item' and c.relowner = r.oid)
         or pg_has_role(r.oid, (select relowner from pg_class where oid = 'item'::regclass), 'usage') as strong
  from pg_roles r where r.rolname = current_user`

/** Refuses to start when the queue would be worked off by a role that could do more than that, or that cannot sign in. */
export async function refuseStrongWorker(jobsUrl: string) {
  const client = new pg.Client({ connectionString: jobsUrl, application_name: 'lupa worker' })
  try {
    await client.connect()
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new WrongSetting(`The role that works off the queue cannot sign in (DATABASE_JOBS_URL): ${why}.`)
  }
  try {
    const { rows } = await client.query<{ strong: boolean }>(strengthSql)
    if (rows[0]?.strong)
      throw new WrongSetting(
        'The role in DATABASE_JOBS_URL owns tables, is a superuser, makes roles or bypasses row security; give it a role without these.',
      )
  } finally {
    await client.end()
  }
}
