/** What must hold between rows; each answers the rows for which it does not. */
export const consistencySql = {
  'item_access is what filings and grants say': `
    with should as (
      select f.item_id, f.audience_id as principal_id, i.contractor_id, f.case_file_id, i.kind, i.has_attachment, i.occurred_at
        from filing f join item i on i.id = f.item_id
      union all
      select g.item_id, g.principal_id, i.contractor_id, null, i.kind, i.has_attachment, i.occurred_at
        from item_grant g join item i on i.id = g.item_id),
    is_there as (select item_id, principal_id, contractor_id, case_file_id, kind, has_attachment, occurred_at from item_access)
    (select 'lacks' as what, * from (select * from should except all select * from is_there) a)
    union all (select 'has too much', * from (select * from is_there except all select * from should) b)`,
  'file_principal knows every principal of a file': `
    select a.contractor_id, a.principal_id from item_access a
    except select p.contractor_id, p.principal_id from file_principal p`,
  'every item is filed': `select i.id from item i where not exists (select from filing f where f.item_id = i.id)`,
  'a filing has the audience of its place': `
    select f.id from filing f join item i on i.id = f.item_id join contractor c on c.id = i.contractor_id
      left join case_file k on k.id = f.case_file_id
     where not f.own_audience and f.audience_id <> coalesce(k.audience_id, c.audience_id)`,
  'whoever has items in a case is a party to it': `
    select f.id from filing f join item i on i.id = f.item_id
     where f.case_file_id is not null
       and not exists (select from case_party p where p.case_file_id = f.case_file_id and p.contractor_id = i.contractor_id)`,
  'every item can be found': `select i.id from item i where not exists (select from item_text t where t.item_id = i.id)`,
  'words stand where their item lies': `
    select i.id from item i join item_text t on t.item_id = i.id left join merged_contractor m on m.id = t.contractor_id
     where (coalesce(m.into_id, t.contractor_id), t.kind, t.has_attachment, t.occurred_at) is distinct from (i.contractor_id, i.kind, i.has_attachment, i.occurred_at)`,
}
