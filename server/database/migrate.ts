import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { WrongSetting } from '../config.ts'
import { migrations } from './migrations.ts'

const OLDEST_POSTGRES = 150000

/** Passwords of the roles that log in; null for one that was made by somebody else. */
export interface RolePasswords {
  app: string | null
  jobs: string | null
  backup: string | null
}

/** Up to where to go: by default to the present schema, else only the migrations named. */
interface Goal {
  only?: string[]
}

/**
 * Brings the database to the present schema: checks its version, makes the roles, runs what is pending. Several
 * starting servers wait for each other on an advisory lock.
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords, goal: Goal = {}) {
  const owner = new pg.Client(ownerUrl)
  await owner.connect().catch(explainSilence)
  try {
    const { rows } = await owner.query<{ number: string }>(`select current_setting('server_version_num') as number`)
    if (Number(rows[0]?.number) < OLDEST_POSTGRES) throw new WrongSetting('Lupa needs PostgreSQL 15 or newer.')
    await owner.query(`select pg_advisory_lock(hashtext('lupa.migrate'))`)
    await createRoles(owner, passwords)
    // The queue's own tables first: our functions stand on them.
    await migrateQueue(ownerUrl)
    await runPending(ownerUrl, goal)
    if (!goal.only) await owner.query('select open_to_backup()')
  } finally {
    await owner.end()
  }
}

/** Says in a sentence that a database did not let us in. */
export function explainSilence(error: unknown): never {
  throw new WrongSetting(`The database does not answer: ${error instanceof Error ? error.message : error}.`)
}

async function createRoles(owner: pg.Client, passwords: RolePasswords) {
  const { rows } = await owner.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'lupa%'`)
  const known = new Set(rows.map(row => row.rolname))
  for (const role of ['lupa_reader', 'lupa_intake', 'lupa_identity', 'lupa_audit']) {
    if (!known.has(role)) await owner.query(`create role ${role} nologin`)
  }
  await putLogin(owner, 'lupa_app', passwords.app, known)
  await putLogin(owner, 'lupa_jobs', passwords.jobs, known).catch(explainForbidden('lupa_jobs', 'DATABASE_JOBS_URL'))
  await putLogin(owner, 'lupa_backup', passwords.backup, known).catch(
    explainForbidden('lupa_backup', 'DATABASE_BACKUP_URL'),
  )
}

async function putLogin(owner: pg.Client, role: string, password: string | null, known: Set<string>) {
  if (password === null) return
  await owner.query(`${known.has(role) ? 'alter' : 'create'} role ${role} login password '${password}'`)
}

function explainForbidden(role: string, setting: string) {
  return (error: Error & { code?: string }): never => {
    if (error.code !== '42501') throw error
    throw new WrongSetting(
      `The owner of the database may not make the role ${role}; have it made, and set ${setting} to its login.`,
    )
  }
}

/** By a pool of ours: the library no longer listens to its own when that ends, and a server that stops then would end the process. */
async function migrateQueue(ownerUrl: string) {
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  pgPool.on('error', () => {})
  pgPool.on('connect', client => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
  } finally {
    await pgPool.end()
  }
}

async function runPending(ownerUrl: string, { only }: Goal) {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    logger: () => {},
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'lupa_migration', snapshot: false, allOrNothing: true },
  })
  try {
    await orm.migrator.up(only && { migrations: only })
  } finally {
    await orm.close()
  }
}
