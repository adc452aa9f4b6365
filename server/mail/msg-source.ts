import { createParsePool, type ParsePool } from './parse-pool.ts'

const TIME_LIMIT_MS = 10_000
const MEMORY_LIMIT_MB = 256

let pool: ParsePool<Uint8Array<ArrayBuffer>> | null = null

/**
 * The source of a message that Outlook saved as .msg, written in a thread of its own within limits of time and memory.
 * It rejects with `Unparsable` and with nothing else.
 */
export function msgSource(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  pool ??= createParsePool({
    script: new URL('./msg-worker.ts', import.meta.url),
    size: 1,
    timeLimitMs: TIME_LIMIT_MS,
    memoryLimitMb: MEMORY_LIMIT_MB,
  })
  return pool.parse(bytes)
}
