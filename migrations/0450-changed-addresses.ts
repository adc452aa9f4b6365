import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'
import { ofIdentity } from './rule.ts'

/**
 * An administrator changes a colleague's name and address. The former address is kept: old mail knows him by it, and what
 * a blind copy hid stays hidden, what was his to know stays his, and what he consented to holds for the mail that still comes there.
 */
export class ChangedAddresses extends Migration {
  override up() {
    this.addSql(`
create table former_address (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  address text not null check (address = lower(address)),
  until timestamptz(3) not null default now(),
  unique (user_id, address)
);
create index former_address_address on former_address (address);
alter table former_address enable row level security;
alter table former_address force row level security;
grant select, insert, update, delete on former_address to lupa_identity;
create policy identity on former_address to lupa_identity using (true) with check (true);
grant select on former_address to lupa_intake;
create policy intake on former_address for select to lupa_intake using (true);

alter table outgoing_mail drop constraint outgoing_mail_kind_check, add constraint outgoing_mail_kind_check
  check (kind in ('password-link', 'password-forgotten', 'mailbox-alarm', 'mailbox-clear', 'backup-alarm', 'address-changed', 'digest'));

-- Whether an address is somebody's own, now or formerly; a former one no longer once another colleague has it.
create function is_address_of(p_user uuid, p_address text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from app_user u where u.id = p_user and u.email = p_address)
      or exists (select from former_address f where f.user_id = p_user and f.address = p_address)
         and not exists (select from app_user u where u.email = p_address)
$$;

-- That of 0101, for former addresses too.
create or replace function knows_blind(p_message uuid, p_address text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select me() is not null and (is_address_of(me(), p_address) or exists (
    select from message_address a where a.message_id = p_message and a.role = 'from' and is_address_of(me(), a.address)))
$$;

-- That of 0101: a name behind a former address says as much of a blind copy as one behind the present one.
create or replace function is_blind(p_item uuid, p_principal uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select true
      from item_grant g join item i on i.id = g.item_id
      join (select u.id, u.email as address from app_user u
            union all select f.user_id, f.address from former_address f) own on own.id = g.principal_id
      join message_address b on b.message_id = i.object_id and b.role = 'bcc' and b.address = own.address
     where g.item_id = p_item and g.principal_id = p_principal and g.reason in ('recipient', 'mailbox')
       and not knows_blind(i.object_id, own.address) and not exists (
        select from message_address a where a.message_id = i.object_id and a.role in ('from', 'sender', 'to', 'cc') and a.address = own.address)
     limit 1), false)
$$;
${reword('item_source(uuid)', [
  [
    `select from message_address a join app_user u on u.email = a.address
     where u.id = me() and a.message_id = s.message_id and a.role in ('from', 'bcc')`,
    `select from message_address a where a.message_id = s.message_id and a.role in ('from', 'bcc') and is_address_of(me(), a.address)`,
  ],
])}
${reword('triage_source(uuid)', [
  [
    `select from message_address a join app_user u on u.email = a.address
     where u.id = me() and a.message_id = p_message and a.role in ('from', 'bcc')`,
    `select from message_address a where a.message_id = p_message and a.role in ('from', 'bcc') and is_address_of(me(), a.address)`,
  ],
])}
${reword('consents_of(text[])', [
  [
    'where u.email = any(p_people)',
    `where u.email = any(p_people)
                  union select o.id from former_address f join mailbox o on o.owner_id = f.user_id where f.address = any(p_people)`,
  ],
])}
${reword('mail_to_send(uuid)', [
  [
    'select m.kind, u.id, u.email,',
    `select m.kind, u.id, coalesce((select f.address from former_address f where m.kind = 'address-changed' and f.id = m.about[1]), u.email),`,
  ],
])}

-- He is told where he was written to until now.
create function tell_former_address(p_user uuid, p_former uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if has_mail_server() then perform queue_mail('address-changed', p_user, array[p_former], null); end if;
end $$;

-- The new address is one of ours, as it is when an account is made; the former one stays ours, for the mail that names it.
-- Links that went out to the former address stop working.
create function change_profile(p_user uuid, p_name text, p_email text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  old app_user;
  fresh text := lower(p_email);
  former uuid;
begin
  if not coalesce(am_admin(), false) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  select * into old from app_user u where u.id = p_user for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  fresh := coalesce(fresh, old.email);
  if fresh = old.email and coalesce(p_name, old.name) = old.name then return; end if;
  update app_user u set name = coalesce(p_name, u.name), email = fresh where u.id = p_user;
  if fresh <> old.email then
    delete from former_address f where f.user_id = p_user and f.address = fresh;
    insert into former_address as f (user_id, address) values (p_user, old.email)
      on conflict (user_id, address) do update set until = now() returning f.id into former;
    insert into own_address (value, is_domain) values (fresh, false) on conflict do nothing;
    update setup_link l set used_at = now() where l.user_id = p_user and l.used_at is null;
    perform tell_former_address(p_user, former);
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'profile-changed', 'user', p_user,
            jsonb_build_object('name', coalesce(p_name, old.name) <> old.name, 'email', fresh <> old.email));
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function is_address_of(uuid, text), tell_former_address(uuid, uuid) from public;
  alter function is_address_of(uuid, text) owner to lupa_intake;
  grant execute on function tell_former_address(uuid, uuid) to lupa_identity;
  alter function tell_former_address(uuid, uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
${ofIdentity(['change_profile(uuid, text, text)'])}
`)
  }
}
