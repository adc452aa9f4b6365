import type { Statement } from '../database/work.ts'

/**
 * Rows of a timeline: a definer's function finds the ids in their order, another one judges them again and makes the
 * rows, with the cases and contractors that they name.
 */
export const rowsOf = (ids: string) => `select item_rows(${ids}) as bundle`

/** Ids of a function that answers a table, in its order. */
export const idsOf = (call: string) =>
  `array(select t.item_id from (select item_id, row_number() over () as n from ${call}) t order by t.n)`

/** Rows of these items, in the order given. */
export const rowsById: Statement = { name: 'rows-by-id', text: rowsOf('$1::uuid[]') }

/** One page of a contractor's file: contractor, case, kinds, attachment, from, before, before id, limit. */
export const filePage: Statement = {
  name: 'file-page',
  text: 'select file_rows($1, $2, $3, $4, $5, $6, $7, $8) as bundle',
}

/** One page of a case: case, kinds, attachment, from, before, before id, limit. */
export const casePage: Statement = {
  name: 'case-page',
  text: rowsOf(idsOf('case_page($1, $2, $3, $4, $5, $6, $7)')),
}

/** The same of one person or since a moment: case, person, since, kinds, attachment, from, before, before id, limit. */
export const casePicks: Statement = {
  name: 'case-picks',
  text: rowsOf(idsOf('case_picks($1, $2, $3, $4, $5, $6, $7, $8, $9)')),
}

/** One page of everything: before, before id, limit. */
export const companyPage: Statement = {
  name: 'company-page',
  text: rowsOf(idsOf('company_page($1, $2, $3)')),
}

/** Whether the reader may see a contractor, and a case of it. */
export const visiblePlace: Statement = {
  name: 'visible-place',
  text: `select exists (select from contractor where id = $1) as contractor, exists (select from case_file where id = $2) as "caseFile"`,
}

/** One page of a file, of one person or since a moment: contractor, case, person, since, kinds, attachment, from, before, before id, limit. */
export const filePicks: Statement = {
  name: 'file-picks',
  text: rowsOf(idsOf('file_picks($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)')),
}

/**
 * What a function finds in the file of `f.id`, asked of a contractor and of those related to him and put in one order: the
 * first of all are among the first of each.
 */
export const amongRelated = (contractor: string, call: string, limit: string) =>
  `(select p.item_id from unnest(${contractor}::uuid || related_of(${contractor})) f(id) cross join lateral ${call} p
     order by p.occurred_at desc, p.item_id desc limit ${limit}) u`

/** As `filePage`, together with the files of related contractors. */
export const relatedPage: Statement = {
  name: 'related-page',
  text: rowsOf(idsOf('related_page($1, $2, $3, $4, $5, $6, $7, $8)')),
}

/** As `filePicks`, together with the files of related contractors. */
export const relatedPicks: Statement = {
  name: 'related-picks',
  text: rowsOf(idsOf(amongRelated('$1', 'file_picks(f.id, $2, $3, $4, $5, $6, $7, $8, $9, $10)', '$10'))),
}

/** What is pinned or to come: contractor, case, whether pinned, now, limit. */
export const fileHeads: Statement = { name: 'file-heads', text: rowsOf(idsOf('file_heads($1, $2, $3, $4, $5)')) }
