import { Migration } from '@mikro-orm/migrations'
import { held, heldAmong, myIds } from './rule.ts'

/**
 * Search walks what its reader may see, newest first in growing batches: a word that is found at all is mostly found
 * there. Only a rare one is asked of the text index, in which the words of all others lie too.
 */
export class SearchPage extends Migration {
  override up() {
    this.addSql(`
drop function text_page(tsquery, uuid, text[], timestamptz, timestamptz, uuid, int);

-- Ids of the items that hold the words of a query, newest first, under the reader's rights. Of a person: mail to or from
-- the addresses, activities with the person.
create function search_page(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  few constant int := 4;
  few_of_all constant int := 64;
  batches constant int[] := array[100, 400, 1600];
  query constant tsquery := p_query::tsquery;
  ${myIds}
  audiences uuid[];
  held uuid[];
  is_merge boolean;
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
    is_merge := cardinality(held) <= few;
  else
    held := array(select my_principals(few_of_all + 1));
    is_merge := cardinality(held) <= few_of_all;
    if is_merge then held := array(select distinct h from unnest(held) h); end if;
  end if;
  foreach batch in array batches loop
    if is_merge and p_contractor is not null then
      ${merged('a.contractor_id = p_contractor and a.principal_id = p')}
    elsif is_merge then
      ${merged('a.principal_id = p')}
    elsif p_contractor is not null then
      ${walked('i.contractor_id = p_contractor', '(a.principal_id = any(held)) is true')}
    else
      ${walked('true', held('a.principal_id'))}
    end if;
    for hit in
      select u.id, u.at from unnest(ids, times) with ordinality u(id, at, n)
       where u.id is not null and ${matches('u.id')} and ${ofPerson('u.id')} order by u.n limit p_limit - found
    loop
      found := found + 1;
      item_id := hit.id;
      occurred_at := hit.at;
      return next;
    end loop;
    if found >= p_limit or seen < batch then return; end if;
  end loop;
  -- Fenced, or the planner walks the time index and reads every text (31 s for a rare word).
  return query with matches as materialized (select t.item_id from item_text t where t.lexemes @@ query)
  select i.id, i.occurred_at from matches m join item i on i.id = m.item_id
   where (p_contractor is null or i.contractor_id = p_contractor) and ${filter('i')}
     and (i.occurred_at, i.id) < (walk_at, walk_id)
     and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1) and ${ofPerson('i.id')}
   order by i.occurred_at desc, i.id desc limit p_limit - found;
end $$;

-- The beginnings of the texts of those of these items that I may see, to show the words around a find.
create function found_texts(p_items uuid[], p_length int) returns table (item_id uuid, body text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, left(coalesce(x.body, c.note), p_length)
    from item i left join message_text x on x.message_id = i.object_id
    left join activity c on c.id = i.object_id
   where i.id = any(p_items) and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1)
$$;

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  foreach f in array array['search_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int)', 'found_texts(uuid[], int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

/** Kind, attachment and time, which stand on items and on their access rows alike. */
function filter(row: string): string {
  const id = row === 'a' ? 'a.item_id' : `${row}.id`
  return `(p_kinds is null or ${row}.kind = any(p_kinds)) and (p_attachment is null or ${row}.has_attachment = p_attachment)
         and ${row}.occurred_at >= p_from and (${row}.occurred_at, ${id}) < (p_before, p_before_id)`
}

/** By its key, one by one: asked as a join, the planner may read the whole text index for each batch. */
function matches(item: string): string {
  return `(select t.lexemes @@ query from item_text t where t.item_id = ${item})`
}

function ofPerson(item: string): string {
  return `(p_person is null or coalesce(
    (select true from item o join message_address m on m.message_id = o.object_id where o.id = ${item} and m.address = any(addresses) limit 1),
    (select true from item o join activity c on c.id = o.object_id where o.id = ${item} and c.person_id = p_person limit 1), false))`
}

/** The next batch of items that I see, merged over my principals. All of the batch is mine, so nothing was passed over. */
function merged(place: string): string {
  return `select array_agg(x.item_id), array_agg(x.occurred_at), count(*) into ids, times, seen from (
        select distinct y.item_id, y.occurred_at from unnest(held) p cross join lateral (
          select a.item_id, a.occurred_at from item_access a
           where ${place} and ${filter('a')} and (a.occurred_at, a.item_id) < (walk_at, walk_id)
           order by a.occurred_at desc, a.item_id desc limit batch) y
         order by 2 desc, 1 desc limit batch) x;
      walk_at := coalesce(times[seen], walk_at);
      walk_id := coalesce(ids[seen], walk_id);`
}

/** The next batch of items, those that I do not see as nulls. */
function walked(place: string, mine: string): string {
  return `select array_agg(case when x.mine then x.id end), array_agg(x.occurred_at), count(*), min(x.occurred_at),
             (array_agg(x.id))[count(*)::int] into ids, times, seen, walk_at, walk_id from (
        select w.id, w.occurred_at, (select true from item_access a where a.item_id = w.id and ${mine} limit 1) as mine from (
          select i.id, i.occurred_at from item i
           where ${place} and ${filter('i')} and (i.occurred_at, i.id) < (walk_at, walk_id)
           order by i.occurred_at desc, i.id desc limit batch) w
         order by w.occurred_at desc, w.id desc) x;`
}
