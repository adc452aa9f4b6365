/** How much may be acknowledged and not read yet, over all connections. */
export interface Limits {
  messages: number
  bytes: number
}

/** Enough for a burst of journals, and read within minutes. */
export const usualLimits: Limits = { messages: 10_000, bytes: 4 * 1024 ** 3 }

/** Counts what waits to be read, so that senders are asked to come again before it grows without end. */
export interface Pressure {
  /** Whether no more may be taken at the moment. */
  isHigh(): boolean
  add(messages: number, bytes: number): void
}

/** Pressure without anything waiting. */
export function watchPressure(limits: Limits): Pressure {
  const waiting = { messages: 0, bytes: 0 }
  return {
    isHigh: () => waiting.messages >= limits.messages || waiting.bytes >= limits.bytes,
    add(messages, bytes) {
      waiting.messages += messages
      waiting.bytes += bytes
    },
  }
}
