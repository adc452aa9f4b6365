import { Migration } from '@mikro-orm/migrations'
import { heldAmong, myIds } from './rule.ts'

/**
 * The items of a file that concern one person or came after a moment are found by their own indexes while they are few.
 * After a mailbox was read for the first time nearly the whole file is new, and a big customer may write through one
 * address: then the newest pages of the file hold them, and are walked as far as needed.
 */
export class ManyPicks extends Migration {
  override up() {
    this.addSql(`
create or replace function file_picks(p_contractor uuid, p_case uuid, p_person uuid, p_since timestamptz, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  most constant int := 1000;
  few constant int := 4;
  far constant int := 10000;
  walked int := 0;
  addresses text[];
  ${myIds}
  audiences uuid[] := array(select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.is_audience);
  held uuid[] := ${heldAmong('audiences')} || array(
    select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
  picked uuid[];
  pages int := 4 * p_limit;
  last_at timestamptz := p_before;
  last_id uuid := p_before_id;
  missing int := p_limit;
  found int;
begin
  if p_person is not null then
    if not exists (select from person p where p.id = p_person and sees_contractor(p.contractor_id)) then return; end if;
    addresses := array(select a.value from address a where a.person_id = p_person);
    picked := array(${ofPerson('limit most + 1')});
  else
    picked := array(${newItems('limit most + 1')});
  end if;
  if cardinality(picked) <= most then
    return query ${picksAmong('picked', 'p_limit')};
    return;
  end if;
  loop
    if walked > far then
      -- They lie among the oldest, or in what the reader does not see: then all of them are judged at once.
      if p_person is not null then picked := array(${ofPerson('')}); else picked := array(${newItems('')}); end if;
      return query ${picksAmong('picked', 'missing')};
      return;
    end if;
    -- Whoever holds many principals of a file sees most of it; else a merge over those that he holds.
    if cardinality(held) > few then
      picked := array(
        select i.id from item i
         where i.contractor_id = p_contractor and i.occurred_at >= p_from and (i.occurred_at, i.id) < (last_at, last_id)
         order by i.occurred_at desc, i.id desc limit pages);
    else
      picked := array(
        select y.item_id from unnest(held) p cross join lateral (
          select distinct a.occurred_at, a.item_id from item_access a
           where a.contractor_id = p_contractor and a.principal_id = p
             and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (last_at, last_id)
           order by a.occurred_at desc, a.item_id desc limit pages) y
         group by y.item_id, y.occurred_at order by y.occurred_at desc, y.item_id desc limit pages);
    end if;
    return query ${picksAmong('picked', 'missing')};
    get diagnostics found = row_count;
    missing := missing - found;
    exit when missing <= 0 or cardinality(picked) < pages;
    select i.occurred_at, i.id into last_at, last_id from item i where i.id = picked[pages];
    walked := walked + pages;
    pages := least(2 * pages, 5000);
  end loop;
end $$;
`)
  }
}

/** Ids of the items of the file that concern the person. */
function ofPerson(limit: string): string {
  return `select n.id from (select o.id from message_address m join item o on o.object_id = m.message_id and o.contractor_id = p_contractor
         where m.address = any(addresses) ${limit}) n
      union
      select n.id from (select o.id from activity c join item o on o.object_id = c.id and o.contractor_id = p_contractor
         where c.person_id = p_person ${limit}) n`
}

/** Ids of those that came after the moment. */
function newItems(limit: string): string {
  return `select o.id from item o where o.contractor_id = p_contractor and o.created_at > p_since ${limit}`
}

/** Those of these items that pass every filter and that I may see, the newest first. */
function picksAmong(items: string, limit: string): string {
  return `select i.id, i.occurred_at from unnest(${items}) u(id) join item i on i.id = u.id
     where (p_since is null or i.created_at > p_since) and (p_kinds is null or i.kind = any(p_kinds))
       and (p_attachment is null or i.has_attachment = p_attachment)
       and i.occurred_at >= p_from and (i.occurred_at, i.id) < (last_at, last_id)
       and (p_person is null
         or (select true from message_address m where m.message_id = i.object_id and m.address = any(addresses) limit 1)
         or (select true from activity c where c.id = i.object_id and c.person_id = p_person limit 1))
       and (select true from item_access a where a.item_id = i.id and a.principal_id = any(held)
                and (p_case is null or a.case_file_id = p_case) limit 1)
     order by i.occurred_at desc, i.id desc limit ${limit}`
}
