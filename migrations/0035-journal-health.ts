import { Migration } from '@mikro-orm/migrations'

/** How the door for journals and blind copies does, address by address, as mailboxes show it of themselves. */
export class JournalHealth extends Migration {
  override up() {
    this.addSql(`
-- By which address a copy came stands where mailboxes keep their places.
create index message_copy_journal on message_copy (remote_id, seen_at) where door = 'journal';

-- Of each address of mine, or of the company's journal for administrators: what was acknowledged and waits to be read, since
-- when, how much of it failed before, and the part of the last thirty days' mail that waits in triage. Numbers only.
create function journal_health() returns table (address_id uuid, waiting int, waiting_since timestamptz, failing int, share float8)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, w.waiting, w.since, w.failing, coalesce(s.open::float8 / nullif(s.amount, 0), 0)
    from journal_address a
    cross join lateral (
      select count(*)::int as waiting, min(j.arrived_at) as since, (count(*) filter (where j.tries > 0))::int as failing
        from journal_arrival j where exists (select from jsonb_array_elements(j.recipients) r where (r->>'id')::uuid = a.id)) w
    cross join lateral (
      select count(t.message_id) as open, count(*) as amount from message_copy c
        left join triage_entry t on t.message_id = c.message_id and t.owner_id = c.owner_id and t.state = 'open'
       where c.door = 'journal' and c.remote_id = a.id::text and c.seen_at > now() - interval '30 days') s
   where (a.kind = 'bcc' and a.owner_id = me()) or (a.kind = 'journal' and am_admin())
$$;

-- Has what waits for an address of mine read now instead of at its next turn.
create function hurry_journal(p_address uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update journal_arrival j set next_try_at = now()
   where j.next_try_at > now() and exists (select from jsonb_array_elements(j.recipients) r where (r->>'id')::uuid = p_address)
     and exists (select from journal_address a where a.id = p_address and ((a.kind = 'bcc' and a.owner_id = me()) or (a.kind = 'journal' and am_admin())))
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function journal_health(), hurry_journal(uuid) from public;
  grant execute on function journal_health(), hurry_journal(uuid) to lupa_app;
  alter function journal_health() owner to lupa_intake;
  alter function hurry_journal(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
