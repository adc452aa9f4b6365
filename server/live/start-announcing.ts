import { setTimeout as wait } from 'node:timers/promises'
import type { House } from '../http/app-type.ts'

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
export function startAnnouncing({ database }: Pick<House, 'database'>, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const announce = () =>
    database.work(null, async tx => {
      const [row] = await tx.sql<{ amount: number }>('select announce_changes($1) as amount', [BATCH])
      return row?.amount ?? 0
    })
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
