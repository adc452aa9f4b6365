import { Migration } from '@mikro-orm/migrations'

/** Who works here: users, groups (nested), the closed membership that every access rule reads, sign-in. */
export class People extends Migration {
  override up() {
    this.addSql(`
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table app_user (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  name text not null,
  language text not null default 'pl' check (language in ('pl', 'en')),
  is_admin boolean not null default false,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  unique (email)
);

create table credential (
  user_id uuid primary key references app_user on delete cascade,
  password_hash text not null,
  changed_at timestamptz(3) not null default now()
);

-- One row per refresh token ever handed out; a token that comes back after its successor was used ends the family.
create table session (
  id uuid primary key default gen_random_uuid(),
  family_id uuid not null,
  user_id uuid not null references app_user on delete cascade,
  token_hash text not null unique,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  replaced_at timestamptz(3),
  ended_at timestamptz(3)
);
create index session_family on session (family_id);
create index session_of_user on session (user_id);

create table setup_link (
  token_hash text primary key,
  user_id uuid not null references app_user on delete cascade,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index setup_link_user on setup_link (user_id);

create table app_group (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  everyone boolean not null default false,
  created_at timestamptz(3) not null default now()
);
create unique index app_group_everyone on app_group (everyone) where everyone;
insert into app_group (name, everyone) values ('Wszyscy', true);

-- Direct edges: a member is a user or another group.
create table group_member (
  group_id uuid not null references app_group on delete cascade,
  member_id uuid not null,
  primary key (group_id, member_id),
  check (group_id <> member_id)
);
create index group_member_member on group_member (member_id);

-- Closed transitively: every principal (himself, his groups, the groups around them) that a user is.
create table membership (
  user_id uuid not null references app_user on delete cascade,
  principal_id uuid not null,
  primary key (user_id, principal_id)
);
create index membership_principal on membership (principal_id);

create function close_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two changes at once would each miss the other's edge.
  perform pg_advisory_xact_lock(hashtext('lupa.membership'));
  with recursive up(user_id, principal_id) as (
      select id, id from app_user
      union
      select up.user_id, g.group_id from up join group_member g on g.member_id = up.principal_id),
    gone as (
      delete from membership m where not exists
        (select from up where up.user_id = m.user_id and up.principal_id = m.principal_id))
  insert into membership select user_id, principal_id from up on conflict do nothing;
  return null;
end $$;

create function join_everyone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into group_member (group_id, member_id) select g.id, new.id from app_group g where g.everyone;
  return null;
end $$;

create function leave_groups() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from group_member where member_id = old.id;
  return null;
end $$;

create trigger app_user_everyone after insert on app_user for each row execute function join_everyone();
create trigger app_user_leaves after delete on app_user for each row execute function leave_groups();
create trigger app_group_leaves after delete on app_group for each row execute function leave_groups();
create trigger group_member_closes after insert or update or delete on group_member
  for each statement execute function close_membership();

create table own_address (
  value text primary key check (value = lower(value)),
  is_domain boolean not null
);

create table company_setting (
  key text primary key,
  value jsonb not null
);
`)
  }
}
