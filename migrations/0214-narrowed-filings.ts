import { Migration } from '@mikro-orm/migrations'

/** A mail that is handed in for some people only changes nothing of where it lay before. */
export class NarrowedFilings extends Migration {
  override up() {
    this.addSql(`
-- Gives a circle of its own to each filing that this transaction made of a mail and of what came with it. Those of others,
-- and earlier ones, keep their audience and their shares.
create function narrow_new_filings(p_item uuid, p_principals uuid[]) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  f record;
  changed int := 0;
begin
  select i.* into it from item i where i.id = p_item;
  -- What another mail brought as well is not as confidential as this one.
  for f in select g.case_file_id from filing g where g.item_id = p_item and g.xmin = pg_current_xact_id()::xid and holds(g.audience_id) loop
    perform repoint_documents(it.object_id, it.contractor_id, f.case_file_id, false);
  end loop;
  for f in select g.id from filing g join item i on i.id = g.item_id
            where (g.item_id = p_item or (g.via_message_id = it.object_id and i.contractor_id = it.contractor_id))
              and g.xmin = pg_current_xact_id()::xid and holds(g.audience_id) order by g.id loop
    update filing set own_audience = true, audience_id = create_audience(p_principals, null) where id = f.id;
    changed := changed + 1;
  end loop;
  if changed > 0 then
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'audience-changed', 'item', p_item, jsonb_build_object('own', true, 'filings', changed));
  end if;
  return changed;
end $$;

-- Decided again is what waits, but not what was for some people only and lost its place: that only its owner files.
create or replace function redecision_batch(p_value text, p_round int, p_limit int) returns table (message_id uuid, owner_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct c.message_id, c.owner_id from redecision r cross join lateral mail_with(r.value, r.is_domain) w
    join message_copy c on c.message_id = w join message m on m.id = c.message_id and m.unreadable is null
   where me() is null and r.value = p_value and r.round = p_round and (c.message_id, c.owner_id) > (r.after_message, r.after_owner)
     and c.seen_at <= r.up_to + interval '1 second'
     and not exists (select from triage_entry t where t.message_id = c.message_id and t.owner_id = c.owner_id
                        and (t.state = 'left-out' and t.by_hand or t.state = 'open' and t.reason = 'place-gone'))
   order by c.message_id, c.owner_id limit p_limit
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function narrow_new_filings(uuid, uuid[]) from public;
  grant execute on function narrow_new_filings(uuid, uuid[]) to lupa_app;
  alter function narrow_new_filings(uuid, uuid[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
