import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { freshDataFolder } from './data-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    superUrl: string
    ownerUrl: string
  }
}

/** The passwords of the roles in tests; the real ones are random. */
export const APP_PASSWORD = 'app-in-tests'
export const JOBS_PASSWORD = 'jobs-in-tests'
export const BACKUP_PASSWORD = 'backup-in-tests'

const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** One PostgreSQL for the whole run, migrated once; each test file copies the migrated database. */
export async function setup(project: TestProject) {
  const folder = freshDataFolder('tests')
  const binFolder = process.env.LUPA_TEST_POSTGRES_BIN
  const embedded = await startEmbedded({
    dataFolder: folder,
    password: 'tests',
    settings: fast,
    ...(binFolder && { binFolder }),
  })
  await migrate(embedded.ownerUrl, { app: APP_PASSWORD, jobs: JOBS_PASSWORD, backup: BACKUP_PASSWORD })
  const client = new pg.Client(embedded.superUrl)
  await client.connect()
  await client.query('alter database lupa with is_template true allow_connections false')
  await client.end()
  project.provide('superUrl', embedded.superUrl)
  project.provide('ownerUrl', embedded.ownerUrl)
  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
