import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from './config.ts'
import { startEmbedded } from './database/embedded.ts'
import { FolderTaken, lockFolder } from './database/folder-lock.ts'
import { enterAsGuest, untilGuestsLeft } from './database/guests.ts'
import { refuseHalfDatabase } from './database/half-restored.ts'
import { explainSilence, migrate, type RolePasswords } from './database/migrate.ts'
import { openOrm, poolOf } from './database/orm.ts'
import { hasPresentSchema } from './database/present-schema.ts'
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

/** Where whoever runs the database leaves its port, for commands that come beside it. */
const portFile = (config: Config) => path.join(config.dataFolder, 'postgres', 'port')

/** Who runs the database: the service stops when it is told to, a command not before those who came beside it have left. */
interface Host {
  waitsForGuests: boolean
}

/** Opens everything that Lupa stands on: data folder, database (migrated), blobs. Whatever was opened is closed on failure. */
export async function openHouse(config: Config, host: Host = { waitsForGuests: false }): Promise<OpenHouse> {
  const secrets = readSecrets(config.dataFolder)
  const unlock = await lockFolder(config.dataFolder)
  return open(config, secrets, async closers => {
    closers.push(unlock)
    const ownerUrl = config.databaseUrl ?? (await startDatabase(config, secrets, closers))
    await refuseHalf(config, ownerUrl)
    await migrate(ownerUrl, passwordsOf(config, secrets))
    await refuseStrongWorker(jobsUrlOf(config, ownerUrl, secrets))
    if (!config.databaseUrl) receiveGuests(config, ownerUrl, host, closers)
    return ownerUrl
  })
}

async function refuseHalf(config: Config, ownerUrl: string) {
  const client = new pg.Client(ownerUrl)
  await client.connect().catch(explainSilence)
  try {
    await refuseHalfDatabase(client, config.dataFolder)
  } finally {
    await client.end()
  }
}

/** The same for the command line: beside another Lupa it uses that one's database, else it opens its own. */
export async function joinHouse(config: Config): Promise<OpenHouse> {
  const { databaseUrl } = config
  if (databaseUrl) return open(config, readSecrets(config.dataFolder), async () => databaseUrl)
  return runOrEnter(config, {
    run: () => openHouse(config, { waitsForGuests: true }),
    enter: (url, leave) =>
      open(config, readSecrets(config.dataFolder), async closers => {
        closers.push(leave)
        return url
      }),
  })
}

/** How long a command waits for another Lupa that is just starting or stopping. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 200

/** Runs the embedded database, or enters it as a guest of whoever runs it, whichever becomes possible first. */
async function runOrEnter<Opened>(
  config: Config,
  { run, enter }: { run(): Promise<Opened>; enter(url: string, leave: () => Promise<void>): Promise<Opened> },
): Promise<Opened> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const opened = await run().catch((error: unknown) => {
      if (!(error instanceof FolderTaken) || Date.now() > deadline) throw error
      return null
    })
    if (opened) return opened
    const url = besideUrl(config)
    const leave = url && (await enterAsGuest(appUrlFrom(url, readSecrets(config.dataFolder).appPassword)))
    if (leave) return enter(url, leave)
    await sleep(LOOK_EVERY_MS)
  }
}

/** Where each role signs in, for whoever only looks: nothing is migrated. The embedded database is started when nobody runs it. */
export async function reachDatabase(
  config: Config,
  secrets: Secrets,
): Promise<{ urls: { app: string; jobs: string; backup: string }; close(): Promise<void> }> {
  const { url, close } = config.databaseUrl
    ? { url: config.databaseUrl, close: async () => {} }
    : await runOrEnter(config, {
        run: () => runToLook(config, secrets),
        enter: async (url, close) => ({ url, close }),
      })
  return { urls: urlsOf(config, url, secrets), close }
}

/** Where each role signs in to a database that its owner enters at `url`. */
export function urlsOf(config: Config, url: string, secrets: Secrets): { app: string; jobs: string; backup: string } {
  const app = config.databaseAppUrl ?? appUrlFrom(url, secrets.appPassword)
  return { app, jobs: jobsUrlOf(config, url, secrets), backup: backupUrlOf(config, url, secrets) }
}

async function runToLook(config: Config, secrets: Secrets): Promise<{ url: string; close(): Promise<void> }> {
  const closers: Closers = [await lockFolder(config.dataFolder)]
  const close = closing(closers)
  try {
    const url = await startDatabase(config, secrets, closers)
    // Others would find an older schema than they need: they wait, and bring it forward then.
    if (await isPresent(url)) receiveGuests(config, url, { waitsForGuests: true }, closers)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function isPresent(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    return await hasPresentSchema(client)
  } catch {
    // A database that was never migrated has no list of what was done.
    return false
  } finally {
    await client.end()
  }
}

/** Where another Lupa runs the database, or null when none has said so. */
function besideUrl(config: Config): string | null {
  try {
    return `postgres://127.0.0.1:${readFileSync(portFile(config), 'utf8')}/lupa`
  } catch {
    return null
  }
}

type Closers = (() => unknown)[]

/** How to undo what was opened, the last first. */
const closing = (closers: Closers) => async () => {
  for (const closer of closers.splice(0).reverse()) await closer()
}

async function open(
  config: Config,
  secrets: Secrets,
  database: (closers: Closers) => Promise<string>,
): Promise<OpenHouse> {
  const closers: Closers = []
  const close = closing(closers)
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
  // What a killed server left would lead others astray.
  rmSync(portFile(config), { force: true })
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, password: secrets.databasePassword })
  closers.push(embedded.stop)
  return embedded.ownerUrl
}

/** Tells other commands where the database is, now that it is ready. */
function receiveGuests(config: Config, ownerUrl: string, host: Host, closers: Closers) {
  writeFileSync(portFile(config), new URL(ownerUrl).port)
  closers.push(() => rmSync(portFile(config), { force: true }))
  if (host.waitsForGuests) closers.push(() => untilGuestsLeft(ownerUrl))
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
