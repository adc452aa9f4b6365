import { availableParallelism } from 'node:os'
import { createParsePool, type ParsePool } from './parse-pool.ts'
import type { ParsedMessage } from './parsed-message.ts'

export { Unparsable, type UnparsableReason } from './parse-pool.ts'

const TIME_LIMIT_MS = 10_000
const MEMORY_LIMIT_MB = 512

let pool: ParsePool<ParsedMessage> | null = null

/**
 * Parses the source of a message in a thread of its own, within limits of time and memory.
 * It rejects with `Unparsable` and with nothing else; the source is not changed.
 */
export function parseSource(source: Uint8Array): Promise<ParsedMessage> {
  pool ??= createParsePool({
    script: new URL('./parse-worker.ts', import.meta.url),
    size: Math.max(1, Math.min(2, availableParallelism() - 1)),
    timeLimitMs: TIME_LIMIT_MS,
    memoryLimitMb: MEMORY_LIMIT_MB,
  })
  return pool.parse(source)
}

/** Ends the parsing threads, for an orderly stop. The next `parseSource` starts new ones. */
export async function stopParsing(): Promise<void> {
  const stopping = pool
  pool = null
  await stopping?.stop()
}
