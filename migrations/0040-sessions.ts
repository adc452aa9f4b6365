import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** Sessions that are known, shown and ended at once; access tokens with scopes; limits on guessing; links as invitations and resets. */
export class Sessions extends Migration {
  override up() {
    this.addSql(`
-- One row for each time that somebody came in; its id is the family of its refresh tokens, and stands in its access tokens.
create table sign_in (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  door text not null check (door in ('password', 'link', 'provider', 'mail-program')),
  device text not null,
  address text not null,
  created_at timestamptz(3) not null default now(),
  seen_at timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);
create index sign_in_user on sign_in (user_id, created_at desc);
insert into sign_in (id, user_id, door, device, address, created_at, seen_at, ended_at)
  select family_id, user_id, 'password', '', '', min(created_at), max(created_at), max(ended_at) from session group by 1, 2;

-- Tokens for programs, made by the user himself. The word is shown once; its hash is kept.
create table access_token (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  token_hash text not null unique,
  scopes text[] not null check (scopes <@ array['read', 'write', 'admin'] and 'read' = any(scopes)),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  ended_at timestamptz(3)
);
create index access_token_user on access_token (user_id, created_at desc);

-- How often somebody failed of late: with an account, from an address, and with that account from that address.
create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  since timestamptz(3) not null default now()
);

alter table setup_link add column created_at timestamptz(3) not null default now();

do $$
declare t text;
begin
  foreach t in array array['sign_in', 'access_token', 'sign_in_attempt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_identity', t);
    execute format('create policy identity on %I to lupa_identity using (true) with check (true)', t);
  end loop;
end $$;

-- A token without the scope "admin" makes nobody an administrator, whatever asks.
create or replace function am_admin() returns boolean language sql stable parallel safe
  return coalesce((select is_admin from app_user where id = (select me()) and disabled_at is null), false)
     and coalesce(current_setting('lupa.plain', true), '') <> 'on';

-- Begins a transaction for a user, by his session or access token: one that was ended, and a user who was shut out, get no
-- further, however long their token would still live. A token without the scope "write" cannot write here, whatever asks.
create function enter(p_user uuid, p_session uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  s sign_in;
  t access_token;
begin
  perform set_config('lupa.user', p_user::text, true);
  if not exists (select from app_user u where u.id = p_user and u.disabled_at is null) then
    raise exception 'not-signed-in' using errcode = 'LU401';
  end if;
  select * into s from sign_in x where x.id = p_session;
  if found then
    if s.ended_at is not null or s.user_id <> p_user then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
    return;
  end if;
  select * into t from access_token x where x.id = p_session;
  if not found then return; end if;
  if t.ended_at is not null or t.expires_at <= now() or t.user_id <> p_user then
    raise exception 'not-signed-in' using errcode = 'LU401';
  end if;
  if not 'admin' = any(t.scopes) then perform set_config('lupa.plain', 'on', true); end if;
  if not 'write' = any(t.scopes) then perform set_config('transaction_read_only', 'on', true); end if;
end $$;

drop function start_session(uuid, text, timestamptz);
create function start_session(p_user uuid, p_token_hash text, p_expires timestamptz, p_door text, p_device text, p_address text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  if not exists (select from app_user u where u.id = p_user and u.disabled_at is null) then
    raise exception 'not-signed-in' using errcode = 'LU401';
  end if;
  -- What ran out long ago is of no use to anybody.
  delete from session x where x.user_id = p_user and x.expires_at < now() - interval '30 days';
  delete from sign_in x where x.user_id = p_user and x.seen_at < now() - interval '90 days';
  insert into sign_in (user_id, door, device, address) values (p_user, p_door, left(p_device, 200), p_address) returning id into fresh;
  insert into session (family_id, user_id, token_hash, expires_at) values (fresh, p_user, p_token_hash, p_expires);
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (p_user, 'signed-in', 'user', p_user, jsonb_build_object('door', p_door));
  return fresh;
end $$;

-- As before; the end of a family is also the end of its access tokens.
create or replace function trade_session(p_token_hash text, p_next_hash text, p_expires timestamptz) returns table (user_id uuid, family_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s session;
begin
  select * into s from session x where x.token_hash = p_token_hash for update;
  if not found or s.ended_at is not null or s.expires_at <= now()
     or exists (select from sign_in e where e.id = s.family_id and e.ended_at is not null)
     or exists (select from app_user u where u.id = s.user_id and u.disabled_at is not null) then return; end if;
  if s.replaced_at is not null then
    -- Traded while this very transaction was under way: the same client asked twice at once.
    if s.replaced_at > now() then return; end if;
    update session x set ended_at = now() where x.family_id = s.family_id and x.ended_at is null;
    update sign_in e set ended_at = now() where e.id = s.family_id and e.ended_at is null;
    insert into audit_entry (user_id, verb, object_type, object_id) values (s.user_id, 'session-stolen', 'user', s.user_id);
    return;
  end if;
  update session x set replaced_at = clock_timestamp() where x.id = s.id;
  update sign_in e set seen_at = now() where e.id = s.family_id;
  insert into session (family_id, user_id, token_hash, expires_at) values (s.family_id, s.user_id, p_next_hash, p_expires);
  return query select s.user_id, s.family_id;
end $$;

-- Ends sessions of a user: one, all but one, or all. For nobody but the definers' functions below.
create function end_sessions(p_user uuid, p_only uuid, p_but uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
  update sign_in s set ended_at = now() where s.user_id = p_user and s.ended_at is null
     and (p_only is null or s.id = p_only) and s.id is distinct from p_but;
  get diagnostics ended = row_count;
  update session x set ended_at = now() where x.user_id = p_user and x.ended_at is null
     and (p_only is null or x.family_id = p_only) and x.family_id is distinct from p_but;
  return ended;
end $$;

create or replace function end_session(p_family uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if end_sessions(me(), p_family, null) = 0 then raise exception 'not-found' using errcode = 'LU404'; end if;
end $$;

create function end_other_sessions(p_this uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform end_sessions(me(), null, p_this);
end $$;

-- A session lives until its refresh token runs out.
create function my_sessions() returns json
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(json_agg(f), '[]') from (
    select s.id, s.door, s.device, s.address, iso(s.created_at) as "createdAt", iso(s.seen_at) as "seenAt"
      from sign_in s
     where s.user_id = me() and s.ended_at is null
       and exists (select from session x where x.family_id = s.id and x.replaced_at is null and x.expires_at > now())
     order by s.seen_at desc, s.id limit 200) f
$$;

-- Counts a try before it is made, so that many at once do not outrun the count; false when there were too many of late.
-- Somebody else's guessing never shuts the owner out at the address from which he came in before.
create function begin_attempt(p_email text, p_address text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  who text := encode(sha256(convert_to(lower(btrim(p_email)), 'UTF8')), 'hex');
  is_familiar boolean := exists (
    select from app_user u join sign_in s on s.user_id = u.id
     where u.email = lower(btrim(p_email)) and s.address = p_address and s.created_at > now() - interval '30 days');
begin
  insert into sign_in_attempt as a (key, failures)
    values ('account ' || who, 1), ('pair ' || who || ' ' || p_address, 1), ('address ' || p_address, 1)
    on conflict (key) do update set
      failures = case when a.since < now() - interval '15 minutes' then 1 else a.failures + 1 end,
      since = case when a.since < now() - interval '15 minutes' then now() else a.since end;
  delete from sign_in_attempt a where a.since < now() - interval '1 day';
  return not exists (
    select from sign_in_attempt a
     where (a.key = 'pair ' || who || ' ' || p_address and a.failures > 10)
        or (a.key = 'address ' || p_address and a.failures > 100)
        or (a.key = 'account ' || who and a.failures > 50 and not is_familiar));
end $$;

-- After success, what this account counted from this address is forgiven.
create function forgive_attempts(p_email text, p_address text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  who text := encode(sha256(convert_to(lower(btrim(p_email)), 'UTF8')), 'hex');
  counted integer;
begin
  delete from sign_in_attempt a where a.key = 'pair ' || who || ' ' || p_address returning a.failures into counted;
  update sign_in_attempt a set failures = greatest(0, a.failures - coalesce(counted, 0))
   where a.key in ('account ' || who, 'address ' || p_address);
end $$;

create function create_access_token(p_name text, p_token_hash text, p_scopes text[], p_expires timestamptz) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  if 'admin' = any(p_scopes) and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if (select count(*) from access_token t where t.user_id = me() and t.ended_at is null) >= 100 then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  insert into access_token (user_id, name, token_hash, scopes, expires_at) values (me(), p_name, p_token_hash, p_scopes, p_expires) returning id into fresh;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'created', 'access-token', fresh, jsonb_build_object('scopes', p_scopes));
  return fresh;
end $$;

create function end_access_token(p_token uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update access_token t set ended_at = now() where t.id = p_token and t.user_id = me() and t.ended_at is null;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'ended', 'access-token', p_token);
end $$;

create function my_access_tokens() returns json
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(json_agg(f), '[]') from (
    select t.id, t.name, t.scopes, iso(t.created_at) as "createdAt", iso(t.expires_at) as "expiresAt", iso(t.used_at) as "usedAt"
      from access_token t where t.user_id = me() and t.ended_at is null order by t.created_at desc, t.id) f
$$;

-- Whose token this is. Its last use is noted to the minute, which spares a write for each request.
create function use_access_token(p_token_hash text) returns table (id uuid, user_id uuid, scopes text[])
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update access_token t set used_at = now()
   where t.token_hash = p_token_hash and t.ended_at is null and (t.used_at is null or t.used_at < now() - interval '1 minute');
  return query select t.id, t.user_id, t.scopes from access_token t join app_user u on u.id = t.user_id
    where t.token_hash = p_token_hash and t.ended_at is null and t.expires_at > now() and u.disabled_at is null;
end $$;

-- A door for one use: sets a password, the first or another. Made by an administrator (or for the very first user by
-- himself); a new one takes the place of the one before.
create or replace function create_setup_link(p_user uuid, p_token_hash text, p_expires timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() and (p_user is distinct from me() or exists (select from credential c where c.user_id = p_user)) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  if not exists (select from app_user u where u.id = p_user) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if exists (select from app_user u where u.id = p_user and u.disabled_at is not null) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  update setup_link l set used_at = now() where l.user_id = p_user and l.used_at is null;
  insert into setup_link (token_hash, user_id, expires_at) values (p_token_hash, p_user, p_expires);
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'password-link-made', 'user', p_user);
end $$;

create function end_setup_links(p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  update setup_link l set used_at = now() where l.user_id = p_user and l.used_at is null;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'password-link-ended', 'user', p_user);
end $$;

-- Whom a link is for, while it can be used.
create function user_of_link(p_token_hash text) returns table (user_id uuid, email text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.email from setup_link l join app_user u on u.id = l.user_id
   where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > now() and u.disabled_at is null
$$;

-- As before; whoever sets a password anew does so because somebody else may know the old one, so every session ends.
create or replace function use_setup_link(p_token_hash text, p_password_hash text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare who uuid := (select l.user_id from user_of_link(p_token_hash) l);
begin
  update setup_link set used_at = now() where token_hash = p_token_hash and used_at is null and user_id = who;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  update setup_link set used_at = now() where user_id = who and used_at is null;
  insert into credential (user_id, password_hash) values (who, p_password_hash)
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
  perform end_sessions(who, null, null);
  insert into audit_entry (user_id, verb, object_type, object_id) values (who, 'password-set', 'user', who);
  return who;
end $$;

-- My own password, to compare before it is changed; and the change, after which I am signed in here only.
create function my_password_hash() returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.password_hash from credential c where c.user_id = me()
$$;

create function change_password(p_hash text, p_this uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into credential (user_id, password_hash) values (me(), p_hash)
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
  perform end_sessions(me(), null, p_this);
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'password-set', 'user', me());
end $$;

-- An administrator shuts a user out or lets him in again, names him administrator or no longer. Somebody must remain one.
create function change_account(p_user uuid, p_disabled boolean, p_admin boolean, p_now timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  perform pg_advisory_xact_lock(hashtext('lupa.administrators'));
  update app_user u set
      disabled_at = case when p_disabled is null then u.disabled_at when p_disabled then coalesce(u.disabled_at, p_now) end,
      is_admin = coalesce(p_admin, u.is_admin)
    where u.id = p_user;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not exists (select from app_user u where u.is_admin and u.disabled_at is null) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  if p_disabled then
    perform end_sessions(p_user, null, null);
    update setup_link l set used_at = now() where l.user_id = p_user and l.used_at is null;
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'account-changed', 'user', p_user, jsonb_strip_nulls(jsonb_build_object('disabled', p_disabled, 'admin', p_admin)));
end $$;

create function end_account_sessions(p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if not exists (select from app_user u where u.id = p_user) then raise exception 'not-found' using errcode = 'LU404'; end if;
  perform end_sessions(p_user, null, null);
  update access_token t set ended_at = now() where t.user_id = p_user and t.ended_at is null;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'sessions-ended', 'user', p_user);
end $$;

create function set_my_language(p_language text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update app_user set language = p_language where id = me()
$$;

revoke execute on function end_sessions(uuid, uuid, uuid) from public;
${ofIdentity([
  'enter(uuid, uuid)',
  'start_session(uuid, text, timestamptz, text, text, text)',
  'end_session(uuid)',
  'end_other_sessions(uuid)',
  'my_sessions()',
  'begin_attempt(text, text)',
  'forgive_attempts(text, text)',
  'create_access_token(text, text, text[], timestamptz)',
  'end_access_token(uuid)',
  'my_access_tokens()',
  'use_access_token(text)',
  'end_setup_links(uuid)',
  'user_of_link(text)',
  'my_password_hash()',
  'change_password(text, uuid)',
  'change_account(uuid, boolean, boolean, timestamptz)',
  'end_account_sessions(uuid)',
  'set_my_language(text)',
])}
do $$ begin
  grant create on schema public to lupa_identity;
  alter function end_sessions(uuid, uuid, uuid) owner to lupa_identity;
  revoke create on schema public from lupa_identity;
end $$;
`)
  }
}
