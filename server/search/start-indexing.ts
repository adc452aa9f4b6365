import { setTimeout as wait } from 'node:timers/promises'
import { createParsePool, type ParsePool } from '../mail/parse-pool.ts'
import { type Indexing, indexStale } from './index-stale.ts'

const PAUSE_MS = 2_000
const TIME_LIMIT_MS = 30_000
const MEMORY_LIMIT_MB = 256

/** Where the pass says what went wrong; never what stands in a text. */
interface Log {
  warn(facts: object, message: string): void
}

/** Makes the words of the index anew, in the background and from now on, wherever they are not what they should be. */
export function startIndexing(house: Indexing, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const over = keepIndexing(house, log, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}

async function keepIndexing(house: Indexing, log: Log, signal: AbortSignal) {
  // What has waited through a stop waits a moment longer: mail is taken in first.
  while (await goesOn(signal)) {
    const pool = openAnalysing()
    try {
      while (
        !signal.aborted &&
        (await indexStale(house, text => pool.parse(new TextEncoder().encode(JSON.stringify(text)))))
      ) {}
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'indexing waits')
    }
    // With nothing to do it holds no memory either.
    await pool.stop()
  }
}

/** Waits a pause; false when it is over. */
async function goesOn(signal: AbortSignal): Promise<boolean> {
  await wait(PAUSE_MS, null, { signal }).catch(() => null)
  return !signal.aborted
}

/** A thread that makes words of texts; it starts with the first one. */
function openAnalysing(): ParsePool<string> {
  return createParsePool<string>({
    script: new URL('./analyse-worker.ts', import.meta.url),
    size: 1,
    timeLimitMs: TIME_LIMIT_MS,
    memoryLimitMb: MEMORY_LIMIT_MB,
  })
}
