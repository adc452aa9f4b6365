import type { Statement } from '../database/work.ts'

/**
 * Who takes part and where the mail lies, under the reader's rights; beside them the company-wide facts for the
 * decision. Parameters 1-4 are those of `filing_facts` (addresses, references, sender, stored message), 5 the domains,
 * 6 the Message-ID.
 */
export const lookupFacts: Statement = {
  name: 'lookup-facts',
  text: `
    select filing_facts($1, $2, $3, $4) as facts,
      coalesce((select json_agg(m) from (
        select a.value, a.is_domain as "isDomain", c.id, c.name, c.nip, c.city, p.name as person
          from address a join contractor c on c.id = a.contractor_id left join person p on p.id = a.person_id
         where (not a.is_domain and a.value = any($1)) or (a.is_domain and a.value = any($5))
         order by a.value, c.name, c.id limit 50) m), '[]') as matches,
      coalesce((select json_agg(f) from (
        select i.id as "itemId", c.id as "contractorId", c.name as "contractorName", c.nip, c.city, k.id as "caseId", k.reference as "caseReference",
               u.name as by, iso(coalesce(f.filed_at, g.granted_at)) as at, coalesce(f.method, 'hand') as method,
               case when f.case_file_id is not null and k.id is null then '' else coalesce(f.evidence, '') end as evidence,
               coalesce(f.comment, g.comment) as comment
          from message m join item i on i.object_id = m.id join contractor c on c.id = i.contractor_id
          left join filing f on f.item_id = i.id
          left join case_file k on k.id = f.case_file_id
          left join item_grant g on g.item_id = i.id and g.principal_id = me() and f.id is null
          left join app_user u on u.id = coalesce(f.filed_by, g.granted_by)
         -- A Message-ID can be forged: the mail on screen must be by the same sender.
         where m.message_id = $6 and ($3 = '' or exists (select from message_address s where s.message_id = m.id and s.role = 'from' and s.address = $3))
         order by f.filed_at, i.id limit 50) f), '[]') as filed`,
}

/**
 * What the pane shows of one contractor. Parameters: contractor, contractors and cases of the suggestions (to be
 * named, when the reader may see them).
 */
export const lookupFile: Statement = {
  name: 'lookup-file',
  text: `
    select
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'nip', c.nip, 'city', c.city)) from contractor c where c.id = $1 or c.id = any($2)), '[]') as contractors,
      coalesce((select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title)) from case_file k where k.id = any($3)), '[]') as cases,
      coalesce((select json_agg(o) from (
        select k.id, k.reference, k.title, k.contractor_id as "contractorId", k.manager_id as "managerId", iso(k.opened_at) as "openedAt", null as "closedAt"
          from (
            select * from case_file own where own.contractor_id = $1 and own.closed_at is null
            union all
            select other.* from case_party p join case_file other on other.id = p.case_file_id
             where p.contractor_id = $1 and not p.is_first and other.closed_at is null) k
         order by k.opened_at desc, k.id desc limit 20) o), '[]') as "openCases",
      coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'isGroup', v."isGroup")) from (
        select coalesce(u.id, g.id) as id, coalesce(u.name, g.name) as name, g.id is not null as "isGroup"
          from contractor c join audience_member a on a.audience_id = c.audience_id
          left join app_user u on u.id = a.principal_id left join app_group g on g.id = a.principal_id
         where c.id = $1 and holds(c.audience_id) and coalesce(u.id, g.id) is not null order by 3 desc, 2 limit 30) v), '[]') as audience`,
}
