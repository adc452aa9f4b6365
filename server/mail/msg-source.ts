import { createParsePool, type ParsePool } from './parse-pool.ts'

const TIME_LIMIT_MS = 10_000
const MEMORY_LIMIT_MB = 256
/** How many may wait who look at a file: each holds the whole of it. */
const MOST_LOOKING = 4

let ofIntake: ParsePool<Uint8Array<ArrayBuffer>> | null = null
let ofLooks: ParsePool<Uint8Array<ArrayBuffer>> | null = null

/**
 * The source of a message that Outlook saved as .msg, written in a thread of its own within limits of time and memory.
 * It rejects with `Unparsable` and with nothing else.
 */
export function msgSource(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  ofIntake ??= openPool({})
  return ofIntake.parse(bytes)
}

/** The same for who only looks at such a file: however often a bad one is looked at, no mail waits for it that comes in. */
export function shownMsgSource(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  ofLooks ??= openPool({ mostWaiting: MOST_LOOKING })
  return ofLooks.parse(bytes)
}

function openPool(more: { mostWaiting?: number }) {
  return createParsePool<Uint8Array<ArrayBuffer>>({
    script: new URL('./msg-worker.ts', import.meta.url),
    size: 1,
    timeLimitMs: TIME_LIMIT_MS,
    memoryLimitMb: MEMORY_LIMIT_MB,
    ...more,
  })
}
