import type { Counts } from '../../shared/finding.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Before } from '../list/cursor.ts'
import { readQuery } from './read-query.ts'
import { placeOf, type SearchScope } from './search-page.ts'

/** So many of a sort are named; who looks for another one writes it. */
const MOST_NAMED = 8

/** Query, contractor, case, person, kinds, attachment, from, before, before id, since; null where nothing is named. */
export const countedFinds: Statement = {
  name: 'count-finds',
  text: 'select count_finds($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as counts',
}
const nothing: Counts = { amount: 0, isMore: false, kinds: {}, contractors: [], cases: [], people: [], years: {} }

/** How many of the items that the reader may see hold what is looked for, and of what sort they are. */
export async function countFinds(query: Query, scope: SearchScope, before: Before): Promise<Counts> {
  const wanted = await readQuery(scope.q)
  if (!wanted) return nothing
  const [row] = await query<{ counts: Counts }>(countedFinds, [
    wanted.condition,
    ...placeOf(scope),
    before.at,
    before.id,
    scope.since ?? null,
  ])
  if (!row) throw new Error('counts are always one row')
  const { contractors, cases, people, ...counts } = row.counts
  return {
    ...counts,
    contractors: contractors.slice(0, MOST_NAMED),
    cases: cases.slice(0, MOST_NAMED),
    people: people.slice(0, MOST_NAMED),
  }
}
