import type { Heads } from '../../shared/heads.ts'
import { listDueTasks } from '../activity/list-tasks.ts'
import type { Query } from '../database/work.ts'
import { readBundle } from './read-rows.ts'
import { mustSee, readCaseTimeline, readTimeline } from './read-timeline.ts'
import { fileHeads } from './rows.sql.ts'
import { waitingClock } from './waiting-clock.ts'

/** The page shows the first of them, and all when asked. */
const MOST = 200
const DAY_MS = 86_400_000
const mails = ['mail-in', 'mail-out'] as const

/** What stands above the timeline of a contractor. */
export async function readHeads(query: Query, contractorId: string, now: Date): Promise<Heads> {
  await mustSee(query, contractorId, null)
  const waiting = await waitingClock(query, wanted =>
    readTimeline(query, contractorId, { kind: [...mails], ...wanted }, now),
  )
  return { ...(await rowsAbove(query, contractorId, null, now)), waiting }
}

/** The same of a case. */
export async function readCaseHeads(query: Query, caseId: string, now: Date): Promise<Heads> {
  await mustSee(query, null, caseId)
  const waiting = await waitingClock(query, wanted =>
    readCaseTimeline(query, caseId, { kind: [...mails], ...wanted }, now),
  )
  return { ...(await rowsAbove(query, null, caseId, now)), waiting }
}

async function rowsAbove(query: Query, contractorId: string | null, caseId: string | null, now: Date) {
  const ask = (isPinned: boolean) =>
    readBundle(query, fileHeads, [contractorId, caseId, isPinned, now.toISOString(), MOST])
  const tasks = await listDueTasks(query, { contractorId, caseId }, new Date(now.getTime() - DAY_MS), MOST)
  return { pinned: await ask(true), upcoming: await ask(false), tasks }
}
