import { setTimeout as wait } from 'node:timers/promises'
import type { JobsDatabase } from '../job/jobs-database.ts'

const PAUSE_MS = 200
const BATCH = 2_000

/** Where the notifier says what went wrong; codes only. */
interface Log {
  warn(facts: object, message: string): void
}

/**
 * Announces what business transactions have changed, from now on, in batches: PostgreSQL lets transactions that notify
 * commit one by one only, so none of theirs does.
 */
export function startAnnouncing(jobs: JobsDatabase, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const announce = async () => {
    const [row] = await jobs.call<{ amount: number }>('select announce_changes($1) as amount', [BATCH])
    return row?.amount ?? 0
  }
  const over = (async () => {
    while (!signal.aborted) {
      const amount = await announce().catch((error: { code?: string }) => {
        log.warn({ code: error.code }, 'changes wait to be announced')
        return 0
      })
      if (amount < BATCH) await wait(PAUSE_MS, null, { signal }).catch(() => null)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}
