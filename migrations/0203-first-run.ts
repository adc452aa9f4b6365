import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/**
 * The door to an empty company: a token that is printed where the server was started, and opens the guided set-up once.
 * With the first user it is closed for ever, whoever knows the token.
 */
export class FirstRun extends Migration {
  override up() {
    this.addSql(`
create table first_run (
  id int primary key default 1 check (id = 1),
  token_hash text not null,
  made_at timestamptz(3) not null default now()
);
alter table first_run enable row level security;
alter table first_run force row level security;
grant select, insert, update, delete on first_run to lupa_identity;
create policy identity on first_run to lupa_identity using (true) with check (true);

-- A new token takes the place of the one that an earlier start printed. Answers false when there are users: no door is made then.
create function open_first_run(p_token_hash text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null or exists (select from app_user) then return false; end if;
  insert into first_run (id, token_hash) values (1, p_token_hash)
    on conflict (id) do update set token_hash = excluded.token_hash, made_at = now();
  return true;
end $$;

create function is_first_run(p_token_hash text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from first_run f where f.token_hash = p_token_hash) and not exists (select from app_user)
$$;

-- Used up by the one who makes the first user; two at once wait for each other here, and the second is too late.
create function use_first_run(p_token_hash text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('lupa.create-user'));
  if exists (select from app_user) then return false; end if;
  delete from first_run f where f.token_hash = p_token_hash;
  return found;
end $$;
${ofIdentity(['open_first_run(text)', 'is_first_run(text)', 'use_first_run(text)'])}
`)
  }
}
