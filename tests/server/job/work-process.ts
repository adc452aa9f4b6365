import { readConfig } from '../../../server/config.ts'
import { openOrm, poolOf } from '../../../server/database/orm.ts'
import { buildDatabase } from '../../../server/database/work.ts'
import { openJobsDatabase } from '../../../server/job/jobs-database.ts'
import { startWork } from '../../../server/job/start-work.ts'
import { openFileBlobs } from '../../../server/storage/blob-store.ts'

/** A worker in a process of its own that begins each job and never ends it: `node work-process.ts APP_URL JOBS_URL DATA_FOLDER`. */
const [appUrl = '', databaseUrl = '', dataFolder = ''] = process.argv.slice(2)
const orm = await openOrm(appUrl)
const house = {
  config: { ...readConfig({}), dataFolder },
  database: buildDatabase(orm, await poolOf(orm)),
  blobs: openFileBlobs(`${dataFolder}/blobs`),
  now: () => new Date(),
  appUrl,
  jobs: openJobsDatabase(databaseUrl),
}
const begin = async () => {
  process.send?.('begun')
  await new Promise(() => {})
}
const tasks = { 'read-arrival': begin, 'read-document': begin }
startWork(house, { databaseUrl, log: { warn: () => {} } }, tasks)
