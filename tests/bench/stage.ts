import { fork } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { appUrlFrom } from '../../server/start.ts'
import { say } from '../run/steps.ts'
import { planFor } from './plan.ts'
import { seed } from './seed.ts'

/** A seeded database and a server on it, in a process of its own. */
export interface Stage {
  folder: string
  origin: string
  superUrl: string
  appUrl: string
  tokenFor(userId: string): Promise<string>
  stop(): Promise<void>
}

const PASSWORD = 'bench'

/** Opens the data set of so many items, seeding it when it is not there, and starts a server on it. */
export async function openStage(folder: string, items: number): Promise<Stage> {
  mkdirSync(folder, { recursive: true })
  const database = await startEmbedded({
    dataFolder: folder,
    password: PASSWORD,
    settings: { shared_buffers: '2GB', effective_cache_size: '8GB' },
  })
  await migrate(database.ownerUrl, { app: PASSWORD, jobs: PASSWORD })
  const superUrl = database.superUrl.replace(/postgres$/, 'lupa')
  const marker = path.join(folder, 'seeded')
  if (!existsSync(marker)) {
    const start = performance.now()
    await seed(superUrl, planFor(items))
    writeFileSync(marker, '')
    say(`seeded ${items} items in ${Math.round((performance.now() - start) / 1000)} s`)
  }
  const appUrl = appUrlFrom(database.ownerUrl, PASSWORD)
  const server = fork(path.join(import.meta.dirname, 'serve.ts'), [appUrl, folder])
  const next = <Answer>() => new Promise<Answer>(resolve => server.once('message', answer => resolve(answer as Answer)))
  const { origin } = await next<{ origin: string }>()
  return {
    folder,
    origin,
    superUrl,
    appUrl,
    async tokenFor(userId) {
      server.send({ userId })
      return (await next<{ token: string }>()).token
    },
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      await database.stop()
    },
  }
}
