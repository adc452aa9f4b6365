import { setTimeout as wait } from 'node:timers/promises'
import { READER } from '../document/text/reader-version.ts'
import type { House } from '../http/app-type.ts'
import { handlers } from './handlers.ts'
import { runWorker, type WorkOptions } from './run-worker.ts'

const PAUSE_MS = 1_000

/** The working off of the queue by this process. */
export interface Work {
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>
}

/** Works off the queue from now on, beside whoever else does. A lost database is waited for. */
export function startWork(
  house: House,
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

async function keepWorking(house: House, options: WorkOptions, tasks: Partial<typeof handlers>) {
  const { signal, log } = options
  while (!signal.aborted) {
    try {
      await house.database.work(null, tx =>
        tx.sql('select queue_arrivals(), queue_grace(), queue_documents($1), queue_mails(), queue_deliveries()', [
          READER,
        ]),
      )
      await runWorker(house, options, tasks)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'jobs wait for the database')
    }
    if (!signal.aborted) await wait(PAUSE_MS, null, { signal }).catch(() => {})
  }
}
