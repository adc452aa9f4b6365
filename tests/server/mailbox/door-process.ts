import { readConfig } from '../../../server/config.ts'
import { openOrm, poolOf } from '../../../server/database/orm.ts'
import { buildDatabase } from '../../../server/database/work.ts'
import { startDoors } from '../../../server/mailbox/start-doors.ts'
import { openFileBlobs } from '../../../server/storage/blob-store.ts'

/** A process of its own that reads mailboxes until it is killed: `node door-process.ts DATABASE_URL DATA_FOLDER`. */
const [databaseUrl = '', dataFolder = ''] = process.argv.slice(2)
const orm = await openOrm(databaseUrl)
const house = {
  config: { ...readConfig({}), dataFolder },
  database: buildDatabase(orm, await poolOf(orm)),
  blobs: openFileBlobs(`${dataFolder}/blobs`),
  now: () => new Date(),
  appUrl: databaseUrl,
}
startDoors(house, { databaseUrl, log: { warn: () => {} } })
