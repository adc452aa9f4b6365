import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'
import { startEmbedded } from './database/embedded.ts'
import { FolderTaken, lockFolder } from './database/folder-lock.ts'
import { migrate, type RolePasswords } from './database/migrate.ts'
import { openOrm, poolOf } from './database/orm.ts'
import { readSecrets, type Secrets } from './database/secrets.ts'
import { buildDatabase } from './database/work.ts'
import { stopReading } from './document/text/read-apart.ts'
import { openJobsDatabase, type WorkingHouse } from './job/jobs-database.ts'
import { refuseStrongWorker } from './job/refuse-strong-worker.ts'
import { stopParsing } from './mail/parse-source.ts'
import { openFileBlobs } from './storage/blob-store.ts'

/** A house that is ready for work, and how to leave it in order. */
export interface OpenHouse {
  house: WorkingHouse
  secrets: Secrets
  /** The database, entered as the role that works off the queue. */
  jobsUrl: string
  /** The database, entered as the role that reads everything. */
  backupUrl: string
  close(): Promise<void>
}

/** Where a running server left the port of its database, for the command line. */
const portFile = (config: Config) => path.join(config.dataFolder, 'postgres', 'port')

/** Opens everything that Lupa stands on: data folder, database (migrated), blobs. Whatever was opened is closed on failure. */
export async function openHouse(config: Config): Promise<OpenHouse> {
  const secrets = readSecrets(config.dataFolder)
  const unlock = await lockFolder(config.dataFolder)
  return open(config, secrets, async closers => {
    closers.push(unlock)
    const ownerUrl = config.databaseUrl ?? (await startDatabase(config, secrets, closers))
    await migrate(ownerUrl, passwordsOf(config, secrets))
    await refuseStrongWorker(jobsUrlOf(config, ownerUrl, secrets))
    return ownerUrl
  })
}

/** The same for the command line: beside a running server it uses that one's database, else it opens its own. */
export async function joinHouse(config: Config): Promise<OpenHouse> {
  if (config.databaseUrl) return openHouseBeside(config)
  try {
    return await openHouse(config)
  } catch (error) {
    if (!(error instanceof FolderTaken) || !existsSync(portFile(config))) throw error
    return openHouseBeside(config)
  }
}

function openHouseBeside(config: Config): Promise<OpenHouse> {
  const secrets = readSecrets(config.dataFolder)
  return open(config, secrets, async () => {
    return config.databaseUrl ?? besideUrl(config)
  })
}

/** Where each role signs in, for whoever only looks: nothing is migrated. The embedded database is started when nobody runs it. */
export async function reachDatabase(
  config: Config,
  secrets: Secrets,
): Promise<{ urls: { app: string; jobs: string; backup: string }; close(): Promise<void> }> {
  const closers: Closers = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const url = config.databaseUrl ?? (await embeddedUrl(config, secrets, closers))
    const app = config.databaseAppUrl ?? appUrlFrom(url, secrets.appPassword)
    return { urls: { app, jobs: jobsUrlOf(config, url, secrets), backup: backupUrlOf(config, url, secrets) }, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function embeddedUrl(config: Config, secrets: Secrets, closers: Closers): Promise<string> {
  try {
    closers.push(await lockFolder(config.dataFolder))
    return await startDatabase(config, secrets, closers)
  } catch (error) {
    if (!(error instanceof FolderTaken) || !existsSync(portFile(config))) throw error
    return besideUrl(config)
  }
}

function besideUrl(config: Config): string {
  return `postgres://127.0.0.1:${readFileSync(portFile(config), 'utf8')}/lupa`
}

type Closers = (() => unknown)[]

async function open(
  config: Config,
  secrets: Secrets,
  database: (closers: Closers) => Promise<string>,
): Promise<OpenHouse> {
  const closers: Closers = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const url = await database(closers)
    const appUrl = config.databaseAppUrl ?? appUrlFrom(url, secrets.appPassword)
    const orm = await openOrm(appUrl)
    closers.push(() => orm.close())
    const jobsUrl = jobsUrlOf(config, url, secrets)
    const jobs = openJobsDatabase(jobsUrl)
    closers.push(jobs.close)
    const house: WorkingHouse = {
      config,
      database: buildDatabase(orm, await poolOf(orm)),
      blobs: openFileBlobs(path.join(config.dataFolder, 'blobs')),
      now: () => new Date(),
      appUrl,
      jobs,
    }
    closers.push(stopParsing, stopReading)
    return {
      house,
      secrets,
      jobsUrl,
      backupUrl: backupUrlOf(config, url, secrets),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function jobsUrlOf(config: Config, url: string, secrets: Secrets): string {
  return config.databaseJobsUrl ?? jobsUrlFrom(url, secrets.jobsPassword)
}

function backupUrlOf(config: Config, url: string, secrets: Secrets): string {
  return config.databaseBackupUrl ?? enteredAs('lupa_backup', url, secrets.backupPassword)
}

/** The passwords that the roles get; none for those that somebody else made. */
export function passwordsOf(config: Config, secrets: Secrets): RolePasswords {
  return {
    app: config.databaseAppUrl ? null : secrets.appPassword,
    jobs: config.databaseJobsUrl ? null : secrets.jobsPassword,
    backup: config.databaseBackupUrl ? null : secrets.backupPassword,
  }
}

async function startDatabase(config: Config, secrets: Secrets, closers: Closers): Promise<string> {
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, password: secrets.databasePassword })
  closers.push(embedded.stop)
  writeFileSync(portFile(config), new URL(embedded.ownerUrl).port)
  closers.push(() => rmSync(portFile(config), { force: true }))
  return embedded.ownerUrl
}

/** The same database, entered as the application's role. */
export function appUrlFrom(ownerUrl: string, password: string): string {
  return enteredAs('lupa_app', ownerUrl, password)
}

/** The same database, entered as the role that works off the queue. */
export function jobsUrlFrom(ownerUrl: string, password: string): string {
  return enteredAs('lupa_jobs', ownerUrl, password)
}

function enteredAs(role: string, ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}
