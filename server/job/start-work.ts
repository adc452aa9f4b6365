import { setTimeout as wait } from 'node:timers/promises'
import { READER } from '../document/text/reader-version.ts'
import { handlers } from './handlers.ts'
import type { WorkingHouse } from './jobs-database.ts'
import { runWorker, type WorkOptions } from './run-worker.ts'

const PAUSE_MS = 1_000
/** How often what is to be told to others is looked through: what waits without a job, and what was told long ago. */
const LOOK_EVERY_MS = 10 * 60_000

/** The working off of the queue by this process. */
export interface Work {
  /** Resolves when the worker is there for the first time; never, while the database is lost. */
  placed: Promise<void>
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>
}

/** Works off the queue from now on, beside whoever else does. A lost database is waited for. */
export function startWork(
  house: WorkingHouse,
  options: Omit<WorkOptions, 'signal' | 'onPlaced'> & { everyMs?: number },
  tasks: Partial<typeof handlers> = handlers,
): Work {
  const stopping = new AbortController()
  const placed = Promise.withResolvers<void>()
  const over = keepWorking(house, { ...options, signal: stopping.signal, onPlaced: placed.resolve }, tasks)
  return {
    placed: placed.promise,
    async stop() {
      stopping.abort()
      await over
    },
  }
}

async function keepWorking(
  house: WorkingHouse,
  { everyMs = LOOK_EVERY_MS, ...options }: WorkOptions & { everyMs?: number },
  tasks: Partial<typeof handlers>,
) {
  const { signal, log } = options
  const wentWrong = (error: unknown) =>
    log.warn({ code: (error as { code?: string }).code }, 'jobs wait for the database')
  while (!signal.aborted) {
    const looking = setInterval(() => void queueWhatIsTold(house).catch(wentWrong), everyMs)
    try {
      await house.jobs.call('select queue_arrivals(), queue_grace(), queue_documents($1)', [READER])
      await queueWhatIsTold(house)
      await runWorker(house, options, tasks)
    } catch (error) {
      wentWrong(error)
    } finally {
      clearInterval(looking)
    }
    if (!signal.aborted) await wait(PAUSE_MS, null, { signal }).catch(() => {})
  }
}

/** A job for whatever is to be told and has none. */
async function queueWhatIsTold({ jobs }: WorkingHouse) {
  await jobs.call('select queue_mails(), queue_deliveries(), queue_erasures()')
}
