import { statfs } from 'node:fs/promises'
import type { System } from '../../shared/system.ts'
import { readBackupFailure } from '../backup/backup-failure.ts'
import { readLastBackup } from '../backup/last-backup.ts'
import { migrations } from '../database/migrations.ts'
import type { Tx } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { version } from '../version.ts'

const MOST_TABLES = 8

/** By number: the order of the list is that in which they came to be, and a lower number may come later. */
const newest = migrations.map(({ name }) => name).reduce((last, name) => (name > last ? name : last), '')

const databaseSql = `
select current_setting('server_version') as postgres, pg_database_size(current_database())::float8 as bytes, queue_works() as works,
       (select jsonb_agg(jsonb_build_object('name', t.name, 'bytes', t.bytes) order by t.bytes desc)
          from (select c.relname as name, pg_total_relation_size(c.oid) as bytes from pg_class c
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 2 desc limit $1) t) as tables`

interface DatabaseFacts {
  postgres: string
  bytes: number
  works: boolean
  tables: System['database']['tables']
}

/** The state of the installation; for administrators, which the database checks first. */
export async function readSystem(tx: Tx, { config, now }: Pick<House, 'config' | 'now'>): Promise<System> {
  const [files] = await tx.sql<{ figures: System['files'] }>('select storage_figures() as figures')
  const [facts] = await tx.sql<DatabaseFacts>(databaseSql, [MOST_TABLES])
  if (!files || !facts) throw new Error('figures answer always')
  const disk = await statfs(config.dataFolder)
  const last = readLastBackup(config.dataFolder, config.backup?.folder)
  const failure = readBackupFailure(config.dataFolder)
  return {
    version,
    node: process.versions.node,
    postgres: facts.postgres,
    schema: { newest, count: migrations.length },
    startedAt: new Date(now().getTime() - process.uptime() * 1000).toISOString(),
    queueWorks: facts.works,
    database: { bytes: facts.bytes, tables: facts.tables },
    files: files.figures,
    disk: { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize },
    backup: {
      lastAt: last?.at ?? null,
      folder: last?.folder ?? null,
      bytes: last?.bytes ?? null,
      faults: last?.faults ?? 0,
      failure: config.backup && failure && { since: failure.since, at: failure.at, reason: failure.reason },
      schedule: config.backup,
    },
  }
}
