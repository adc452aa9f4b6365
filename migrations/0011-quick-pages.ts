import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, heldByMine, heldInFile, inAudienceOfMine, myIds } from './rule.ts'

/**
 * Pages whose rows are made by a definer's function. Under the policies every list carried their sub-plans for each of
 * its tables, and setting those up cost more than finding the rows. The ids come from one function, and `item_rows`
 * judges them again by the same rule.
 */
export class QuickPages extends Migration {
  override up() {
    this.addSql(`
-- Called by the application and by the definers' functions in turn, and a plan made for one role is thrown away for
-- another: planning it again and again took a fifth of a lookup.
grant select on filing to lupa_reader;
create policy reader on filing for select to lupa_reader using (true);
alter function holds(uuid) security definer;
alter function holds(uuid) set search_path = public, pg_temp;

-- The first so many of these items that are there for one of these principals, in the order given: their rows, column by
-- column (an object for each row costs four times as much), and beside them the contractors and cases that they name, each
-- once and only when I may see it. For the two functions below: nobody else may say what he holds.
create function rows_for(p_items uuid[], p_held uuid[], p_limit int, out bundle json, out amount int)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
begin
  with held as materialized (select unnest(p_held) as principal_id),
  mine as materialized (
    select u.n, a.item_id, array_agg(distinct a.case_file_id) as case_ids
      from unnest(p_items) with ordinality u(id, n) join item_access a on a.item_id = u.id
     where a.principal_id in (select h.principal_id from held h) group by u.n, a.item_id order by u.n limit p_limit),
  page as materialized (
    select m.n, m.case_ids, i.id, i.kind, i.object_id, i.contractor_id, i.occurred_at, i.snippet, i.who, i.has_attachment,
           case when i.has_own_title then coalesce((select max(f.title) from filing f where f.item_id = i.id and ${inAudienceOfMine('f.audience_id')}), i.title)
                else i.title end as title
      from mine m join item i on i.id = m.item_id order by m.n)
  select rows.amount, json_build_object('rows', rows.columns,
    'contractors', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name)), '[]')
       from contractor c where c.id = any(array(select distinct p.contractor_id from page p))
        and (c.audience_id in (select h.principal_id from held h) or ${contractorSeenByMine('c')})),
    'cases', (select coalesce(json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference), '[]')
       from case_file k where k.id = any(array(select distinct unnest(p.case_ids) from page p))
        and (k.audience_id in (select h.principal_id from held h) or ${inAudienceOfMine('k.audience_id')})))
    into amount, bundle
    from (select count(*)::int as amount, json_build_object('id', json_agg(p.id), 'kind', json_agg(p.kind), 'objectId', json_agg(p.object_id),
            'contractorId', json_agg(p.contractor_id), 'occurredAt', json_agg(iso(p.occurred_at)), 'title', json_agg(p.title),
            'snippet', json_agg(p.snippet), 'who', json_agg(p.who), 'hasAttachment', json_agg(p.has_attachment), 'caseIds', json_agg(p.case_ids)) as columns
            from page p) rows;
end $$;

-- Rows of those of these items that I may see, whoever found them.
create function item_rows(p_items uuid[]) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  held uuid[] := array(
    select p.principal_id from (select distinct a.principal_id from item_access a where a.item_id = any(p_items)) p where ${heldByMine('p.principal_id')});
begin
  return (rows_for(p_items, held, cardinality(p_items))).bundle;
end $$;

-- One page of one file, or of one case of it. Whoever holds many of its principals finds most pages among the newest
-- items; else a merge over the principals that he holds, whose cost is principals x page, whatever he may see.
create function file_rows(p_contractor uuid, p_case uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  few constant int := 4;
  walk constant int := p_limit * 5 / 4 + 4;
  ${myIds}
  mine uuid[] := ${heldInFile};
  ids uuid[];
  page record;
begin
  if cardinality(mine) > few and p_case is null and p_kinds is null and p_attachment is null then
    ids := array(
      select i.id from item i
       where i.contractor_id = p_contractor and i.occurred_at >= p_from and (i.occurred_at, i.id) < (p_before, p_before_id)
       order by i.occurred_at desc, i.id desc limit walk);
    page := rows_for(ids, mine, p_limit);
    if page.amount = p_limit or cardinality(ids) < walk then return page.bundle; end if;
  end if;
  if p_case is not null then
    ids := array(select x.item_id from (select distinct y.item_id, y.occurred_at from unnest(mine) p cross join lateral (
      select a.item_id, a.occurred_at from item_access a
       where a.case_file_id = p_case and a.principal_id = p and a.contractor_id = p_contractor
         and (p_kinds is null or a.kind = any(p_kinds)) and (p_attachment is null or a.has_attachment = p_attachment)
         and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
       order by a.occurred_at desc, a.item_id desc limit p_limit) y) x
      order by x.occurred_at desc, x.item_id desc limit p_limit);
  elsif p_kinds is not null then
    ids := array(select x.item_id from (select distinct y.item_id, y.occurred_at from unnest(mine) p cross join unnest(p_kinds) k cross join lateral (
      select a.item_id, a.occurred_at from item_access a
       where a.contractor_id = p_contractor and a.principal_id = p and a.kind = k
         and (p_attachment is null or a.has_attachment = p_attachment)
         and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
       order by a.occurred_at desc, a.item_id desc limit p_limit) y) x
      order by x.occurred_at desc, x.item_id desc limit p_limit);
  else
    ids := array(select x.item_id from (select distinct y.item_id, y.occurred_at from unnest(mine) p cross join lateral (
      select a.item_id, a.occurred_at from item_access a
       where a.contractor_id = p_contractor and a.principal_id = p
         and (p_attachment is null or a.has_attachment = p_attachment)
         and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
       order by a.occurred_at desc, a.item_id desc limit p_limit) y) x
    order by x.occurred_at desc, x.item_id desc limit p_limit);
  end if;
  return (rows_for(ids, mine, p_limit)).bundle;
end $$;
drop function file_page(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int);

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  alter function holds(uuid) owner to lupa_reader;
  foreach f in array array['rows_for', 'item_rows', 'file_rows'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('alter function %I owner to lupa_reader', f);
  end loop;
  grant execute on function item_rows, file_rows to lupa_app;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}
