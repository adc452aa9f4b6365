import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openOrm, poolOf } from '../../server/database/orm.ts'
import { buildDatabase } from '../../server/database/work.ts'
import { openFileBlobs } from '../../server/storage/blob-store.ts'

/** The real server on a given database, as a child process of the benchmark; hands out tokens on request. */
const [appUrl = '', folder = ''] = process.argv.slice(2)
const orm = await openOrm(appUrl)
const house = {
  config: { ...readConfig({ LUPA_LOG: 'silent' }), dataFolder: folder },
  database: buildDatabase(orm, await poolOf(orm)),
  blobs: openFileBlobs(path.join(folder, 'blobs')),
  now: () => new Date(),
  appUrl,
}
const app = await buildApp(house, 'a secret for benchmarks that is long enough')
const origin = await app.listen({ host: '127.0.0.1', port: 0 })
const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()
process.on('message', (message: { userId: string } | 'loop') => {
  if (message === 'loop') {
    process.send?.({ loop: loop.percentile(99) / 1e6 })
    return loop.reset()
  }
  process.send?.({ token: app.jwt.sign({ sub: message.userId, sid: message.userId }, { expiresIn: '1h' }) })
})
process.once('SIGTERM', () => process.exit(0))
process.send?.({ origin })
