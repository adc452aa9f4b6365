import { Migration } from '@mikro-orm/migrations'
import { filter, matches, merged, ofPerson, walked } from './found.ts'
import { held, heldAmong, myIds } from './rule.ts'

/**
 * A word that many items hold, but none of the newest, made search read all that hold it. Where the index names many, the
 * walk goes on to what is older; of those that are read after that only so many are judged as are shown.
 */
export class CommonFinds extends Migration {
  override up() {
    this.addSql(`
create or replace function search_page(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  few constant int := 4;
  few_of_all constant int := 64;
  many constant int := 3000;
  -- The newest, then what is older of a word that many items hold. Beyond that reading all that hold it is quicker.
  newest constant int := 1600;
  batches constant int[] := array[100, 400, 1600, 6400, 25600];
  query constant tsquery := p_query::tsquery;
  ${myIds}
  audiences uuid[];
  held uuid[];
  is_merge boolean;
  addresses text[];
  ids uuid[];
  times timestamptz[];
  matched uuid[];
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
    if batch > newest and matched is null then
      matched := array(select t.item_id from item_text t where t.lexemes @@ query limit many);
      exit when cardinality(matched) < many;
    end if;
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
  if cardinality(matched) < many then
    return query ${judged('unnest(matched) m(item_id)')};
  else
    -- Fenced, or the planner walks the time index and reads every text (31 s for a rare word).
    return query with matches as materialized (select t.item_id from item_text t where t.lexemes @@ query)
      ${judged('matches m')};
  end if;
end $$;
`)
  }
}

/** Items that hold the words, put in order before it is asked which of them I see: mostly the first ones suffice. */
function judged(matched: string): string {
  return `select x.id, x.occurred_at from (
        select i.id, i.occurred_at from ${matched} join item i on i.id = m.item_id
         where (p_contractor is null or i.contractor_id = p_contractor) and ${filter('i')}
           and (i.occurred_at, i.id) < (walk_at, walk_id)
         order by i.occurred_at desc, i.id desc offset 0) x
       where (select true from item_access a where a.item_id = x.id and ${held('a.principal_id')} limit 1) and ${ofPerson('x.id')}
       order by x.occurred_at desc, x.id desc limit p_limit - found`
}
