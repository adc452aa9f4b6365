import { setTimeout as wait } from 'node:timers/promises'
import { READER } from '../document/text/reader-version.ts'
import { handlers } from './handlers.ts'
import type { WorkingHouse } from './jobs-database.ts'
import { runWorker, type WorkOptions } from './run-worker.ts'

const PAUSE_MS = 1_000

/** The working off of the queue by this process. */
export interface Work {
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>
}

/** Works off the queue from now on, beside whoever else does. A lost database is waited for. */
export function startWork(
  house: WorkingHouse,
  options: Omit<WorkOptions, 'signal'>,
  tasks: Partial<typeof handlers> = handlers,
): Work {
  const stopping = new AbortController()
  const over = keepWorking(house, { ...options, signal: stopping.signal }, tasks)
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}

async function keepWorking(house: WorkingHouse, options: WorkOptions, tasks: Partial<typeof handlers>) {
  const { signal, log } = options
  while (!signal.aborted) {
    try {
      await house.jobs.call('select queue_arrivals(), queue_grace(), queue_documents($1)', [READER])
      await house.jobs.call('select queue_mails(), queue_deliveries(), queue_erasures()')
      await runWorker(house, options, tasks)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'jobs wait for the database')
    }
    if (!signal.aborted) await wait(PAUSE_MS, null, { signal }).catch(() => {})
  }
}
