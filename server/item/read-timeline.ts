import type { CaseQuery, Timeline, TimelineQuery } from '../../shared/item.ts'
import type { Query } from '../database/work.ts'
import { type Before, pageOf, readCursor } from '../list/cursor.ts'
import { Refusal } from '../refusal.ts'
import { searchPage } from '../search/search-page.ts'
import { readBundle } from './read-rows.ts'
import {
  casePage,
  casePicks,
  companyPage,
  filePage,
  filePicks,
  relatedPage,
  relatedPicks,
  visiblePlace,
} from './rows.sql.ts'

const LIMIT = 50
const ALWAYS = '-infinity'

/**
 * One page of a contractor's file, or of those of related contractors with it, newest first. What lies in the future is in it
 * only when words find it.
 */
export async function readTimeline(
  query: Query,
  contractorId: string,
  filter: TimelineQuery,
  now: Date,
): Promise<Timeline> {
  await mustSee(query, contractorId, filter.caseId ?? null)
  const limit = filter.limit ?? LIMIT
  if (filter.q?.trim()) return searchPage(query, { ...filter, q: filter.q, contractorId }, searchStart(filter), limit)
  const before = beforeOf(filter, now)
  const isPick = filter.personId !== undefined || filter.since !== undefined
  const [page, picks] = filter.related ? [relatedPage, relatedPicks] : [filePage, filePicks]
  const rows = await readBundle(query, isPick ? picks : page, [
    contractorId,
    filter.caseId ?? null,
    ...(isPick ? [filter.personId ?? null, filter.since ?? null] : []),
    kindsOf(filter),
    filter.attachment ?? null,
    filter.from ?? ALWAYS,
    before.at,
    before.id,
    limit + 1,
  ])
  return pageOf(rows, limit, row => row.occurredAt)
}

/** One page of a case across the files of all its parties. */
export async function readCaseTimeline(query: Query, caseId: string, filter: CaseQuery, now: Date): Promise<Timeline> {
  await mustSee(query, null, caseId)
  const limit = filter.limit ?? LIMIT
  if (filter.q?.trim()) return searchPage(query, { ...filter, q: filter.q, caseId }, searchStart(filter), limit)
  const before = beforeOf(filter, now)
  const isPick = filter.personId !== undefined || filter.since !== undefined
  const rows = await readBundle(query, isPick ? casePicks : casePage, [
    caseId,
    ...(isPick ? [filter.personId ?? null, filter.since ?? null] : []),
    kindsOf(filter),
    filter.attachment ?? null,
    filter.from ?? ALWAYS,
    before.at,
    before.id,
    limit + 1,
  ])
  return pageOf(rows, limit, row => row.occurredAt)
}

/** One page of everything that the reader may see. */
export async function readCompanyTimeline(
  query: Query,
  filter: { limit?: number; cursor?: string },
  now: Date,
): Promise<Timeline> {
  const limit = filter.limit ?? LIMIT
  const before = beforeOf(filter, now)
  const rows = await readBundle(query, companyPage, [before.at, before.id, limit + 1])
  return pageOf(rows, limit, row => row.occurredAt)
}

/** Refuses a contractor or case that the reader does not see. */
export async function mustSee(query: Query, contractorId: string | null, caseId: string | null) {
  const [seen] = await query<{ contractor: boolean; caseFile: boolean }>(visiblePlace, [contractorId, caseId])
  if ((contractorId && !seen?.contractor) || (caseId && !seen?.caseFile)) throw new Refusal('not-found')
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** The earliest of cursor, end of period and now. */
function beforeOf(filter: { cursor?: string; to?: string }, now: Date): Before {
  const cursor = readCursor(filter.cursor)
  const end = Math.min(filter.to ? Date.parse(filter.to) : Number.POSITIVE_INFINITY, now.getTime() + 1)
  const isCursorEarlier = filter.cursor !== undefined && Date.parse(cursor.at) < end
  return isCursorEarlier ? cursor : { at: new Date(end).toISOString(), id: FIRST_ID }
}

/** The same for a search, which finds and counts what lies in the future too, in a file as everywhere. */
export function searchStart({ cursor, to }: { cursor?: string; to?: string }): Before {
  const start = readCursor(cursor)
  const isPassed = to !== undefined && !(cursor !== undefined && Date.parse(start.at) < Date.parse(to))
  return isPassed ? { at: new Date(to).toISOString(), id: FIRST_ID } : start
}

function kindsOf(filter: CaseQuery): string[] | null {
  return filter.kind === undefined ? null : [filter.kind].flat()
}
