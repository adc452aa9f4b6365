import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ReadText } from './read-text.ts'

/** Why a document could not be read: it took too long or too much memory, it ended its reader, or the server stops. */
export class Unreadable extends Error {
  readonly reason: 'timeout' | 'memory' | 'crash' | 'stopped'

  constructor(reason: Unreadable['reason']) {
    super(`A document could not be read: ${reason}`)
    this.name = 'Unreadable'
    this.reason = reason
  }
}

/** What one document may cost. */
export interface ReadLimits {
  timeMs: number
  memoryMb: number
}

const LIMITS: ReadLimits = { timeMs: 25_000, memoryMb: 700 }
const HEAP_MB = 400
const LOOK_EVERY_MS = 50
const IDLE_MS = 10_000
/** What one document left behind in its reader, no long row of others shall meet. */
const MOST_DOCUMENTS = 50
const BELOW_NORMAL = 10
const root = path.resolve(import.meta.dirname, '../../..')

interface Child {
  process: ChildProcess
  documents: number
  idle: NodeJS.Timeout | null
}

let child: Child | null = null
let turn: Promise<unknown> = Promise.resolve()
let isStopping = false

/**
 * Reads the text of a document in a process of its own, one after the other. It may read our program and nothing else of
 * the disk, writes nothing, starts nothing and makes no code of words. It rejects with `Unreadable` and nothing else.
 */
export function readApart(bytes: Uint8Array, limits: ReadLimits = LIMITS): Promise<ReadText> {
  const next = turn.then(() => readNow(bytes, limits))
  turn = next.catch(() => {})
  return next
}

/** Ends the reading process, for an orderly stop. The next `readApart` starts a new one. */
export async function stopReading() {
  isStopping = true
  drop()
  await turn
  isStopping = false
}

async function readNow(bytes: Uint8Array, { timeMs, memoryMb }: ReadLimits): Promise<ReadText> {
  if (isStopping) throw new Unreadable('stopped')
  const reader = wake()
  const { process: worker } = reader
  const answer = Promise.withResolvers<ReadText>()
  const end = (reason: Unreadable['reason']) => {
    answer.reject(new Unreadable(isStopping ? 'stopped' : reason))
    drop()
  }
  const timer = setTimeout(() => end('timeout'), timeMs)
  const watch = setInterval(async () => {
    if ((await memoryOf(worker)) > memoryMb) end('memory')
  }, LOOK_EVERY_MS)
  const handleEnd = () => end('crash')
  worker
    .once('message', answer.resolve as (message: unknown) => void)
    .once('exit', handleEnd)
    .once('error', handleEnd)
  worker.send(bytes, error => error && end('crash'))
  try {
    return await answer.promise
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    worker.off('exit', handleEnd).off('error', handleEnd)
    rest(reader)
  }
}

/** The reader that waits, or a new one. While it reads, our timer keeps the server running; the reader does not. */
function wake(): Child {
  if (child?.idle) clearTimeout(child.idle)
  if (child) return child
  const folders = ['server', 'shared', 'node_modules', 'package.json'].map(
    name => `--allow-fs-read=${path.join(root, name)}`,
  )
  const started = fork(path.join(import.meta.dirname, 'read-child.ts'), [], {
    execArgv: [
      '--permission',
      ...folders,
      '--disable-warning=SecurityWarning',
      '--disallow-code-generation-from-strings',
      `--max-old-space-size=${HEAP_MB}`,
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Unheard, it would end the server; who waits for an answer hears it beside.
  started.on('error', () => {})
  started.unref()
  started.channel?.unref()
  yieldToOthers(started)
  child = { process: started, documents: 0, idle: null }
  return child
}

/** People wait for the server, nobody for this. A reader that has ended already needs no rank. */
function yieldToOthers({ pid }: ChildProcess) {
  try {
    if (pid) os.setPriority(pid, BELOW_NORMAL)
  } catch {
    // It is heard of by its end.
  }
}

function rest(reader: Child) {
  reader.documents += 1
  if (reader !== child) return
  if (reader.documents >= MOST_DOCUMENTS) return drop()
  reader.idle = setTimeout(drop, IDLE_MS)
  reader.idle.unref()
}

function drop() {
  if (child?.idle) clearTimeout(child.idle)
  child?.process.kill('SIGKILL')
  child = null
}

/** Where the system tells it; elsewhere the limit of the heap alone holds. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
