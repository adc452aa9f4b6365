import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { WrongSetting } from '../config.ts'
import { migrations } from './migrations.ts'

const OLDEST_POSTGRES = 150000

/**
 * Brings the database to the present schema: checks its version, makes the roles, runs what is pending. Several
 * starting servers wait for each other on an advisory lock.
 */
export async function migrate(ownerUrl: string, appPassword: string | null) {
  const owner = new pg.Client(ownerUrl)
  await connect(owner)
  try {
    const { rows } = await owner.query<{ number: string }>(`select current_setting('server_version_num') as number`)
    if (Number(rows[0]?.number) < OLDEST_POSTGRES) throw new WrongSetting('Lupa needs PostgreSQL 15 or newer.')
    await owner.query(`select pg_advisory_lock(hashtext('lupa.migrate'))`)
    await createRoles(owner, appPassword)
    await runPending(ownerUrl)
  } finally {
    await owner.end()
  }
}

async function connect(owner: pg.Client) {
  try {
    await owner.connect()
  } catch (error) {
    throw new WrongSetting(`The database does not answer: ${error instanceof Error ? error.message : error}.`)
  }
}

async function createRoles(owner: pg.Client, appPassword: string | null) {
  const { rows } = await owner.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'lupa%'`)
  const known = new Set(rows.map(row => row.rolname))
  for (const role of ['lupa_reader', 'lupa_intake', 'lupa_identity']) {
    if (!known.has(role)) await owner.query(`create role ${role} nologin`)
  }
  if (appPassword === null) return
  const verb = known.has('lupa_app') ? 'alter' : 'create'
  await owner.query(`${verb} role lupa_app login password '${appPassword}'`)
}

async function runPending(ownerUrl: string) {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    logger: () => {},
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'lupa_migration', snapshot: false, allOrNothing: true },
  })
  try {
    await orm.migrator.up()
  } finally {
    await orm.close()
  }
}
