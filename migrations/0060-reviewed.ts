import { Migration } from '@mikro-orm/migrations'

/** What a hostile reading of all functions with rights of their own found: a token of no session, and three answers too many. */
export class Reviewed extends Migration {
  override up() {
    this.addSql(`
-- As in 0040; a session that nobody knows is none. It once got through, as one from before there was a list of them.
create or replace function enter(p_user uuid, p_session uuid) returns void
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
  if not found or t.ended_at is not null or t.expires_at <= now() or t.user_id <> p_user then
    raise exception 'not-signed-in' using errcode = 'LU401';
  end if;
  if not 'admin' = any(t.scopes) then perform set_config('lupa.plain', 'on', true); end if;
  if not 'write' = any(t.scopes) then perform set_config('transaction_read_only', 'on', true); end if;
end $$;

-- As in 0047; of what I do not see it says the same as of nothing.
create or replace function is_confidential(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_item(p_item) and coalesce((select bool_and(f.own_audience) from filing f where f.item_id = p_item), false)
$$;

-- As in 0045; how much was written down is for administrators, and for the jobs, who are nobody.
create or replace function audit_end() returns table ("position" bigint, hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.position, encode(s.hash, 'hex') from audit_seal s where me() is null or am_admin() order by s.position desc limit 1
$$;

-- As in 0041; somebody's second factor is his own business, and at the door, where nobody is signed in yet, that of the door.
create or replace function factor_of(p_user uuid) returns table (secret bytea, is_confirmed boolean, is_required boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.secret, coalesce(f.confirmed_at is not null, false), must_have_factor(u.id)
    from app_user u left join second_factor f on f.user_id = u.id where u.id = p_user and coalesce(me(), p_user) = p_user
$$;

create or replace function put_factor(p_user uuid, p_secret bytea) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() <> p_user then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into second_factor as f (user_id, secret) values (p_user, p_secret)
    on conflict (user_id) do update set secret = excluded.secret, created_at = now() where f.confirmed_at is null;
  if not found then raise exception 'not-allowed' using errcode = 'LU403'; end if;
end $$;

create or replace function use_factor_step(p_user uuid, p_step bigint) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update second_factor f set last_step = p_step where f.user_id = p_user and f.last_step < p_step and coalesce(me(), p_user) = p_user;
  return found;
end $$;

create or replace function confirm_factor(p_user uuid, p_code_hashes text[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update second_factor f set confirmed_at = now() where f.user_id = p_user and f.confirmed_at is null and coalesce(me(), p_user) = p_user;
  if not found then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into recovery_code (user_id, code_hash) select p_user, unnest(p_code_hashes);
  insert into audit_entry (user_id, verb, object_type, object_id) values (p_user, 'second-factor-set', 'user', p_user);
end $$;

create or replace function use_recovery_code(p_user uuid, p_code_hash text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update recovery_code c set used_at = now() where c.user_id = p_user and c.code_hash = p_code_hash and c.used_at is null and coalesce(me(), p_user) = p_user;
  return found;
end $$;

-- As in 0048; an opening of what is not there is written down and answered like one of what is hidden. Whether there is
-- something is learnt behind the opening only, when its reason stands in the log.
create or replace function open_break_glass(p_type text, p_object uuid, p_reason text, p_minutes int) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  scope uuid;
  fresh uuid;
  is_seen boolean;
begin
  perform administrators_only();
  case p_type
    when 'contractor' then select c.audience_id, holds(c.audience_id) into scope, is_seen from contractor c where c.id = p_object;
    when 'case' then select k.audience_id, holds(k.audience_id) into scope, is_seen from case_file k where k.id = p_object;
    else
      select sees_item(i.id) into is_seen from item i where i.id = p_object for key share;
      select f.audience_id into scope from filing f where f.item_id = p_object order by f.filed_at limit 1;
  end case;
  if is_seen then raise exception 'already-there' using errcode = '23505'; end if;
  insert into break_glass (user_id, object_type, object_id, reason, expires_at)
    values (me(), p_type, p_object, p_reason, now() + p_minutes * interval '1 minute') returning id into fresh;
  insert into membership (user_id, principal_id) values (me(), fresh);
  if is_seen is not null and p_type = 'item' then
    insert into item_grant (item_id, principal_id, reason, granted_by) values (p_object, fresh, 'break-glass', me());
  elsif is_seen is not null then
    insert into audience_member (audience_id, principal_id) values (scope, fresh);
  end if;
  insert into notification (user_id, kind, by_id, item_id, contractor_id, case_file_id, reason, until)
    select p, 'break-glass', me(), case when p_type = 'item' then p_object end, case when p_type = 'contractor' then p_object end,
           case when p_type = 'case' then p_object end, p_reason, now() + p_minutes * interval '1 minute'
      from concerned_people(p_type, p_object, scope) p where p <> me() and is_seen is not null;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'glass-broken', p_type, p_object, jsonb_build_object('openingId', fresh, 'minutes', p_minutes));
  return fresh;
end $$;
`)
  }
}
