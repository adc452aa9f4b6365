import { vi } from 'vitest'
import { startWork } from '../../server/job/start-work.ts'
import type { TestHouse } from './house.ts'

/** Starts a worker on a test house; its warnings are collected. */
export function startTestWork(
  test: TestHouse,
  tasks?: Parameters<typeof startWork>[2],
  pace: { everyMs?: number } = {},
) {
  const warnings: object[] = []
  const warn = (facts: object, text: string) => warnings.push({ ...facts, text })
  const work = startWork(test.house, { databaseUrl: test.jobsUrl, log: { warn }, ...pace }, tasks)
  return { ...work, warnings }
}

/** How many jobs there are, in whatever state. */
export async function jobsOf(test: TestHouse): Promise<number> {
  return (await test.asSuper.query('select 1 from graphile_worker._private_jobs')).rows.length
}

/** Works everything off that is queued and due, and stops in order. */
export async function workUntilTheEnd(test: TestHouse) {
  const work = startTestWork(test)
  try {
    await vi.waitFor(async () => {
      const { rows } = await test.asSuper.query('select 1 from arrival')
      if (rows.length + (await jobsOf(test)) > 0) throw new Error('there are jobs still')
    }, 20_000)
  } finally {
    await work.stop()
  }
}
