import { existsSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { buildApp } from '../../server/app.ts'
import { pagesFolder } from '../../server/cli/build-pages.ts'
import { readConfig } from '../../server/config.ts'
import { openOrm, poolOf } from '../../server/database/orm.ts'
import { buildDatabase } from '../../server/database/work.ts'
import { openJobsDatabase } from '../../server/job/jobs-database.ts'
import { startBackground } from '../../server/start-background.ts'
import { openFileBlobs } from '../../server/storage/blob-store.ts'

/** The real server on a given database, with all that it does beside answering, as a child process of the benchmark; hands out tokens on request. */
const [appUrl = '', jobsUrl = '', folder = ''] = process.argv.slice(2)
const orm = await openOrm(appUrl)
const house = {
  config: { ...readConfig({ LUPA_LOG: 'silent' }), dataFolder: folder },
  database: buildDatabase(orm, await poolOf(orm)),
  blobs: openFileBlobs(path.join(folder, 'blobs')),
  now: () => new Date(),
  appUrl,
  jobs: openJobsDatabase(jobsUrl),
}
const pages = existsSync(pagesFolder) ? pagesFolder : null
const app = await buildApp(house, 'a secret for benchmarks that is long enough', pages)
const background = startBackground(house, jobsUrl, app.log)
const origin = await app.listen({ host: '127.0.0.1', port: 0 })
const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()
process.on('message', (message: { userId: string } | 'loop') => {
  if (message === 'loop') {
    process.send?.({ loop: loop.percentile(99) / 1e6 })
    return loop.reset()
  }
  void sendToken(message.userId)
})
process.once(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(background.stop)
      .then(house.jobs.close)
      .finally(() => process.exit(0)),
)
process.send?.({ origin })

/** The token of a session that is there, since those of no session are refused. */
async function sendToken(userId: string) {
  const start = `select start_session($1, $2, now() + interval '1 day', 'password', 'bench', '') as id`
  const session = await house.database.work(null, tx => tx.sql<{ id: string }>(start, [userId, crypto.randomUUID()]))
  process.send?.({ token: app.jwt.sign({ sub: userId, sid: session[0]?.id ?? '' }, { expiresIn: '1h' }) })
}
