import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildApp } from '../app.ts'
import { keepBackedUp } from '../backup/keep-backed-up.ts'
import { readConfig } from '../config.ts'
import { openFirstWay } from '../identity/first-user.ts'
import { type Journal, startJournal } from '../journal/start-journal.ts'
import { raiseBackupAlarm } from '../outgoing/raise-backup-alarm.ts'
import { openHouse } from '../start.ts'
import { startBackground } from '../start-background.ts'
import { buildPages, pagesFolder } from './build-pages.ts'
import { sampleInto } from './sample.ts'
import { say } from './say.ts'
import { untilStopped } from './until-stopped.ts'

/** How long the word that Lupa is ready waits for its worker. */
const WORKER_MS = 10_000

/** Runs the service until it is told to stop, and stops in order: no new requests, answers finished, database last. */
export async function serveForever(words: string[]) {
  const { values } = parseArgs({ args: words, options: { sample: { type: 'boolean' } } })
  const config = readConfig(process.env, { isAtTerminal: process.stdout.isTTY })
  await buildPages()
  const { house, secrets, jobsUrl, backupUrl, close } = await openHouse(config)
  const app = await buildApp(house, secrets.tokenSecret, pagesFolder)
  const stopped = untilStopped()
  const stopping = new AbortController()
  void stopped.then(() => stopping.abort())
  const background = startBackground(house, jobsUrl, app.log)
  const source = { backupUrl, dataFolder: config.dataFolder, blobs: house.blobs, now: house.now }
  const stopBackups = config.backup
    ? keepBackedUp(source, config.backup, { log: app.log, alarm: () => raiseBackupAlarm(house.jobs) })
    : () => undefined
  let journal: Journal | null = null
  try {
    journal = await startJournal(house, { log: app.log })
    const address = await app.listen({ host: config.host, port: config.port })
    // The sample company needs somebody to whom it belongs.
    const first = await openFirstWay(house, { needsUser: values.sample === true })
    if (first && 'setUpToken' in first) say(`Set up your company at ${address}/#/set-up/${first.setUpToken}`)
    else if (first?.linkToken)
      say(`First user ${first.email}: set a password at ${address}/#/password/${first.linkToken} (72 h, once)`)
    if (journal.port !== null) say(`Mail for journals and blind copies is taken at port ${journal.port}`)
    // Before that `/ready` may still say no; a database that is lost just now keeps nobody waiting.
    await Promise.race([background.working, wait(WORKER_MS, null, { ref: false }), stopped])
    if (!stopping.signal.aborted) say(`Lupa is ready at ${address}`)
    if (values.sample && !stopping.signal.aborted) await sampleInto(house)
    await stopped
  } finally {
    stopBackups()
    await journal?.stop()
    await app.close()
    await background.stop()
    await close()
  }
}
