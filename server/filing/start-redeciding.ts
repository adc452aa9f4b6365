import { setTimeout as wait } from 'node:timers/promises'
import type { JobsDatabase } from '../job/jobs-database.ts'
import type { Intake } from './receive-message.ts'
import { redecideBatch } from './redecide.ts'

const PAUSE_MS = 5000

/** Where the pass says what went wrong; ids only, never what stands in a mail. */
interface Log {
  warn(facts: object, message: string): void
}

/** Decides again, in the background and from now on, about stored mail whose address became somebody's. */
export function startRedeciding(intake: Intake & { jobs: JobsDatabase }, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const onFailure = (messageId: string, code: string) =>
    log.warn({ messageId, code }, 'a stored message could not be decided again')
  const over = keepGoing(stopping.signal, async () => {
    try {
      return await redecideBatch(intake, onFailure)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'deciding again waits for the database')
      return false
    }
  })
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}

async function keepGoing(signal: AbortSignal, act: () => Promise<boolean>) {
  while (!signal.aborted) if (!(await act())) await wait(PAUSE_MS, null, { signal }).catch(() => null)
}
