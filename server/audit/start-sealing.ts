import { setTimeout as wait } from 'node:timers/promises'
import type { House } from '../http/app-type.ts'
import { type Anchors, openAnchors } from './anchors.ts'

const PAUSE_MS = 1_000
const BATCH = 5_000

/** Where the job says what went wrong; codes only. */
interface Log {
  warn(facts: object, message: string): void
}

/** Each second from now on: chains the new entries of the log, writes down the end of the chain, and ends what has run out. */
export function startSealing(house: House, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const anchors = openAnchors(house.config.dataFolder)
  const seal = () =>
    sealAll(house, anchors).catch(error => log.warn({ code: error.code }, 'the audit log waits to be sealed'))
  const over = (async () => {
    while (!signal.aborted) {
      await seal()
      await expire(house).catch(error => log.warn({ code: error.code }, 'emergency openings wait to be ended'))
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
export async function sealAll({ database, now }: Pick<House, 'database' | 'now'>, anchors: Anchors) {
  let total = 0
  for (;;) {
    const sealed = await database.work(null, async tx => {
      const [row] = await tx.sql<{ sealed: number }>('select seal_audit($1) as sealed', [BATCH])
      return row?.sealed ?? 0
    })
    total += sealed
    if (sealed < BATCH) break
  }
  if (total === 0) return
  const [end] = await database.work(null, tx =>
    tx.sql<{ position: string; hash: string }>('select position, hash from audit_end()'),
  )
  if (end) anchors.write({ at: now().toISOString(), position: Number(end.position), hash: end.hash })
}

/** Ends emergency openings whose time is over. */
export async function expire({ database }: Pick<House, 'database'>) {
  await database.work(null, tx => tx.sql('select expire_break_glass()'))
}
