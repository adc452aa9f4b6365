import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openOrm, poolOf } from '../../server/database/orm.ts'
import { buildDatabase } from '../../server/database/work.ts'
import type { App, House } from '../../server/http/app-type.ts'
import { type JobsDatabase, openJobsDatabase, type WorkingHouse } from '../../server/job/jobs-database.ts'
import { appUrlFrom, jobsUrlFrom } from '../../server/start.ts'
import { openFileBlobs } from '../../server/storage/blob-store.ts'
import { APP_PASSWORD, JOBS_PASSWORD } from './postgres.ts'

/** A server on a database of its own, and clients that go around it. */
export interface TestHouse {
  app: App
  house: WorkingHouse
  /** Raw SQL as the application's role and as the superuser. */
  asApp: pg.Pool
  asSuper: pg.Pool
  /** Where the role that works off the queue signs in. */
  jobsUrl: string
  /** The same as the background calls it. */
  jobs: JobsDatabase
}

/** Opens a server on a fresh copy of the migrated database; it is gone after the test file. */
export async function openTestHouse(
  options: {
    outside?: House['outside']
    now?: () => Date
    publicUrl?: string
    trustProxy?: string
    log?: string[]
    microsoft?: House['config']['microsoft']
  } = {},
): Promise<TestHouse> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`create database ${name} template lupa owner lupa_owner`)

  const url = new URL(inject('superUrl'))
  url.pathname = `/${name}`
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'lupa-house-'))
  const appUrl = appUrlFrom(url.href, APP_PASSWORD)
  const orm = await openOrm(appUrl)
  const house: House = {
    config: {
      ...readConfig({
        LUPA_LOG: options.log ? 'info' : (process.env.LUPA_TEST_LOG ?? 'silent'),
        LUPA_PUBLIC_URL: options.publicUrl,
        LUPA_TRUST_PROXY: options.trustProxy,
        LUPA_METRICS: 'loopback',
      }),
      ...(options.microsoft && { microsoft: options.microsoft }),
      dataFolder,
    },
    database: buildDatabase(orm, await poolOf(orm)),
    blobs: openFileBlobs(path.join(dataFolder, 'blobs')),
    now: options.now ?? (() => new Date()),
    ...(options.outside && { outside: options.outside }),
    appUrl,
  }
  const { log } = options
  const app = await buildApp(
    house,
    'a secret for tests that is long enough',
    null,
    log && { write: line => void log.push(line) },
  )
  const asApp = poolOn(appUrl)
  const asSuper = poolOn(url.href)
  const jobsUrl = jobsUrlFrom(url.href, JOBS_PASSWORD)
  const jobs = openJobsDatabase(jobsUrl)

  afterAll(async () => {
    await app.close()
    await orm.close()
    await asApp.end()
    await asSuper.end()
    await jobs.close()
    await administrator.query(`drop database ${name} with (force)`)
    await administrator.end()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return { app, house: { ...house, jobs }, asApp, asSuper, jobsUrl, jobs }
}

/** A small pool that is not upset when its database is dropped. */
function poolOn(connectionString: string): pg.Pool {
  return new pg.Pool({ connectionString, max: 2 }).on('error', () => {})
}
