import { setTimeout as wait } from 'node:timers/promises'
import type { House } from '../http/app-type.ts'
import type { JobsDatabase } from '../job/jobs-database.ts'
import { type Anchors, openAnchors } from './anchors.ts'

const PAUSE_MS = 1_000
const BATCH = 5_000

/** Where the job says what went wrong; codes only. */
interface Log {
  warn(facts: object, message: string): void
}

/** Each second from now on: chains the new entries of the log, writes down the end of the chain, and ends what has run out. */
export function startSealing(house: House, jobs: JobsDatabase, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const anchors = openAnchors(house.config.dataFolder)
  const seal = () =>
    sealAll(jobs, anchors, house.now).catch(error => log.warn({ code: error.code }, 'the audit log waits to be sealed'))
  const over = (async () => {
    while (!signal.aborted) {
      await seal()
      await expire(jobs).catch(error => log.warn({ code: error.code }, 'emergency openings wait to be ended'))
      await wait(PAUSE_MS, null, { signal }).catch(() => null)
    }
    await seal()
  })()
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}

/** Chains whatever waits, and writes down where the chain ends now. */
export async function sealAll(jobs: JobsDatabase, anchors: Anchors, now: () => Date) {
  let total = 0
  for (;;) {
    const [row] = await jobs.call<{ sealed: number }>('select seal_audit($1) as sealed', [BATCH])
    const sealed = row?.sealed ?? 0
    total += sealed
    if (sealed < BATCH) break
  }
  if (total === 0) return
  const [end] = await jobs.call<{ position: string; hash: string }>('select position, hash from audit_end()')
  if (end) anchors.write({ at: now().toISOString(), position: Number(end.position), hash: end.hash })
}

/** Ends emergency openings whose time is over. */
export async function expire(jobs: JobsDatabase) {
  await jobs.call('select expire_break_glass()')
}
