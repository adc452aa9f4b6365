import { Migration } from '@mikro-orm/migrations'

/** What there is of a person and must not be erased, whatever its age and whoever asks: by her address. */
export class PersonHolds extends Migration {
  override up() {
    this.addSql(`
create table person_hold (
  id uuid primary key default gen_random_uuid(),
  address text not null check (address = lower(address)),
  reason text not null check (length(reason) between 1 and 1000),
  placed_by uuid not null references app_user,
  placed_at timestamptz(3) not null default now(),
  lifted_by uuid references app_user,
  lifted_at timestamptz(3)
);
create unique index person_hold_address on person_hold (address) where lifted_at is null;
create index person_hold_placed_by on person_hold (placed_by);
create index person_hold_lifted_by on person_hold (lifted_by);
alter table person_hold enable row level security;
alter table person_hold force row level security;
grant select, update on person_hold to lupa_intake;
create policy intake on person_hold to lupa_intake using (true) with check (true);
-- As with other holds: administrators place and lift them, and nobody takes one out of the records.
grant select, insert on person_hold to lupa_app;
grant update (lifted_by, lifted_at) on person_hold to lupa_app;
create policy admin_reads on person_hold for select to lupa_app using ((select am_admin()));
create policy admin_places on person_hold for insert to lupa_app with check ((select am_admin()) and placed_by = (select me()));
create policy admin_lifts on person_hold for update to lupa_app using ((select am_admin())) with check (lifted_by = (select me()));

-- Whether one of these addresses is that of somebody on hold, or stands under the same contact person.
create function is_address_held(p_addresses text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person_hold h where h.lifted_at is null and person_addresses(h.address) && p_addresses)
$$;

-- Whether somebody on hold takes part: in a mail, in the mail that brought a document, or in an activity.
create function is_person_held(p_object uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  held text[] := array(select x from person_hold h cross join lateral unnest(person_addresses(h.address)) x where h.lifted_at is null);
begin
  if cardinality(held) = 0 then return false; end if;
  return exists (select from message_address a where a.message_id = p_object and a.address = any(held))
      or exists (select from forwarded_sender s where s.message_id = p_object and s.address = any(held))
      or exists (select from item i join filing f on f.item_id = i.id join message_address a on a.message_id = f.via_message_id
                  where i.object_id = p_object and a.address = any(held))
      or exists (select from activity t join address a on a.person_id = t.person_id where t.id = p_object and a.value = any(held))
      or exists (select from meeting_invitation g where g.activity_id = p_object and g.sender = any(held));
end $$;

-- Replaces that of 0213: a person on hold holds too.
create or replace function expired_items(p_months jsonb) returns table (item_id uuid, kind text, occurred_at timestamptz, is_held boolean)
  language sql stable as $$
  select i.id, i.kind, i.occurred_at,
         exists (select from legal_hold h where h.lifted_at is null
           and (h.object_type = 'contractor' and h.object_id = i.contractor_id
             or h.object_type = 'case' and h.object_id in (select f.case_file_id from filing f where f.item_id = i.id)
             -- A mail or document is one, whose ever files it lies in.
             or h.object_type = 'contractor' and h.object_id in (select o.contractor_id from item o where o.object_id = i.object_id)))
         or is_person_held(i.object_id)
    from item i
   where i.occurred_at < now() - make_interval(months => (select min(m.value::int) from jsonb_each_text(p_months) m))
     and i.occurred_at < now() - make_interval(months => (p_months->>i.kind)::int)
     and not exists (select from filing f join case_file c on c.id = f.case_file_id where f.item_id = i.id and c.closed_at is null)
     and not exists (select from activity a where a.id = i.object_id and a.state in ('new', 'in-progress'))
$$;

-- Her address stays where it stands, and her record with it: neither deleted, nor altered, nor moved by a merge of files.
create function address_stays_on_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_address_held(array[old.value]) then raise exception 'on-hold' using errcode = 'LU451'; end if;
  return case tg_op when 'UPDATE' then new else old end;
end $$;
create trigger address_stays_on_hold before delete or update of value, contractor_id, person_id on address
  for each row when (not old.is_domain) execute function address_stays_on_hold();
create function person_stays_on_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_address_held(array(select a.value from address a where a.person_id = old.id)) then raise exception 'on-hold' using errcode = 'LU451'; end if;
  return old;
end $$;
create trigger person_stays_on_hold before delete on person for each row execute function person_stays_on_hold();
create function message_stays_on_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_person_held(old.id) then raise exception 'on-hold' using errcode = 'LU451'; end if;
  return old;
end $$;
create trigger message_stays_on_hold before delete on message for each row execute function message_stays_on_hold();

do $$
declare fn text;
begin
  grant create on schema public to lupa_intake;
  foreach fn in array array['is_address_held(text[])', 'is_person_held(uuid)', 'address_stays_on_hold()', 'person_stays_on_hold()', 'message_stays_on_hold()'] loop
    execute format('revoke execute on function %s from public', fn);
    execute format('alter function %s owner to lupa_intake', fn);
  end loop;
  grant execute on function address_stays_on_hold(), person_stays_on_hold(), message_stays_on_hold() to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
