import { readConfig } from '../config.ts'
import { refuseStrongWorker } from '../job/refuse-strong-worker.ts'
import { startWork } from '../job/start-work.ts'
import { joinHouse } from '../start.ts'
import { say } from './say.ts'
import { untilStopped } from './until-stopped.ts'

/** `lupa work`: works off the queue beside the running service, until it is told to stop; jobs under way are finished. */
export async function workForever() {
  const { house, jobsUrl, close } = await joinHouse(readConfig(process.env))
  const stopped = untilStopped()
  const warn = (facts: object, text: string) => say(`${text}: ${JSON.stringify(facts)}`)
  try {
    await refuseStrongWorker(jobsUrl)
    const work = startWork(house, { databaseUrl: jobsUrl, log: { warn } })
    say('Lupa works off its queue.')
    await stopped
    await work.stop()
  } finally {
    await close()
  }
}
