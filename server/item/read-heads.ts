import type { Heads } from '../../shared/heads.ts'
import type { Query } from '../database/work.ts'
import { readBundle } from './read-rows.ts'
import { mustSee, readCaseTimeline, readTimeline } from './read-timeline.ts'
import { fileHeads } from './rows.sql.ts'

const MOST = 20
const mails = ['mail-in', 'mail-out'] as const

/** What stands above the timeline of a contractor. */
export async function readHeads(query: Query, contractorId: string, now: Date): Promise<Heads> {
  await mustSee(query, contractorId, null)
  const newest = await readTimeline(query, contractorId, { kind: [...mails], limit: 1 }, now)
  return { ...(await rowsAbove(query, contractorId, null, now)), waiting: waitingSince(newest.items[0]) }
}

/** The same of a case. */
export async function readCaseHeads(query: Query, caseId: string, now: Date): Promise<Heads> {
  await mustSee(query, null, caseId)
  const newest = await readCaseTimeline(query, caseId, { kind: [...mails], limit: 1 }, now)
  return { ...(await rowsAbove(query, null, caseId, now)), waiting: waitingSince(newest.items[0]) }
}

async function rowsAbove(query: Query, contractorId: string | null, caseId: string | null, now: Date) {
  const ask = (isPinned: boolean) =>
    readBundle(query, fileHeads, [contractorId, caseId, isPinned, now.toISOString(), MOST])
  return { pinned: await ask(true), upcoming: await ask(false) }
}

/** Whoever got the last mail owes the answer. */
function waitingSince(mail: { id: string; kind: string; occurredAt: string } | undefined): Heads['waiting'] {
  if (!mail) return null
  return { who: mail.kind === 'mail-in' ? 'us' : 'them', since: mail.occurredAt, itemId: mail.id }
}
