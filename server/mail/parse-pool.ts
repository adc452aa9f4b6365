import { Worker } from 'node:worker_threads'

/**
 * Why a message could not be parsed: it took too long, took too much memory, broke the parser, too many waited before it, or the
 * pool was stopped.
 */
export type UnparsableReason = 'timeout' | 'memory' | 'crash' | 'busy' | 'stopped'

/** A message that cannot be parsed within the limits. Its source stays as it is and may be tried again by a later version. */
export class Unparsable extends Error {
  readonly reason: UnparsableReason

  constructor(reason: UnparsableReason, options?: ErrorOptions) {
    super(`A message could not be parsed: ${reason}`, options)
    this.name = 'Unparsable'
    this.reason = reason
  }
}

/** How a pool of parsing threads works, and what one message may cost. */
export type PoolOptions = {
  script: URL
  size: number
  timeLimitMs: number
  memoryLimitMb: number
  /** How many may wait for a thread; without it as many as come. */
  mostWaiting?: number
}

/** Threads that parse messages. */
export type ParsePool<Result> = {
  parse(source: Uint8Array): Promise<Result>
  /** Ends all threads. What was not parsed by then is rejected. */
  stop(): Promise<void>
}

/** The bytes of a mail that was read are given back as soon as this is full. */
const YOUNG_MB = 16

type Job<Result> = {
  source: Uint8Array
  resolve: (result: Result) => void
  reject: (error: Unparsable) => void
}
type Thread<Result> = { worker: Worker; finish: ((end: (job: Job<Result>) => void) => void) | null }

/**
 * A pool of threads in which each message is parsed on its own. A message that exceeds a limit costs its thread
 * its life and nothing else: the next message gets a new thread. Idle threads do not keep the process running.
 */
export function createParsePool<Result>({
  script,
  size,
  timeLimitMs,
  memoryLimitMb,
  mostWaiting = Number.POSITIVE_INFINITY,
}: PoolOptions): ParsePool<Result> {
  const waiting: Job<Result>[] = []
  const idle: Thread<Result>[] = []
  const all = new Set<Thread<Result>>()

  function start(): Thread<Result> {
    const resourceLimits = { maxOldGenerationSizeMb: memoryLimitMb, maxYoungGenerationSizeMb: YOUNG_MB }
    const worker = new Worker(script, { execArgv: [], resourceLimits })
    const thread: Thread<Result> = { worker, finish: null }
    worker.on('message', (result: Result) => {
      if (!all.has(thread)) return
      thread.finish?.(job => job.resolve(result))
      idle.push(thread)
      next()
    })
    worker.on('error', error => drop(thread, reasonOf(error), error))
    worker.on('exit', () => drop(thread, 'crash'))
    // While a message is parsed its timer keeps the process running; an idle thread must not.
    worker.unref()
    all.add(thread)
    return thread
  }

  /** Takes a thread out for good; its message is refused and the others go on. */
  function drop(thread: Thread<Result>, reason: UnparsableReason, cause?: unknown) {
    const place = idle.indexOf(thread)
    if (place >= 0) idle.splice(place, 1)
    if (!all.delete(thread)) return
    void thread.worker.terminate()
    thread.finish?.(job => job.reject(new Unparsable(reason, { cause })))
    next()
  }

  function next() {
    const job = waiting[0]
    const thread = job && (idle.pop() ?? (all.size < size ? start() : undefined))
    if (!job || !thread) return
    waiting.shift()
    run(thread, job)
  }

  function run(thread: Thread<Result>, job: Job<Result>) {
    const timer = setTimeout(() => drop(thread, 'timeout'), timeLimitMs)
    thread.finish = end => {
      clearTimeout(timer)
      thread.finish = null
      end(job)
    }
    // The caller goes on using its source, so the thread gets a copy and owns it.
    const source = new Uint8Array(job.source)
    thread.worker.postMessage(source, [source.buffer])
  }

  return {
    parse: source =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) throw new Unparsable('busy')
        waiting.push({ source, resolve, reject })
        next()
      }),
    async stop() {
      for (const job of waiting.splice(0)) job.reject(new Unparsable('stopped'))
      const threads = [...all]
      for (const thread of threads) drop(thread, 'stopped')
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

function reasonOf(error: unknown): UnparsableReason {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory ? 'memory' : 'crash'
}
