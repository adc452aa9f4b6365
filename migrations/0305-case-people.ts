import { Migration } from '@mikro-orm/migrations'
import { inAudience } from './rule.ts'

/**
 * A case narrowed to one person, as a file is (0295): by that person's own mail and activities while those are few, else by
 * walking the newest pages of the case.
 */
export class CasePeople extends Migration {
  override up() {
    this.addSql(`
-- One page of those items of a case that concern one person, newest first, under the reader's rights.
create function case_picks(p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  most constant int := 1000;
  far constant int := 10000;
  walked int := 0;
  addresses text[];
  mine uuid[];
  picked uuid[];
  pages int := 4 * p_limit;
  last_at timestamptz := p_before;
  last_id uuid := p_before_id;
  missing int := p_limit;
  found int;
begin
  if not exists (select from person p where p.id = p_person and sees_contractor(p.contractor_id)) then return; end if;
  addresses := array(select a.value from address a where a.person_id = p_person);
  mine := array(
    select distinct f.principal_id from case_party c join file_principal f on f.contractor_id = c.contractor_id and f.is_audience
     where c.case_file_id = p_case and ${inAudience('f.principal_id')});
  picked := array(${ofPerson('limit most + 1')});
  if cardinality(picked) <= most then
    return query ${picksAmong('p_limit')};
    return;
  end if;
  loop
    if walked > far then
      -- They lie among the oldest of a very big case: then all of them are judged at once.
      picked := array(${ofPerson('')});
      return query ${picksAmong('missing')};
      return;
    end if;
    picked := array(
      select y.item_id from unnest(mine) p cross join lateral (
        select a.occurred_at, a.item_id from item_access a
         where a.case_file_id = p_case and a.principal_id = p
           and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (last_at, last_id)
         order by a.occurred_at desc, a.item_id desc limit pages) y
       group by y.item_id, y.occurred_at order by y.occurred_at desc, y.item_id desc limit pages);
    return query ${picksAmong('missing')};
    get diagnostics found = row_count;
    missing := missing - found;
    exit when missing <= 0 or cardinality(picked) < pages;
    select i.occurred_at, i.id into last_at, last_id from item i where i.id = picked[pages];
    walked := walked + pages;
    pages := least(2 * pages, 5000);
  end loop;
end $$;

do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function case_picks(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int) from public;
  grant execute on function case_picks(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int) to lupa_app;
  alter function case_picks(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int) owner to lupa_reader;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

/** Ids of the items that concern the person, in whatever case. */
function ofPerson(limit: string): string {
  return `select n.id from (select o.id from message_address m join item o on o.object_id = m.message_id
         where m.address = any(addresses) ${limit}) n
      union
      select n.id from (select o.id from activity c join item o on o.object_id = c.id where c.person_id = p_person ${limit}) n`
}

/** Those of the picked items that lie in the case, pass every filter and may be seen by me, the newest first. */
function picksAmong(limit: string): string {
  return `select i.id, i.occurred_at from unnest(picked) u(id) join item i on i.id = u.id
     where (p_kinds is null or i.kind = any(p_kinds)) and (p_attachment is null or i.has_attachment = p_attachment)
       and i.occurred_at >= p_from and (i.occurred_at, i.id) < (last_at, last_id)
       and ((select true from message_address m where m.message_id = i.object_id and m.address = any(addresses) limit 1)
         or (select true from activity c where c.id = i.object_id and c.person_id = p_person limit 1))
       and (select true from item_access a where a.item_id = i.id and a.case_file_id = p_case and a.principal_id = any(mine) limit 1)
     order by i.occurred_at desc, i.id desc limit ${limit}`
}
