import { Migration } from '@mikro-orm/migrations'
import { audiencesOfFile, held, inAudience } from './rule.ts'

/**
 * Lists that must be fast whoever asks. The functions run as lupa_reader and apply the reader's rights themselves,
 * by the same holds(); callers join the ids they return to rows under the policies.
 */
export class Reading extends Migration {
  override up() {
    this.addSql(`
-- One file, or one case of it: a merge over those of its principals that I hold. Cost is principals x page, whatever I may see.
-- An item of the page is among the first of each principal that it has, so its cases (null for none) are complete.
create function file_page(p_contractor uuid, p_case uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz, case_ids uuid[])
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  my_ids uuid[] := array(select m.principal_id from membership m where m.user_id = me());
  mine uuid[] := ${audiencesOfFile} || array(
    select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
begin
  if p_case is not null then
    return query select x.item_id, x.occurred_at, array_agg(x.case_file_id) from unnest(mine) p cross join lateral (
      select a.item_id, a.occurred_at, a.case_file_id from item_access a
       where a.case_file_id = p_case and a.principal_id = p and a.contractor_id = p_contractor
         and (p_kinds is null or a.kind = any(p_kinds)) and (p_attachment is null or a.has_attachment = p_attachment)
         and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
       order by a.occurred_at desc, a.item_id desc limit p_limit) x
      group by 1, 2 order by 2 desc, 1 desc limit p_limit;
  elsif p_kinds is not null then
    return query select x.item_id, x.occurred_at, array_agg(x.case_file_id) from unnest(mine) p cross join unnest(p_kinds) k cross join lateral (
      select a.item_id, a.occurred_at, a.case_file_id from item_access a
       where a.contractor_id = p_contractor and a.principal_id = p and a.kind = k
         and (p_attachment is null or a.has_attachment = p_attachment)
         and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
       order by a.occurred_at desc, a.item_id desc limit p_limit) x
      group by 1, 2 order by 2 desc, 1 desc limit p_limit;
  else
    return query select x.item_id, x.occurred_at, array_agg(x.case_file_id) from unnest(mine) p cross join lateral (
      select a.item_id, a.occurred_at, a.case_file_id from item_access a
       where a.contractor_id = p_contractor and a.principal_id = p
         and (p_attachment is null or a.has_attachment = p_attachment)
         and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
       order by a.occurred_at desc, a.item_id desc limit p_limit) x
      group by 1, 2 order by 2 desc, 1 desc limit p_limit;
  end if;
end $$;

-- One case across the files of all its parties.
create function case_page(p_case uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  mine uuid[] := array(
    select distinct f.principal_id from case_party c join file_principal f on f.contractor_id = c.contractor_id and f.is_audience
     where c.case_file_id = p_case and ${inAudience('f.principal_id')});
begin
  return query select distinct x.item_id, x.occurred_at from unnest(mine) p cross join lateral (
    select a.item_id, a.occurred_at from item_access a
     where a.case_file_id = p_case and a.principal_id = p
       and (p_kinds is null or a.kind = any(p_kinds)) and (p_attachment is null or a.has_attachment = p_attachment)
       and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
     order by a.occurred_at desc, a.item_id desc limit p_limit) x
    order by 2 desc, 1 desc limit p_limit;
end $$;

-- Every principal that I am, up to a bound: myself, groups, audiences with me in them, audiences that follow those.
create function my_principals(p_limit int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (select m.principal_id from membership m where m.user_id = me()),
       direct as (select a.audience_id from audience_member a join mine on mine.principal_id = a.principal_id limit p_limit)
  select principal_id from mine
  union select audience_id from direct
  union (select l.audience_id from audience_member l join direct on direct.audience_id = l.principal_id and l.is_audience limit p_limit)
  limit p_limit
$$;

-- The whole company: few principals merge; many walk the global index newest first in growing batches,
-- and come back to the merge when what they may see is thin.
create function company_page(p_before timestamptz, p_before_id uuid, p_limit int)
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
    mine := array(select my_principals(1000000));
  end if;
  return query select distinct x.item_id, x.occurred_at from unnest(mine) p cross join lateral (
    select a.item_id, a.occurred_at from item_access a
     where a.principal_id = p and (a.occurred_at, a.item_id) < (p_before, p_before_id)
     order by a.occurred_at desc, a.item_id desc limit p_limit) x
    order by 2 desc, 1 desc limit p_limit;
end $$;

-- Text search, newest first. The matches are fenced, or the planner walks the time index and reads every text (31 s for a rare word).
create function text_page(p_query tsquery, p_contractor uuid, p_kinds text[], p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with matches as materialized (select t.item_id from item_text t where t.lexemes @@ p_query)
  select i.id, i.occurred_at from matches join item i on i.id = matches.item_id
   where (p_contractor is null or i.contractor_id = p_contractor) and (p_kinds is null or i.kind = any(p_kinds))
     and i.occurred_at >= p_from and (i.occurred_at, i.id) < (p_before, p_before_id)
     and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1)
   order by i.occurred_at desc, i.id desc limit p_limit
$$;

-- Contractors by a piece of the name, by NIP, by an address or its domain.
create function find_contractors(p_piece text, p_limit int) returns table (contractor_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from contractor c
   where c.id in (
      select n.id from contractor n where lower(n.name) like '%' || regexp_replace(lower(p_piece), '([%_\\\\])', '\\\\\\1', 'g') || '%'
      union select t.id from contractor t where t.nip = regexp_replace(p_piece, '[^0-9]', '', 'g')
      union select a.contractor_id from address a where a.value = lower(p_piece))
     and (${inAudience('c.audience_id')} or coalesce((select true from case_party p join case_file f on f.id = p.case_file_id
           where p.contractor_id = c.id and ${inAudience('f.audience_id')} limit 1), false))
   order by lower(c.name), c.id limit p_limit
$$;

do $$
declare f text;
begin
  execute format('grant lupa_reader to %I', current_user);
  grant create on schema public to lupa_reader;
  foreach f in array array['file_page', 'case_page', 'my_principals', 'company_page', 'text_page', 'find_contractors'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app', f);
    execute format('alter function %I owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}
