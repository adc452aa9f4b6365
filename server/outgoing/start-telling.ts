import { setTimeout as wait } from 'node:timers/promises'
import type { House } from '../http/app-type.ts'
import type { JobsDatabase } from '../job/jobs-database.ts'
import { dayOf } from './letters/digest-letter.ts'

const PAUSE_MS = 60_000
/** So long a mailbox must be found unread before anybody is told. */
const PATIENCE_SECONDS = 300
/** From this hour on, where the server stands, the daily mail goes out. */
const MORNING_HOUR = 7

/** Where it says what went wrong; codes only. */
interface Log {
  warn(facts: object, message: string): void
}

/** Each minute from now on: raises and takes back the alarms of mailboxes, and in the morning has the daily mails written. */
export function startTelling(house: Pick<House, 'now'>, jobs: JobsDatabase, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const over = (async () => {
    while (!signal.aborted) {
      await tell(house, jobs).catch((error: { code?: string }) =>
        log.warn({ code: error.code }, 'alarms and daily mails wait for the database'),
      )
      await wait(PAUSE_MS, null, { signal }).catch(() => null)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}

/** One look at what is to be told now. */
export async function tell({ now }: Pick<House, 'now'>, jobs: JobsDatabase, patienceSeconds = PATIENCE_SECONDS) {
  await jobs.call('select raise_alarms($1)', [patienceSeconds])
  const moment = now()
  if (moment.getHours() >= MORNING_HOUR) await jobs.call('select queue_digests($1)', [dayOf(moment)])
}
