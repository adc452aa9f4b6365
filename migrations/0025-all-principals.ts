import { Migration } from '@mikro-orm/migrations'
import { held } from './rule.ts'

/**
 * Whoever stands in an audience by himself and by his groups was counted twice under the bound, then once: so few seemed
 * to be all, and what the others show was missing from the page of the whole company.
 */
export class AllPrincipals extends Migration {
  override up() {
    this.addSql(`
-- Every principal that I am, up to a bound; some more than once, so that as many as the bound means that there may be more.
create or replace function my_principals(p_limit int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (select m.principal_id from membership m where m.user_id = me()),
       direct as (select a.audience_id from audience_member a join mine on mine.principal_id = a.principal_id limit p_limit)
  select principal_id from mine
  union all select audience_id from direct
  union all (select l.audience_id from audience_member l join direct on direct.audience_id = l.principal_id and l.is_audience limit p_limit)
  limit p_limit
$$;

create or replace function company_page(p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  few constant int := 64;
  mine uuid[] := array(select my_principals(few + 1));
  found_ids uuid[] := '{}';
  found_times timestamptz[] := '{}';
  walk_at timestamptz := p_before;
  walk_id uuid := p_before_id;
  batch int := 200;
  seen int;
  hit record;
begin
  if cardinality(mine) > few then
    while batch <= 12800 loop
      seen := 0;
      for hit in
        select i.id, i.occurred_at as at, (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1) as mine
          from (select w.id, w.occurred_at from item w where (w.occurred_at, w.id) < (walk_at, walk_id)
                 order by w.occurred_at desc, w.id desc limit batch) i
      loop
        seen := seen + 1;
        walk_at := hit.at;
        walk_id := hit.id;
        if hit.mine then
          found_ids := found_ids || hit.id;
          found_times := found_times || hit.at;
          exit when cardinality(found_ids) >= p_limit;
        end if;
      end loop;
      if cardinality(found_ids) >= p_limit or seen < batch then
        return query select * from unnest(found_ids, found_times);
        return;
      end if;
      batch := batch * 4;
    end loop;
    mine := array(select distinct p from my_principals(1000000) p);
  end if;
  return query select distinct x.item_id, x.occurred_at from unnest(mine) p cross join lateral (
    select a.item_id, a.occurred_at from item_access a
     where a.principal_id = p and (a.occurred_at, a.item_id) < (p_before, p_before_id)
     order by a.occurred_at desc, a.item_id desc limit p_limit) x
    order by 2 desc, 1 desc limit p_limit;
end $$;
`)
  }
}
