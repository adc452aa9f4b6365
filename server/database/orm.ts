import { MikroORM } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { WrongSetting } from '../config.ts'
import { entities } from './entities.ts'

export type Orm = MikroORM

const POOL_SIZE = 16

/** Opens the application's pool and refuses a role for which the row policies would not hold. */
export async function openOrm(appUrl: string): Promise<Orm> {
  const orm = await MikroORM.init({
    clientUrl: appUrl,
    entities,
    forceUtcTimezone: true,
    pool: { min: 1, max: POOL_SIZE },
    driverOptions: {
      application_name: 'lupa',
      // What does not wait for an answer is sent at once: a read's begin, its statements, its commit.
      pipeline: true,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 30_000,
      // Our prepared reads are planned once per connection: with the policies in them, planning costs more than running.
      options: '-c plan_cache_mode=force_generic_plan -c jit=off',
    },
  })
  try {
    await refuseStrongRole(orm)
  } catch (error) {
    await orm.close()
    throw error
  }
  return orm
}

/** The pg pool under the ORM, for hand-written reads. */
export function poolOf(orm: Orm): Promise<Pool> {
  return orm.em.getConnection().getNativeClient() as Promise<Pool>
}

async function refuseStrongRole(orm: Orm) {
  const [role] = await orm.em.execute(
    `select r.rolsuper or r.rolbypassrls or exists (select from pg_class c where c.relname = 'item' and c.relowner = r.oid)
              or pg_has_role(r.oid, (select relowner from pg_class where oid = 'item'::regclass), 'usage') as strong
       from pg_roles r where r.rolname = current_user`,
  )
  if (role?.strong) {
    throw new WrongSetting(
      'The role in DATABASE_APP_URL owns tables, is a superuser or bypasses row security; give it a role without these.',
    )
  }
}
