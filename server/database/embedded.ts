import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, clusterFolder, postgresAccount, unpackPostgres } from './postgres-files.ts'
import { beginLog, keepLogSmall } from './postgres-log.ts'
import { stopOnSignal } from './stop-on-signal.ts'

const run = promisify(execFile)

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** Superuser of the cluster, for creating databases; never used by the application. */
  superUrl: string
  /** Owner of the database `lupa`: migrates, may create roles, is no superuser. */
  ownerUrl: string
  stop(): Promise<void>
}

/** Where PostgreSQL's programs are; null means those that came with npm. */
export interface EmbeddedOptions {
  dataFolder: string
  password: string
  binFolder?: string
  settings?: Record<string, string>
}

const defaults: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  max_connections: '80',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  // Compiling a plan costs more than any query of ours takes.
  jit: 'off',
  log_min_messages: 'warning',
  // An error's details and its statement repeat what stands in rows: addresses, names, words.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/**
 * Starts the embedded PostgreSQL in the data folder, makes its cluster and database on the first start, and cleans
 * up after a crash. The caller holds the lock of the data folder, so a server found running there is an orphan.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const account = postgresAccount()
  const folder = clusterFolder(options.dataFolder, account)
  const bin = options.binFolder ?? unpackPostgres(folder)
  const data = path.join(folder, 'cluster')
  if (!existsSync(path.join(data, 'PG_VERSION'))) await createCluster(bin, data, options.password, account)
  else await stopOrphan(bin, data, account)

  const port = await freePort()
  const own = { port: String(port), unix_socket_directories: socketFits(folder) ? folder : '' }
  const log = path.join(folder, 'postgres.log')
  beginLog(log)
  const stopWatching = keepLogSmall(log)
  const server = spawnServer(bin, data, { ...defaults, ...options.settings, ...own }, account)
  const superUrl = `postgres://lupa_super:${options.password}@127.0.0.1:${port}/postgres`
  const forget = stopOnSignal(() => stopServer(server))
  await untilReady(superUrl, server, log)
  await createDatabase(superUrl, options.password)
  return {
    superUrl,
    // A socket of the file system costs half of what loopback does, on both ends.
    ownerUrl: `postgres://lupa_owner:${options.password}@${socketFits(folder) ? encodeURIComponent(folder) : '127.0.0.1'}:${port}/lupa`,
    async stop() {
      stopWatching()
      await stopServer(server)
      forget()
    },
  }
}

/** Whether a socket in that folder has a name that systems take: 104 bytes at most, its own name included. */
function socketFits(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, '.s.PGSQL.65535')) < 104
}

/** Stops a PostgreSQL that a process which was killed left running in a data folder, so that its files may be taken away. */
export async function stopLeftRunning(dataFolder: string) {
  if (!existsSync(path.join(dataFolder, 'postgres'))) return
  const account = postgresAccount()
  const folder = clusterFolder(dataFolder, account)
  if (existsSync(path.join(folder, 'postgresql/bin')))
    await stopOrphan(path.join(folder, 'postgresql/bin'), path.join(folder, 'cluster'), account)
}

async function createCluster(bin: string, data: string, password: string, account: Account | null) {
  const secret = `${data}.password`
  rmSync(data, { recursive: true, force: true })
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) chownSync(secret, account.uid, account.gid)
  const words = [
    '-D',
    data,
    '-U',
    'lupa_super',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  try {
    await run(path.join(bin, 'initdb'), words, { ...account, cwd: path.dirname(data) })
  } finally {
    rmSync(secret)
  }
}

async function stopOrphan(bin: string, data: string, account: Account | null) {
  if (!existsSync(path.join(data, 'postmaster.pid'))) return
  // Fails when nothing runs there, which is what we want.
  await run(path.join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'], {
    ...account,
    cwd: data,
  }).catch(() => {})
}

function spawnServer(
  bin: string,
  data: string,
  settings: Record<string, string>,
  account: Account | null,
): ChildProcess {
  const log = openSync(path.join(path.dirname(data), 'postgres.log'), 'a')
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // In a process group of its own, so that Ctrl-C reaches the server first, which then stops PostgreSQL in order.
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...words], {
    ...account,
    cwd: data,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return server
}

async function untilReady(url: string, server: ChildProcess, log: string) {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start; see ${log}`)
    const client = new pg.Client(url)
    try {
      await client.connect()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

async function createDatabase(superUrl: string, password: string) {
  const client = new pg.Client(superUrl)
  await client.connect()
  try {
    const { rows } = await client.query(`select 1 from pg_database where datname = 'lupa'`)
    if (rows.length > 0) return
    await client.query(`create role lupa_owner login createrole createdb password '${password}'`)
    await client.query(
      `create database lupa owner lupa_owner template template0 encoding 'UTF8' locale_provider icu icu_locale 'pl-PL' locale 'C.UTF-8'`,
    )
  } finally {
    await client.end()
  }
}

async function stopServer(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exited = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGINT')
  await exited
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
