import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** The second factor: six digits of an app (RFC 6238), and codes for the day when the telephone is gone. */
export class SecondFactor extends Migration {
  override up() {
    this.addSql(`
-- The secret is encrypted with a key that lies outside the database. Each step of time serves once.
create table second_factor (
  user_id uuid primary key references app_user on delete cascade,
  secret bytea not null,
  created_at timestamptz(3) not null default now(),
  confirmed_at timestamptz(3),
  last_step bigint not null default 0
);

create table recovery_code (
  user_id uuid not null references second_factor on delete cascade,
  code_hash text not null,
  used_at timestamptz(3),
  primary key (user_id, code_hash)
);

do $$
declare t text;
begin
  foreach t in array array['second_factor', 'recovery_code'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_identity', t);
    execute format('create policy identity on %I to lupa_identity using (true) with check (true)', t);
  end loop;
end $$;
grant select on company_setting to lupa_identity;
create policy identity on company_setting for select to lupa_identity using (true);

-- Whether a user must have a second factor: the company's word, "nobody" unless it was given.
create function must_have_factor(p_user uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select case s.value #>> '{}' when 'everyone' then true when 'administrators' then u.is_admin else false end
    from company_setting s, app_user u where s.key = 'second-factor' and u.id = p_user), false)
$$;

-- What sign-in needs to know of a user's second factor; asked for after his password was right.
create function factor_of(p_user uuid) returns table (secret bytea, is_confirmed boolean, is_required boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.secret, coalesce(f.confirmed_at is not null, false), must_have_factor(u.id)
    from app_user u left join second_factor f on f.user_id = u.id where u.id = p_user
$$;

-- Lays down a secret that waits for its first code; a confirmed one is never replaced so.
create function put_factor(p_user uuid, p_secret bytea) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into second_factor as f (user_id, secret) values (p_user, p_secret)
    on conflict (user_id) do update set secret = excluded.secret, created_at = now() where f.confirmed_at is null;
  if not found then raise exception 'not-allowed' using errcode = 'LU403'; end if;
end $$;

-- Uses up the code of one step of time; false when that step, or a later one, has served before.
create function use_factor_step(p_user uuid, p_step bigint) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update second_factor f set last_step = p_step where f.user_id = p_user and f.last_step < p_step;
  return found;
end $$;

create function confirm_factor(p_user uuid, p_code_hashes text[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update second_factor f set confirmed_at = now() where f.user_id = p_user and f.confirmed_at is null;
  if not found then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  insert into recovery_code (user_id, code_hash) select p_user, unnest(p_code_hashes);
  insert into audit_entry (user_id, verb, object_type, object_id) values (p_user, 'second-factor-set', 'user', p_user);
end $$;

create function use_recovery_code(p_user uuid, p_code_hash text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update recovery_code c set used_at = now() where c.user_id = p_user and c.code_hash = p_code_hash and c.used_at is null;
  return found;
end $$;

-- Taken off by its owner, or by an administrator for somebody who lost his telephone.
create function remove_factor(p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if p_user is distinct from me() and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if p_user = me() and must_have_factor(p_user) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from second_factor f where f.user_id = p_user;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'second-factor-removed', 'user', p_user);
end $$;

create function my_factor() returns json
  language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'isOn', exists (select from second_factor f where f.user_id = me() and f.confirmed_at is not null),
    'isRequired', must_have_factor(me()),
    'codesLeft', (select count(*) from recovery_code c where c.user_id = me() and c.used_at is null))
$$;
${ofIdentity([
  'must_have_factor(uuid)',
  'factor_of(uuid)',
  'put_factor(uuid, bytea)',
  'use_factor_step(uuid, bigint)',
  'confirm_factor(uuid, text[])',
  'use_recovery_code(uuid, text)',
  'remove_factor(uuid)',
  'my_factor()',
])}
`)
  }
}
