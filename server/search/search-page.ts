import type { ItemRow, Timeline } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'
import { readBundle } from '../item/read-rows.ts'
import { amongRelated, idsOf, rowsOf } from '../item/rows.sql.ts'
import { type Before, pageOf } from '../list/cursor.ts'
import { findPieces } from './find-pieces.ts'
import { openLemmas } from './lemmas.ts'
import { readQuery, type SearchQuery } from './read-query.ts'
import { showRow } from './show-find.ts'

const ALWAYS = '-infinity'
/** With fewer finds those that hold only some of the words are worth a look too. */
const FEW = 10

/** Query, contractor, case, person, kinds, attachment, from, before, before id, limit, since; null where nothing is named. */
export const foundRows: Statement = {
  name: 'search-page',
  text: rowsOf(idsOf('search_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)')),
}
/** The same of a contractor and of those related to him. */
export const relatedRows: Statement = {
  name: 'related-finds',
  text: rowsOf(idsOf(amongRelated('$2', 'search_page($1, f.id, $3, $4, $5, $6, $7, $8, $9, $10, $11)', '$10'))),
}
/** The same; of the newest finds those first that suit best. */
export const bestRows: Statement = {
  name: 'best-page',
  text: rowsOf(idsOf('best_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)')),
}
/** The same for several queries, of which an item holds some. */
export const nearRows: Statement = {
  name: 'near-page',
  text: rowsOf(idsOf('near_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)')),
}

/** What is looked for and where; nothing named means the whole company, every kind, all times. */
export interface SearchScope {
  q: string
  contractorId?: string
  /** The files of related contractors as well. */
  related?: boolean
  caseId?: string
  personId?: string
  kind?: string | string[]
  attachment?: boolean
  from?: string
  /** What came into its file after this moment; the order by what suits best knows none. */
  since?: string
  /** Best first has one page; newest first is the default and goes on. */
  order?: 'best' | 'newest'
}

/** One page of the items that hold what is looked for, with the finds marked. */
export async function searchPage(query: Query, scope: SearchScope, before: Before, limit: number): Promise<Timeline> {
  const wanted = await readQuery(scope.q)
  if (!wanted) return { items: [], next: null }
  if (scope.order !== 'best') {
    const page = await newestPage(query, scope, { wanted, before, limit })
    return { ...page, items: await withFinds(query, page.items, wanted) }
  }
  const asked = (what: string | string[]) => [what, ...placeOf(scope), before.at, before.id, limit + 1]
  const best = (await readBundle(query, bestRows, asked(wanted.condition))).slice(0, limit)
  const isFew = best.length < FEW && wanted.each.length > 0
  const near = isFew ? await readBundle(query, nearRows, asked(wanted.each)) : []
  const known = new Set(best.map(({ id }) => id))
  const rows = [...best, ...near.filter(({ id }) => !known.has(id))].slice(0, limit)
  const items = await withFinds(query, rows, wanted)
  return { items: items.map((row, place) => (place < best.length ? row : asPartial(row))), next: null }
}

/** The same, newest first, without the marks: they take longer than the finds, and a list that is taken along shows none. */
export async function plainPage(query: Query, scope: SearchScope, before: Before, limit: number): Promise<Timeline> {
  const wanted = await readQuery(scope.q)
  return wanted ? newestPage(query, scope, { wanted, before, limit }) : { items: [], next: null }
}

interface Newest {
  wanted: SearchQuery
  before: Before
  limit: number
}

async function newestPage(query: Query, scope: SearchScope, { wanted, before, limit }: Newest): Promise<Timeline> {
  const statement = scope.contractorId && scope.related ? relatedRows : foundRows
  const asked = [wanted.condition, ...placeOf(scope), before.at, before.id, limit + 1, scope.since ?? null]
  return pageOf(await readBundle(query, statement, asked), limit, row => row.occurredAt)
}

/** Contractor, case, person, kinds, attachment and from, as the statements take them. */
export function placeOf(scope: SearchScope) {
  return [
    scope.contractorId ?? null,
    scope.caseId ?? null,
    scope.personId ?? null,
    scope.kind === undefined ? null : [scope.kind].flat(),
    scope.attachment ?? null,
    scope.from ?? ALWAYS,
  ]
}

function asPartial(row: ItemRow): ItemRow {
  return row.found ? { ...row, found: { ...row.found, partial: true } } : row
}

async function withFinds(query: Query, rows: ItemRow[], { marked }: SearchQuery): Promise<ItemRow[]> {
  const lemmas = await openLemmas()
  const shown = rows.map(row => ({ id: row.id, ...showRow(row, marked, lemmas) }))
  const pieces = await findPieces(query, shown, marked, lemmas)
  return rows.map((row, place) => {
    const { title = [], who = [] } = shown[place] ?? {}
    const { text, marks } = pieces.get(row.id) ?? { text: null, marks: [] }
    return { ...row, found: { title, who, text, marks } }
  })
}
