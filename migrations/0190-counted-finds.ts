import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, held, heldAmong, heldByMine, inAudience, inAudienceOfMine, myIds } from './rule.ts'

/**
 * Beside the finds stands how many there are and of what sort. Counting is bounded: the newest thousand finds, among the
 * newest items that the reader may see; only a rare word is counted in the whole index. Nothing hidden is counted.
 */
export class CountedFinds extends Migration {
  override up() {
    this.addSql(`
create index if not exists case_file_title_trigrams on case_file using gin (lower(title) gin_trgm_ops);

-- How many items hold the words of a query, in all and by kind, contractor, case, person and year, under the reader's
-- rights. A case, a contractor or a person is named only when he sees it.
create function count_finds(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  most constant int := 1000;
  many constant int := 5000;
  few constant int := 4;
  few_of_all constant int := 64;
  batches constant int[] := array[400, 1600, 3000];
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
  mine int := 0;
  is_all boolean := false;
  is_rare boolean := false;
  matched uuid[];
  walk_at timestamptz := p_before;
  walk_id uuid := p_before_id;
  finds uuid[] := '{}';
begin
  if p_person is not null then
    if not exists (select from person p where p.id = p_person and sees_contractor(p.contractor_id)) then
      finds := null;
    end if;
    addresses := array(select a.value from address a where a.person_id = p_person);
  end if;
  if finds is null then
    finds := '{}';
    is_all := true;
  elsif p_case is not null then
    finds := array(select x.item_id from (
        select distinct a.item_id, a.occurred_at from item_access a
         where a.case_file_id = p_case and (p_contractor is null or a.contractor_id = p_contractor) and ${filter('a')} and ${held('a.principal_id')}) x
       where ${matches('x.item_id')} and ${ofPerson('x.item_id')}
       order by x.occurred_at desc, x.item_id desc limit most + 1);
    is_all := true;
  else
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
      ids := array_remove(ids, null);
      mine := mine + coalesce(cardinality(ids), 0);
      finds := finds || array(select u.id from unnest(ids) with ordinality u(id, n) where ${matches('u.id')} and ${ofPerson('u.id')} order by u.n);
      is_all := seen < batch;
      -- Fewer than one in five hundred: the index has few of them, while to walk on would take long.
      is_rare := cardinality(finds) * 500 < greatest(mine, 500);
      exit when is_all or cardinality(finds) > most or (is_rare and batch > batches[1]);
    end loop;
    if not is_all and is_rare then
      -- A word that only seems rare to one who sees little of what is new.
      matched := array(select t.item_id from item_text t where t.lexemes @@ query limit many);
      finds := finds || array(
        select i.id from unnest(matched) m(item_id) join item i on i.id = m.item_id
         where (p_contractor is null or i.contractor_id = p_contractor) and ${filter('i')}
           and (i.occurred_at, i.id) < (walk_at, walk_id)
           and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1) and ${ofPerson('i.id')}
         order by i.occurred_at desc, i.id desc limit most + 1 - cardinality(finds));
      is_all := cardinality(matched) < many;
    end if;
  end if;
  is_all := is_all and cardinality(finds) <= most;
  finds := finds[:most];
  return json_build_object('amount', cardinality(finds), 'isMore', not is_all,
    'kinds', (select coalesce(json_object_agg(k.kind, k.amount), '{}') from (
        select i.kind, count(*) as amount from item i where i.id = any(finds) group by i.kind) k),
    'contractors', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'amount', n.amount) order by n.amount desc, lower(c.name), c.id), '[]') from (
        select i.contractor_id, count(*) as amount from item i where i.id = any(finds) group by i.contractor_id) n
        join contractor c on c.id = n.contractor_id where ${contractorSeenByMine('c')}),
    'cases', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.reference || ' ' || k.title, 'amount', n.amount) order by n.amount desc, k.reference), '[]') from (
        select a.case_file_id, count(distinct a.item_id) as amount from item_access a
         where a.item_id = any(finds) and a.case_file_id is not null and ${heldByMine('a.principal_id')} group by a.case_file_id) n
        join case_file k on k.id = n.case_file_id where ${inAudienceOfMine('k.audience_id')}),
    'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'amount', n.amount) order by n.amount desc, lower(p.name), p.id), '[]') from (
        select w.person_id, count(distinct w.item_id) as amount from (
          select d.person_id, i.id as item_id from item i join message_address m on m.message_id = i.object_id join address d on d.value = m.address
           where i.id = any(finds) and d.person_id is not null
          union all
          select v.person_id, i.id from item i join activity v on v.id = i.object_id where i.id = any(finds) and v.person_id is not null) w
         group by w.person_id order by 2 desc, 1 limit 50) n
        join person p on p.id = n.person_id join contractor c on c.id = p.contractor_id where ${contractorSeenByMine('c')}),
    'years', (select coalesce(json_object_agg(y.year, y.amount), '{}') from (
        select extract(year from i.occurred_at at time zone 'Europe/Warsaw')::int as year, count(*) as amount from item i where i.id = any(finds) group by 1) y));
end $$;

-- People and cases by a piece of what they are called, a case by the beginning of its reference too, as far as the caller
-- sees them.
create function find_places(p_piece text, p_limit int) returns table (person_id uuid, case_file_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select regexp_replace(lower(p_piece), '([%_\\\\])', '\\\\\\1', 'g') as piece)
  (select p.id, null::uuid from person p join contractor c on c.id = p.contractor_id, asked
    where lower(p.name) like '%' || asked.piece || '%'
      and (${inAudience('c.audience_id')} or coalesce((select true from case_party r join case_file f on f.id = r.case_file_id
            where r.contractor_id = c.id and ${inAudience('f.audience_id')} limit 1), false))
    order by lower(p.name), p.id limit p_limit)
  union all
  (select null, k.id from case_file k, asked
    where k.id in (select t.id from case_file t where lower(t.title) like '%' || asked.piece || '%'
                   union select r.id from case_file r where lower(r.reference) like asked.piece || '%')
      and ${inAudience('k.audience_id')}
    order by k.closed_at is not null, k.opened_at desc, k.id limit p_limit)
$$;

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  foreach f in array array['count_finds(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid)', 'find_places(text, int)'] loop
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

/** The next batch of items that I see, merged over my principals. */
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
  return `select array_agg(case when x.mine then x.id end), count(*), min(x.occurred_at),
             (array_agg(x.id))[count(*)::int] into ids, seen, walk_at, walk_id from (
        select w.id, w.occurred_at, (select true from item_access a where a.item_id = w.id and ${mine} limit 1) as mine from (
          select i.id, i.occurred_at from item i
           where ${place} and ${filter('i')} and (i.occurred_at, i.id) < (walk_at, walk_id)
           order by i.occurred_at desc, i.id desc limit batch) w
         order by w.occurred_at desc, w.id desc) x;`
}
