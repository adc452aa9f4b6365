import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM'] as const
/** npm passes Ctrl-C on to whom the terminal has sent it already: twice at once is meant once. */
const ECHO_MS = 2_000
let isEnding = false

/** Whether a signal is ending this process: what fails from then on was cut off, and nobody needs to read of it. */
export function isEndedBySignal(): boolean {
  return isEnding
}

/**
 * Stops what this process started before a signal ends the process: in a group of its own it would outlive it. Who waits
 * for the signal himself, as the service does, stops it in order; told once more, he too goes at once. Returns how to forget it.
 */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  let leftAt = Number.NEGATIVE_INFINITY
  const end = (signal: (typeof signals)[number]) => {
    if (process.listenerCount(signal) > 1) leftAt = performance.now()
    if (isEnding || performance.now() - leftAt < ECHO_MS) return
    isEnding = true
    process.on('uncaughtException', () => undefined)
    process.stderr.write(`Stopped by ${signal}.\n`)
    void stop().finally(() => process.exit(128 + constants.signals[signal]))
  }
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}
