import type { WorkingHouse } from '../job/jobs-database.ts'
import { hangBell } from '../mailbox/bell.ts'
import { takeTurns } from '../mailbox/take-turns.ts'
import type { Pressure } from './pressure.ts'
import { readArrival, type WaitingArrival } from './read-arrival.ts'
import type { JournalKeys } from './secret-part.ts'

/** While one mail is parsed, another is flushed and a third committed. */
const AT_ONCE = 3
const AT_A_TIME = 24

/** Where the door writes what went wrong. */
export interface JournalLog {
  warn(details: object, text: string): void
}

/** How the reader waits. */
export interface ReadingPace {
  /** How long to rest with nothing to do; a new arrival wakes it. */
  restMs: number
  /** How long a mail that could not be read is left alone first; twice as long each further time. */
  firstWaitMs: number
}

export const usualPace: ReadingPace = { restMs: 30_000, firstWaitMs: 5_000 }

/** The reading of what the door has acknowledged. */
export interface JournalReader {
  /** Says that something has arrived. */
  ring(): void
  /** Ends with the mail that is being read; the rest waits for the next start. */
  stop(): Promise<void>
}

/** Reads what was acknowledged, also before the last stop of the server, from now on. */
export function readJournal(
  house: WorkingHouse,
  {
    log,
    pressure,
    keys,
    pace = usualPace,
  }: { log: JournalLog; pressure: Pressure; keys: JournalKeys; pace?: ReadingPace },
): JournalReader {
  const bell = hangBell()
  const stopping = new AbortController()
  const inTurn = takeTurns(AT_ONCE)

  const read = async (arrival: WaitingArrival) => {
    if (stopping.signal.aborted) return
    try {
      await readArrival(house, keys, arrival)
      await house.jobs.call('select settle_journal_arrival($1)', [arrival.id])
      pressure.add(-1, -arrival.size)
    } catch (error) {
      log.warn(traceOf(error), 'a journalled mail could not be read and comes again')
      await house.jobs.call('select put_off_journal_arrival($1, $2)', [arrival.id, pace.firstWaitMs])
    }
  }
  const keepReading = async () => {
    while (!stopping.signal.aborted) {
      try {
        const due = await house.jobs.call<WaitingArrival>(dueSql, [AT_A_TIME])
        await Promise.all(due.map(arrival => inTurn(() => read(arrival))))
        if (due.length < AT_A_TIME && !stopping.signal.aborted) await bell.heard(pace.restMs)
      } catch (error) {
        log.warn(traceOf(error), 'the journal waits for the database')
        if (!stopping.signal.aborted) await bell.heard(pace.firstWaitMs)
      }
    }
  }
  const over = keepReading()
  return {
    ring: bell.ring,
    async stop() {
      stopping.abort()
      bell.ring()
      await over
    },
  }
}

const dueSql = 'select * from due_journal_arrivals($1)'

/** Where an error came from. Not its text: databases and senders put what was said into it. */
export function traceOf(error: unknown): object {
  const { name, code, stack } = error as Error & { code?: string }
  const at = stack?.split('\n').find(line => line.startsWith('    at '))
  return { name, code, at: at?.trim() }
}
