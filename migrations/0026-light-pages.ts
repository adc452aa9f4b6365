import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, heldAmong, inAudienceOfMine, myIds } from './rule.ts'

/**
 * Pages of rows with small plans. Setting up a plan cost more than running it, because the rule stood in each of its
 * branches; now it is asked once for all audiences of a page, and again only for what that does not answer.
 */
export class LightPages extends Migration {
  override up() {
    this.addSql(`
create index audience_member_follows on audience_member (audience_id, principal_id) where is_audience;

drop function rows_for(uuid[], uuid[], int);
-- Rows of these items in the order given, column by column (an object for each row costs four times as much; what holds no
-- blank is joined by blanks, which costs half of a list), and the contractors and cases that they name, each once and only
-- when I may see it. Chips are the cases of each item, joined by commas. For the two functions below: they have judged the items,
-- and nobody else may say what he holds.
create function rows_for(p_ids uuid[], p_chips text[], p_held uuid[]) returns json language plpgsql stable as $$
declare
  my_ids uuid[];
  page record;
  case_ids uuid[];
  unsure bool;
  contractors json;
  cases json;
begin
  select string_agg(p.id::text, ' ') as id, json_agg(p.kind) as kind, string_agg(p.object_id::text, ' ') as object_id,
         string_agg(p.contractor_id::text, ' ') as contractor_id, string_agg(date_part('epoch', p.occurred_at)::text, ' ') as occurred_at,
         json_agg(p.title) as title, json_agg(p.snippet) as snippet, json_agg(p.who) as who,
         string_agg(case when p.has_attachment then '1' else '0' end, '') as has_attachment,
         string_agg(p.chip, ' ') as case_ids, array_agg(p.contractor_id) as contractors, bool_or(p.has_own_title) as has_own_title
    into page
    from (select u.chip, i.* from unnest(p_ids, p_chips) with ordinality u(id, chip, n) join item i on i.id = u.id order by u.n) p;
  if page.has_own_title then
    ${readMyIds}
    page.title := (select json_agg(t.title) from (
      select case when i.has_own_title then coalesce((select max(f.title) from filing f where f.item_id = i.id and ${inAudienceOfMine('f.audience_id')}), i.title)
                  else i.title end as title
        from unnest(p_ids) with ordinality u(id, n) join item i on i.id = u.id order by u.n) t);
  end if;

  select json_agg(json_build_object('id', c.id, 'name', c.name)), bool_or(not c.audience_id = any(p_held)) into contractors, unsure
    from contractor c where c.id = any(page.contractors);
  if unsure then
    ${readMyIds}
    contractors := (select json_agg(json_build_object('id', c.id, 'name', c.name))
      from contractor c where c.id = any(page.contractors) and (c.audience_id = any(p_held) or ${contractorSeenByMine('c')}));
  end if;

  case_ids := string_to_array(trim(regexp_replace(page.case_ids, '[ ,]+', ',', 'g'), ','), ',')::uuid[];
  if cardinality(case_ids) > 0 then
    select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference), bool_or(not k.audience_id = any(p_held))
      into cases, unsure from case_file k where k.id = any(case_ids);
    if unsure then
      ${readMyIds}
      cases := (select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference)
        from case_file k where k.id = any(case_ids) and (k.audience_id = any(p_held) or ${inAudienceOfMine('k.audience_id')}));
    end if;
  end if;
  return json_build_object('contractors', coalesce(contractors, '[]'), 'cases', coalesce(cases, '[]'), 'rows', json_build_object(
    'id', page.id, 'kind', page.kind, 'objectId', page.object_id, 'contractorId', page.contractor_id, 'occurredAt', page.occurred_at,
    'title', page.title, 'snippet', page.snippet, 'who', page.who, 'hasAttachment', page.has_attachment, 'caseIds', page.case_ids));
end $$;

-- Rows of those of these items that I may see, whoever found them.
create or replace function item_rows(p_items uuid[]) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  principals uuid[] := array(select distinct a.principal_id from item_access a where a.item_id = any(p_items));
  held uuid[] := ${heldAmong('principals')} || array(select p from unnest(principals) p where p = any(my_ids));
  ids uuid[];
  chips text[];
begin
  select array_agg(v.id), array_agg(array_to_string(v.case_ids, ',')) into ids, chips from (
    select u.id, ${casesOf('u.id')} as case_ids from unnest(p_items) with ordinality u(id, n) order by u.n offset 0) v
   where cardinality(v.case_ids) > 0;
  return rows_for(ids, chips, held);
end $$;

-- One page of one file, or of one case of it. Whoever holds many of its principals finds most pages among the newest
-- items; else a merge over the principals that he holds, whose cost is principals x page, whatever he may see.
create or replace function file_rows(p_contractor uuid, p_case uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  few constant int := 4;
  walk constant int := p_limit * 5 / 4 + 4;
  ${myIds}
  audiences uuid[] := array(select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.is_audience);
  held uuid[] := ${heldAmong('audiences')} || array(
    select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
  ids uuid[];
  chips text[];
  seen int;
begin
  if cardinality(held) > few and p_case is null and p_kinds is null and p_attachment is null then
    select array_agg(v.id) filter (where cardinality(v.case_ids) > 0), array_agg(array_to_string(v.case_ids, ',')) filter (where cardinality(v.case_ids) > 0), count(*)
      into ids, chips, seen from (
      select w.id, ${casesOf('w.id')} as case_ids from (
        select i.id, i.occurred_at from item i
         where i.contractor_id = p_contractor and i.occurred_at >= p_from and (i.occurred_at, i.id) < (p_before, p_before_id)
         order by i.occurred_at desc, i.id desc limit walk) w order by w.occurred_at desc, w.id desc offset 0) v;
    if cardinality(ids) >= p_limit or seen < walk then return rows_for(ids[:p_limit], chips[:p_limit], held); end if;
  end if;
  if p_case is not null then
    ${merge(
      'unnest(held) p',
      `a.case_file_id = p_case and a.principal_id = p and a.contractor_id = p_contractor and (p_kinds is null or a.kind = any(p_kinds))`,
    )}
    -- Its rows show the other cases of an item too.
    chips := array(select array_to_string(${casesOf('u.id')}, ',') from unnest(ids) with ordinality u(id, n) order by u.n);
  elsif p_kinds is not null then
    ${merge('unnest(held) p cross join unnest(p_kinds) k', 'a.contractor_id = p_contractor and a.principal_id = p and a.kind = k')}
  else
    ${merge('unnest(held) p', 'a.contractor_id = p_contractor and a.principal_id = p')}
  end if;
  return rows_for(ids, chips, held);
end $$;

do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function rows_for(uuid[], text[], uuid[]) from public;
  alter function rows_for(uuid[], text[], uuid[]) owner to lupa_reader;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

const readMyIds = 'my_ids := array(select m.principal_id from membership m where m.user_id = me());'

/**
 * The cases (null for none) by which an item is there for one of the principals in `held`; nothing when I do not see it.
 * Written so that no index takes the principals: sorting them for each item costs ten times the two rows that it has.
 */
function casesOf(item: string): string {
  return `array(select a.case_file_id from item_access a where a.item_id = ${item} and (a.principal_id = any(held)) is true)`
}

/**
 * The first items of the page and their cases, merged over principals. An item of the page is among the first of each
 * principal that it has, once for each, so its cases are complete.
 */
function merge(principals: string, place: string): string {
  return `select array_agg(x.item_id), array_agg(x.chip) into ids, chips from (
      select y.item_id, coalesce(string_agg(y.case_file_id::text, ','), '') as chip from ${principals} cross join lateral (
        select a.item_id, a.occurred_at, a.case_file_id from item_access a
         where ${place} and (p_attachment is null or a.has_attachment = p_attachment)
           and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
         order by a.occurred_at desc, a.item_id desc limit p_limit) y
       group by y.item_id, y.occurred_at order by y.occurred_at desc, y.item_id desc limit p_limit) x;`
}
