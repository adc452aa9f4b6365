import { parseArgs } from 'node:util'
import { buildApp } from '../app.ts'
import { startSealing } from '../audit/start-sealing.ts'
import { type Config, readConfig } from '../config.ts'
import { startRedeciding } from '../filing/start-redeciding.ts'
import type { House } from '../http/app-type.ts'
import { createFirstUser } from '../identity/first-user.ts'
import { startWork } from '../job/start-work.ts'
import { type Journal, startJournal } from '../journal/start-journal.ts'
import { startAnnouncing } from '../live/start-announcing.ts'
import { startDoors } from '../mailbox/start-doors.ts'
import { startIndexing } from '../search/start-indexing.ts'
import { appUrlFrom, openHouse } from '../start.ts'
import { keepSwept } from '../storage/keep-swept.ts'
import { buildPages, pagesFolder } from './build-pages.ts'
import { sampleInto } from './sample.ts'
import { say } from './say.ts'
import { untilStopped } from './until-stopped.ts'

/** Runs the service until it is told to stop, and stops in order: no new requests, answers finished, database last. */
export async function serveForever(words: string[]) {
  const { values } = parseArgs({ args: words, options: { sample: { type: 'boolean' } } })
  const config = readConfig(process.env)
  await buildPages()
  const { house, secrets, jobsUrl, close } = await openHouse(config)
  const app = await buildApp(house, secrets.tokenSecret, pagesFolder)
  const stopped = untilStopped()
  const doors = startDoors(house, {
    databaseUrl: await appUrlOf(config, house, secrets.appPassword),
    log: app.log,
  })
  const work = startWork(house, { databaseUrl: jobsUrl, log: app.log })
  const sealing = startSealing(house, app.log)
  const announcing = startAnnouncing(house, app.log)
  const redeciding = startRedeciding(house, app.log)
  const indexing = startIndexing(house, app.log)
  const stopSweeping = keepSwept(house, app.log)
  let journal: Journal | null = null
  try {
    journal = await startJournal(house, { log: app.log })
    const address = await app.listen({ host: config.host, port: config.port })
    const first = await createFirstUser(house)
    if (first?.linkToken)
      say(`First user ${first.email}: set a password at ${address}/#/password/${first.linkToken} (72 h, once)`)
    if (journal.port !== null) say(`Mail for journals and blind copies is taken at port ${journal.port}`)
    say(`Lupa is ready at ${address}`)
    if (values.sample) await sampleInto(house)
    await stopped
  } finally {
    stopSweeping()
    await journal?.stop()
    await doors.stop()
    await redeciding.stop()
    await indexing.stop()
    await announcing.stop()
    await app.close()
    await work.stop()
    // Last, so that what was just done is sealed.
    await sealing.stop()
    await close()
  }
}

/** Where the application's role signs in; the embedded database has another port at every start. */
async function appUrlOf(config: Config, house: House, password: string): Promise<string> {
  if (config.databaseAppUrl) return config.databaseAppUrl
  if (config.databaseUrl) return appUrlFrom(config.databaseUrl, password)
  const [row] = await house.database.work(null, tx =>
    tx.sql<{ port: number }>("select current_setting('port')::int as port"),
  )
  return appUrlFrom(`postgres://127.0.0.1:${row?.port}/lupa`, password)
}
