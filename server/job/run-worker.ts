import { Logger, runTaskList, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { JobTask } from '../../shared/job.ts'
import { asRefusal } from '../refusal-of.ts'
import { isDiskTrouble } from '../storage/disk-trouble.ts'
import type { Handler } from './handlers.ts'
import type { WorkingHouse } from './jobs-database.ts'
import { openWorkerLine, type WorkerLine } from './worker-line.ts'

const AT_ONCE = 4
const POLL_MS = 1_000
const FREE_EVERY_MS = 10_000

/** What the worker needs beside the house. */
export interface WorkOptions {
  /** The database as the role that works off the queue. */
  databaseUrl: string
  /** Gets task names, ids and codes; never what a job is about. */
  log: { warn(facts: object, text: string): void }
  signal: AbortSignal
  /** Called when the worker stands where others can see that it lives. */
  onPlaced?: () => void
}

/** Works until it is told to stop, waiting then for the jobs under way, or until the database is lost. */
export async function runWorker(house: WorkingHouse, options: WorkOptions, tasks: Partial<Record<JobTask, Handler>>) {
  const over = Promise.withResolvers<void>()
  const end = () => over.resolve()
  const line = await openWorkerLine(options.databaseUrl, end)
  const pool = openPool(options.databaseUrl)
  const settings = { concurrency: AT_ONCE, pollInterval: POLL_MS, noHandleSignals: true, logger: silent }
  const plugins = [placeFirst(line, end, options.onPlaced)]
  const workers = runTaskList(
    { ...settings, preset: { plugins, worker: settling } },
    taskList(house, options, tasks),
    pool,
  )
  workers.promise.then(end, end)
  const free = setInterval(() => void line.freeDeadJobs().catch(end), FREE_EVERY_MS)
  options.signal.addEventListener('abort', end)
  if (options.signal.aborted) end()
  await over.promise
  options.signal.removeEventListener('abort', end)
  clearInterval(free)
  await Promise.resolve(workers.gracefulShutdown('stop')).catch(() => {})
  await line.close()
  await pool.end()
}

/** Before its first job a worker takes its place, where others can see that it lives, and frees the jobs of the dead. */
function placeFirst(line: WorkerLine, end: () => void, onPlaced = () => {}): GraphileConfig.Plugin {
  let isPlaced: Promise<void> | null = null
  const place = async (workerId: string) => {
    await line.claim(workerId)
    await line.freeDeadJobs()
  }
  return {
    name: 'LupaPlaceFirst',
    version: '1.0.0',
    worker: {
      hooks: {
        startWorker(_context, { worker }) {
          isPlaced ??= place(worker.workerPool.id)
          isPlaced.then(onPlaced, end)
          return isPlaced
        },
      },
    },
  }
}

/** Not one by one: a result that could not be written, because the database went away, would then end the process. */
const settling = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

/** The library's lines repeat what a job was about and what an error said; ours are written by `taskList`. */
const silent = new Logger(() => () => {})

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: AT_ONCE + 2, application_name: 'lupa jobs' })
  // What is under way fails by itself; unheard, these events would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

function taskList(house: WorkingHouse, { log }: WorkOptions, tasks: Partial<Record<JobTask, Handler>>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([task, handle]) => [
      task,
      async (payload: unknown, { job }: { job: { id: string; attempts: number } }) => {
        try {
          await handle(house, (payload as { id: string }).id, job.attempts)
        } catch (error) {
          const { name, code, stack } = error as Error & { code?: string }
          const at = stack
            ?.split('\n')
            .find(part => part.startsWith('    at '))
            ?.trim()
          log.warn({ task, job: job.id, attempt: job.attempts, name, code, at }, 'a job failed')
          // Kept in the database and shown: the code alone, for an error's text repeats what was in a mail.
          throw new Error(isDiskTrouble(error) ? 'storage' : asRefusal(error as Error).code)
        }
      },
    ]),
  )
}
