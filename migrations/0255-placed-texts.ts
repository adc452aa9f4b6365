import { Migration } from '@mikro-orm/migrations'
import { filter, finds, matches, merged, ofPerson, ofPlaces, read, sorted, texts, told } from './found.ts'
import { contractorSeenByMine, held, heldAmong, heldByMine, inAudienceOfMine, myIds } from './rule.ts'

/**
 * The words of an item stand beside where it lies and when it was, as its access rows do: the text index answers for one
 * file alone, and whoever reads texts newest first reads nothing else. Pages and counts are made of the same finds.
 */
export class PlacedTexts extends Migration {
  override up() {
    this.addSql(`
create extension if not exists btree_gin;

-- Written once with all that is new, since each written row would go through the text index.
drop index item_text_lexemes;
alter table item no force row level security;
create function placed(p_item uuid) returns item language sql stable as 'select i from item i where i.id = p_item';
alter table item_text add column contractor_id uuid, add column kind text, add column has_attachment boolean, add column occurred_at timestamptz(3);
alter table item_text
  alter column contractor_id type uuid using (placed(item_id)).contractor_id,
  alter column kind type text using (placed(item_id)).kind,
  alter column has_attachment type boolean using (placed(item_id)).has_attachment,
  alter column occurred_at type timestamptz(3) using (placed(item_id)).occurred_at;
alter table item_text alter column contractor_id set not null, alter column kind set not null,
  alter column has_attachment set not null, alter column occurred_at set not null;
drop function placed(uuid);
alter table item force row level security;
create index item_text_lexemes on item_text using gin (contractor_id, lexemes);
create index item_text_file on item_text (contractor_id, occurred_at desc, item_id desc);
create index item_text_global on item_text (occurred_at desc, item_id desc);

create function place_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select i.contractor_id, i.kind, i.has_attachment, i.occurred_at into new.contractor_id, new.kind, new.has_attachment, new.occurred_at
    from item i where i.id = new.item_id;
  return new;
end $$;
create trigger item_text_place before insert on item_text for each row execute function place_text();

-- The file is that in which the item lay when it was first indexed: items change it by merging alone, and to write the words
-- of all that moved anew takes a minute for twenty thousand mails. Whoever searches the file that is left looks there too.
create function move_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update item_text set kind = new.kind, has_attachment = new.has_attachment, occurred_at = new.occurred_at where item_id = new.id;
  return null;
end $$;
create trigger item_moves_text after update of kind, has_attachment, occurred_at on item for each row
  when ((old.kind, old.has_attachment, old.occurred_at) is distinct from (new.kind, new.has_attachment, new.occurred_at))
  execute function move_text();
grant select on merged_contractor to lupa_reader;
create policy reader on merged_contractor for select to lupa_reader using (true);

-- Where somebody has items: few files are searched one by one.
create index file_principal_places on file_principal (principal_id, contractor_id);

-- Items that hold the words, of some files or of all, so many at most (null: all) and in no order. By the text index always:
-- for a common word the planner would read the texts themselves, of which those in front may hold none.
create function words_hold(p_query tsquery, p_places uuid[], p_limit int)
  returns table (item_id uuid, kind text, has_attachment boolean, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_indexscan = off set work_mem = '64MB' as $$
declare
  place uuid;
begin
  if p_places is null then
    return query select t.item_id, t.kind, t.has_attachment, t.occurred_at from item_text t where t.lexemes @@ p_query limit p_limit;
    return;
  end if;
  foreach place in array p_places loop
    return query select t.item_id, t.kind, t.has_attachment, t.occurred_at from item_text t
      where t.contractor_id = place and t.lexemes @@ p_query limit p_limit;
  end loop;
end $$;

-- Finds, newest first, under the reader's rights. The newest items are looked through; then the text index tells all that
-- hold the words, or that these are many, and with many it is worth to look through what is older. p_reach ends that; a
-- row without an item says so.
create function found_items(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int, p_reach int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  -- Of principals: so few are merged; so many are known, and the files in which they occur, when these are few.
  few constant int := 4;
  few_of_all constant int := 8;
  known constant int := 64;
  few_places constant int := 4;
  known_places constant int := 200;
  many constant int := case when p_contractor is null then 10000 else 3000 end;
  newest constant int := 400;
  batches constant int[] := array[100, 400, 1600, 3200, 6400, 12800, 25600];
  query constant tsquery := p_query::tsquery;
  ${myIds}
  audiences uuid[];
  held uuid[];
  places uuid[];
  is_known boolean;
  is_merge boolean;
  is_asked boolean := false;
  is_last boolean := false;
  addresses text[];
  ids uuid[];
  times timestamptz[];
  batch int;
  seen int;
  walk_at timestamptz := p_before;
  walk_id uuid := p_before_id;
  found int := 0;
  hit record;
begin
  if p_person is not null then
    if not exists (select from person p where p.id = p_person and sees_contractor(p.contractor_id)) then return; end if;
    addresses := array(select a.value from address a where a.person_id = p_person);
  end if;
  if p_case is not null then
    -- A case has few items, and all of them are looked at.
    return query select x.item_id, x.occurred_at from (
        select distinct a.item_id, a.occurred_at from item_access a
         where a.case_file_id = p_case and (p_contractor is null or a.contractor_id = p_contractor) and ${filter('a')} and ${held('a.principal_id')}) x
       where ${matches('x.item_id')} and ${ofPerson('x.item_id')}
       order by x.occurred_at desc, x.item_id desc limit p_limit;
    return;
  end if;
  if p_contractor is not null then
    audiences := array(select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.is_audience);
    held := ${heldAmong('audiences')} || array(
      select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
    places := p_contractor || array(select m.id from merged_contractor m where m.into_id = p_contractor);
    is_known := true;
    is_merge := cardinality(held) <= few;
  else
    held := array(select my_principals(known + 1));
    is_known := cardinality(held) <= known;
    if is_known then
      held := array(select distinct h from unnest(held) h);
      places := array(select f.contractor_id from file_principal f where f.principal_id = any(held) limit known_places);
      places := case when cardinality(places) < known_places then array(select distinct p from unnest(places) p) end;
    end if;
    is_merge := cardinality(held) <= few_of_all;
    places := case when cardinality(places) <= few_places then
      places || array(select m.id from merged_contractor m where m.into_id = any(places)) end;
  end if;
  foreach batch in array batches || null::int loop
    if (batch > newest and not is_asked) or batch is null then
      ${told('case when batch is not null then many end')}
      is_last := batch is null or cardinality(ids) < many;
      is_asked := true;
      if is_last then
        ${sorted}
      end if;
    end if;
    if not is_last then
      if batch > p_reach then
        item_id := null;
        occurred_at := null;
        return next;
        return;
      elsif is_merge and p_contractor is not null then
        ${merged('a.contractor_id = p_contractor and a.principal_id = p')}
      elsif is_merge then
        ${merged('a.principal_id = p')}
      elsif places is not null then
        ${read(ofPlaces)}
      else
        ${read(texts('true'))}
      end if;
    end if;
    if is_merge and not is_last then
      ${finds(matches('u.id'))}
    elsif is_known then
      ${finds('(select true from item_access a where a.item_id = u.id and (a.principal_id = any(held)) is true limit 1)')}
    else
      ${finds(`(select true from item_access a where a.item_id = u.id and ${held('a.principal_id')} limit 1)`)}
    end if;
    if is_last or found >= p_limit or seen < batch then return; end if;
  end loop;
end $$;

-- Ids of the items that hold the words of a query, newest first, under the reader's rights.
create or replace function search_page(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.item_id, f.occurred_at
    from found_items(p_query, p_contractor, p_case, p_person, p_kinds, p_attachment, p_from, p_before, p_before_id, p_limit, null) f
$$;

-- How many items hold the words of a query, in all and by kind, contractor, case, person and year, under the reader's
-- rights; a thousand at most, and of a word that very many hold those among the newest items. A case, a contractor or a
-- person is named only when he sees it.
create or replace function count_finds(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  most constant int := 1000;
  reach constant int := case when p_contractor is null then 12800 else 6400 end;
  ${myIds}
  finds uuid[] := array(select f.item_id from found_items(p_query, p_contractor, p_case, p_person, p_kinds, p_attachment,
    p_from, p_before, p_before_id, most + 1, reach) f);
  is_all boolean := cardinality(finds) <= most and array_position(finds, null) is null;
  hit record;
  cases uuid[] := '{}';
  in_cases uuid[] := '{}';
begin
  finds := (array_remove(finds, null))[:most];
  -- By the items, fenced: the index of cases holds all cases of all. And judged once for each principal.
  for hit in
    select a.principal_id, array_agg(a.case_file_id) as cases, array_agg(a.item_id) as items
      from unnest(finds) f(id) cross join lateral (
        select x.principal_id, x.case_file_id, x.item_id from item_access x where x.item_id = f.id offset 0) a
     where a.case_file_id is not null group by a.principal_id
  loop
    if (select ${heldByMine('p.principal_id')} from (select hit.principal_id) p) then
      cases := cases || hit.cases;
      in_cases := in_cases || hit.items;
    end if;
  end loop;
  return (
    with found as materialized (select i.id, i.kind, i.contractor_id, i.object_id, i.occurred_at from item i where i.id = any(finds))
    select json_build_object('amount', cardinality(finds), 'isMore', not is_all,
      'kinds', (select coalesce(json_object_agg(k.kind, k.amount), '{}') from (
          select i.kind, count(*) as amount from found i group by i.kind) k),
      'contractors', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'amount', n.amount) order by n.amount desc, lower(c.name), c.id), '[]') from (
          select i.contractor_id, count(*) as amount from found i group by i.contractor_id) n
          join contractor c on c.id = n.contractor_id where ${contractorSeenByMine('c')}),
      'cases', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.reference || ' ' || k.title, 'amount', n.amount) order by n.amount desc, k.reference), '[]') from (
          select a.case_file_id, count(distinct a.item_id) as amount from unnest(cases, in_cases) a(case_file_id, item_id) group by a.case_file_id) n
          join case_file k on k.id = n.case_file_id where ${inAudienceOfMine('k.audience_id')}),
      'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'amount', n.amount) order by n.amount desc, lower(p.name), p.id), '[]') from (
          select w.person_id, count(distinct w.item_id) as amount from (
            select d.person_id, i.id as item_id from found i join message_address m on m.message_id = i.object_id join address d on d.value = m.address
             where d.person_id is not null
            union all
            select v.person_id, i.id from found i join activity v on v.id = i.object_id where v.person_id is not null) w
           group by w.person_id order by 2 desc, 1 limit 50) n
          join person p on p.id = n.person_id join contractor c on c.id = p.contractor_id where ${contractorSeenByMine('c')}),
      'years', (select coalesce(json_object_agg(y.year, y.amount), '{}') from (
          select extract(year from i.occurred_at at time zone 'Europe/Warsaw')::int as year, count(*) as amount from found i group by 1) y)));
end $$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake, lupa_reader;
  foreach f in array array['place_text()', 'move_text()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  foreach f in array array['words_hold(tsquery, uuid[], int)',
      'found_items(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}
