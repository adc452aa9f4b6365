import { Migration } from '@mikro-orm/migrations'

/** Signing in, when nobody is yet "me". The functions run as lupa_identity, the only role that reads secrets. */
export class SignIn extends Migration {
  override up() {
    this.addSql(`
create function credential_of(p_email text) returns table (user_id uuid, password_hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, c.password_hash from app_user u join credential c on c.user_id = u.id
   where u.email = lower(p_email) and u.disabled_at is null
$$;

create function set_password(p_user uuid, p_hash text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if p_user is distinct from me() and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into credential (user_id, password_hash) values (p_user, p_hash)
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
end $$;

create function start_session(p_user uuid, p_token_hash text, p_expires timestamptz) returns uuid
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into session (family_id, user_id, token_hash, expires_at) values (gen_random_uuid(), p_user, p_token_hash, p_expires)
    returning family_id
$$;

-- Trades a refresh token for its successor. One that was traded before is stolen: its whole family ends.
create function trade_session(p_token_hash text, p_next_hash text, p_expires timestamptz) returns table (user_id uuid, family_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s session;
begin
  select * into s from session x where x.token_hash = p_token_hash for update;
  if not found or s.ended_at is not null or s.expires_at <= now()
     or exists (select from app_user u where u.id = s.user_id and u.disabled_at is not null) then return; end if;
  if s.replaced_at is not null then
    -- Traded while this very transaction was under way: the same client asked twice at once.
    if s.replaced_at > now() then return; end if;
    update session x set ended_at = now() where x.family_id = s.family_id and x.ended_at is null;
    return;
  end if;
  update session x set replaced_at = clock_timestamp() where x.id = s.id;
  insert into session (family_id, user_id, token_hash, expires_at) values (s.family_id, s.user_id, p_next_hash, p_expires);
  return query select s.user_id, s.family_id;
end $$;

create function end_session(p_family uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update session set ended_at = now() where family_id = p_family and ended_at is null and user_id = me()
$$;

-- The first user of an empty company, or (for an administrator) any user. His address is an own address.
create function create_user(p_email text, p_name text, p_admin boolean) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  perform pg_advisory_xact_lock(hashtext('lupa.create-user'));
  if not am_admin() and exists (select from app_user) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into app_user (email, name, is_admin) values (lower(p_email), p_name, p_admin) returning id into fresh;
  insert into own_address (value, is_domain) values (lower(p_email), false) on conflict do nothing;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'created', 'user', fresh);
  return fresh;
end $$;

-- For the command line, which works as a user without his password: by address, or (null) the first administrator.
create function find_user(p_email text) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from app_user where disabled_at is null and (email = lower(p_email) or (p_email is null and is_admin)) order by created_at, id limit 1
$$;

create function is_empty_company() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$ select not exists (select from app_user) $$;

-- A door for one use: sets the first password of a user who has none.
create function create_setup_link(p_user uuid, p_token_hash text, p_expires timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if (p_user is distinct from me() and not am_admin()) or exists (select from credential c where c.user_id = p_user) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into setup_link (token_hash, user_id, expires_at) values (p_token_hash, p_user, p_expires);
end $$;

create function use_setup_link(p_token_hash text, p_password_hash text) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare who uuid;
begin
  update setup_link set used_at = now() where token_hash = p_token_hash and used_at is null and expires_at > now() returning user_id into who;
  if who is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  update setup_link set used_at = now() where user_id = who and used_at is null;
  insert into credential (user_id, password_hash) values (who, p_password_hash)
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
  return who;
end $$;

do $$
declare f regprocedure;
begin
  execute format('grant lupa_identity to %I', current_user);
  grant create on schema public to lupa_identity;
  for f in select p.oid::regprocedure from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)
              and p.proname in ('credential_of', 'set_password', 'start_session', 'trade_session', 'end_session', 'create_user',
                'find_user', 'is_empty_company', 'create_setup_link', 'use_setup_link') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_identity', f);
  end loop;
  revoke create on schema public from lupa_identity;
end $$;
`)
  }
}
