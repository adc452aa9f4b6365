import { fork } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { ANALYSER } from '../../server/search/analyse.ts'
import { appUrlFrom, jobsUrlFrom } from '../../server/start.ts'
import { say } from '../run/steps.ts'
import { type Cost, parentOf, watchCost } from './cost.ts'
import { planFor } from './plan.ts'
import { seed } from './seed.ts'

/** A seeded database and a server on it, in a process of its own. */
export interface Stage {
  folder: string
  origin: string
  superUrl: string
  appUrl: string
  tokenFor(userId: string): Promise<string>
  /** The server's event loop delay, 99th percentile in ms since this was asked last. */
  watchLoop(): Promise<number>
  serverPid: number
  /** What is spent from here on; the answer tells when it is called. */
  watchCost(): () => Cost
  /** How many of these messages can be found by their words, and by the basic forms of these. */
  indexed(messageIds: string[]): Promise<Indexed>
  stop(): Promise<void>
}

/** Of so many messages: found by their words as they stand, and in whichever form. */
interface Indexed {
  words: number
  forms: number
}

const PASSWORD = 'bench'

/** Opens the data set of so many items, seeding it when it is not there, and starts a server on it. */
export async function openStage(folder: string, items: number): Promise<Stage> {
  mkdirSync(folder, { recursive: true })
  const binFolder = process.env.LUPA_TEST_POSTGRES_BIN
  const database = await startEmbedded({
    dataFolder: folder,
    password: PASSWORD,
    ...(binFolder && { binFolder }),
    settings: { shared_buffers: '2GB', effective_cache_size: '8GB' },
  })
  await migrate(database.ownerUrl, { app: PASSWORD, jobs: PASSWORD, backup: PASSWORD })
  const superUrl = database.superUrl.replace(/postgres$/, 'lupa')
  const marker = path.join(folder, 'seeded')
  if (!existsSync(marker)) {
    const start = performance.now()
    await seed(superUrl, planFor(items))
    writeFileSync(marker, '')
    say(`seeded ${items} items in ${Math.round((performance.now() - start) / 1000)} s`)
  }
  const postmaster = await postmasterOf(superUrl)
  const appUrl = appUrlFrom(database.ownerUrl, PASSWORD)
  const server = fork(path.join(import.meta.dirname, 'serve.ts'), [
    appUrl,
    jobsUrlFrom(database.ownerUrl, PASSWORD),
    folder,
  ])
  const next = <Answer>() => new Promise<Answer>(resolve => server.once('message', answer => resolve(answer as Answer)))
  const { origin } = await next<{ origin: string }>()
  await untilQuiet(superUrl)
  return {
    folder,
    origin,
    superUrl,
    appUrl,
    async tokenFor(userId) {
      server.send({ userId })
      return (await next<{ token: string }>()).token
    },
    async watchLoop() {
      server.send('loop')
      return (await next<{ loop: number }>()).loop
    },
    serverPid: server.pid ?? 0,
    watchCost: () => watchCost(postmaster, server.pid ?? 0),
    indexed: messageIds => countIndexed(superUrl, messageIds),
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      await database.stop()
    },
  }
}

async function countIndexed(url: string, messageIds: string[]): Promise<Indexed> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(
    `select count(distinct i.object_id)::int as words, count(distinct i.object_id) filter (where t.analyser >= $2)::int as forms
       from item i join item_text t on t.item_id = i.id where i.object_id = any($1)`,
    [messageIds, ANALYSER],
  )
  await client.end()
  return rows[0]
}

/** Waits until what the seeding or an earlier run left is announced and sealed, so that only what is measured makes work. */
async function untilQuiet(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const isBusy = async () =>
    (await client.query('select exists (select from change) or exists (select from audit_tail) as busy')).rows[0].busy
  while (await isBusy()) await wait(200)
  // What the seeding wrote must not go on being written to the disk under the first figures.
  await client.query('checkpoint')
  await client.end()
}

async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0].pid)
  await client.end()
  return postmaster
}
