import type { Statement } from '../database/work.ts'

/**
 * Rows of a timeline from a `page` of item ids, under the reader's own rights: the rows, and beside them the cases
 * and contractors that they name, each once. The definer's function found the ids; the policies are asked again here.
 */
function rowsOf(page: string): string {
  return `
    with page as materialized (${page}),
    rows as materialized (
      select i.id, i.kind, i.object_id, i.contractor_id, i.occurred_at, i.snippet, i.who, i.has_attachment, page.n, page.case_ids,
             case when i.has_own_title then coalesce((select max(f.title) from filing f where f.item_id = i.id), i.title) else i.title end as title
        from page join item i on i.id = page.item_id)
    select
      coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'objectId', object_id, 'contractorId', contractor_id,
        'occurredAt', iso(occurred_at), 'title', title, 'snippet', snippet, 'who', who, 'hasAttachment', has_attachment, 'caseIds', case_ids)
        order by n) from rows), '[]') as rows,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name)) from contractor c
        where c.id = any(array(select distinct contractor_id from rows))), '[]') as contractors,
      coalesce((select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference) from case_file k
        where k.id = any(array(select distinct unnest(case_ids) from rows))), '[]') as cases`
}

/** Numbers the ids of a definer's function in its order. */
const numbered = (call: string) => `select item_id, case_ids, row_number() over () as n from ${call}`

/** The same for functions that do not know the cases: those of the access rows that the reader holds. */
const withCases = (call: string) => `
  select t.item_id, t.n, array(select distinct a.case_file_id from item_access a where a.item_id = t.item_id) as case_ids
    from (select item_id, row_number() over () as n from ${call}) t`

/** Rows of these items, in the order given. */
export const rowsById: Statement = {
  name: 'rows-by-id',
  text: rowsOf(withCases('(select id as item_id from unnest($1::uuid[]) id) ids')),
}

/** One page of a contractor's file: contractor, case, kinds, attachment, from, before, before id, limit. */
export const filePage: Statement = {
  name: 'file-page',
  text: rowsOf(numbered('file_page($1, $2, $3, $4, $5, $6, $7, $8)')),
}

/** One page of a case: case, kinds, attachment, from, before, before id, limit. */
export const casePage: Statement = {
  name: 'case-page',
  text: rowsOf(withCases('case_page($1, $2, $3, $4, $5, $6, $7)')),
}

/** One page of everything: before, before id, limit. */
export const companyPage: Statement = {
  name: 'company-page',
  text: rowsOf(withCases('company_page($1, $2, $3)')),
}

/** One page of search results: query, contractor or null, kinds or null, from, before, before id, limit. */
export const textPage: Statement = {
  name: 'text-page',
  text: rowsOf(withCases('text_page($1::tsquery, $2, $3, $4, $5, $6, $7)')),
}

/** Whether the reader may see a contractor, and a case of it. */
export const visiblePlace: Statement = {
  name: 'visible-place',
  text: `select exists (select from contractor where id = $1) as contractor, exists (select from case_file where id = $2) as "caseFile"`,
}
