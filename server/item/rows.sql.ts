import type { Statement } from '../database/work.ts'

/** A row of a timeline from an item `i`; everything is read under the reader's own rights. */
const columns = `
  i.id, i.kind, i.object_id as "objectId", c.id as "contractorId", c.name as "contractorName",
  iso(i.occurred_at) as "occurredAt", coalesce(f.title, i.title) as title, i.snippet, i.who,
  i.has_attachment as "hasAttachment", coalesce(f.cases, '[]') as cases`

const joins = `
  left join contractor c on c.id = i.contractor_id
  left join lateral (
    select max(f.title) as title,
           json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference)
             filter (where k.id is not null) as cases
      from filing f left join case_file k on k.id = f.case_file_id where f.item_id = i.id) f on true`

const newestFirst = 'order by i.occurred_at desc, i.id desc'

/** Rows of these items, in the order given. */
export const rowsById: Statement = {
  name: 'rows-by-id',
  text: `select ${columns} from unnest($1::uuid[]) with ordinality u(id, n) join item i on i.id = u.id ${joins} order by u.n`,
}

/** One page of a contractor's file: contractor, case, kinds, attachment, from, before, before id, limit. */
export const filePage: Statement = {
  name: 'file-page',
  text: `select ${columns} from file_page($1, $2, $3, $4, $5, $6, $7, $8) t join item i on i.id = t.item_id ${joins} ${newestFirst}`,
}

/** One page of a case: case, kinds, attachment, from, before, before id, limit. */
export const casePage: Statement = {
  name: 'case-page',
  text: `select ${columns} from case_page($1, $2, $3, $4, $5, $6, $7) t join item i on i.id = t.item_id ${joins} ${newestFirst}`,
}

/** One page of everything: before, before id, limit. */
export const companyPage: Statement = {
  name: 'company-page',
  text: `select ${columns} from company_page($1, $2, $3) t join item i on i.id = t.item_id ${joins} ${newestFirst}`,
}

/** One page of search results: query, contractor or null, before, before id, limit. */
export const textPage: Statement = {
  name: 'text-page',
  text: `select ${columns} from text_page($1::tsquery, $2, $3, $4, $5) t join item i on i.id = t.item_id ${joins} ${newestFirst}`,
}

/** Whether the reader may see a contractor, and a case of it. */
export const visiblePlace: Statement = {
  name: 'visible-place',
  text: `select exists (select from contractor where id = $1) as contractor, exists (select from case_file where id = $2) as "caseFile"`,
}
