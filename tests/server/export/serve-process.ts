import path from 'node:path'
import { buildApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { openOrm, poolOf } from '../../../server/database/orm.ts'
import { buildDatabase } from '../../../server/database/work.ts'
import { openFileBlobs } from '../../../server/storage/blob-store.ts'

/** A server of a process of its own, which says where it is and, asked, how much memory it ever took: `node serve-process.ts DATABASE FOLDER`. */
const [appUrl = '', dataFolder = ''] = process.argv.slice(2)
const orm = await openOrm(appUrl)
const app = await buildApp(
  {
    config: { ...readConfig({ LUPA_LOG: 'silent' }), dataFolder },
    database: buildDatabase(orm, await poolOf(orm)),
    blobs: openFileBlobs(path.join(dataFolder, 'blobs')),
    now: () => new Date(),
    appUrl,
  },
  'a secret for tests that is long enough',
  null,
)
// In kilobytes, as getrusage has it.
process.on('message', () => process.send?.(process.resourceUsage().maxRSS / 1000))
process.on('disconnect', () => process.exit())
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
