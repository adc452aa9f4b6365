import { Migration } from '@mikro-orm/migrations'
import { ofIdentity } from './rule.ts'

/** What lets a browser save a long answer by itself, where it can send no token along: a word for one download, once, within a minute. */
export class DownloadTickets extends Migration {
  override up() {
    this.addSql(`
create table download_ticket (
  token_hash text primary key,
  user_id uuid not null references app_user on delete cascade,
  session_id uuid not null,
  path_hash text not null,
  expires_at timestamptz(3) not null
);
create index download_ticket_user on download_ticket (user_id);
alter table download_ticket enable row level security;
alter table download_ticket force row level security;
grant select, insert, update, delete on download_ticket to lupa_identity;
create policy identity on download_ticket to lupa_identity using (true) with check (true);

create function create_download_ticket(p_token_hash text, p_session uuid, p_path_hash text) returns timestamptz
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  until timestamptz := now() + interval '60 seconds';
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  delete from download_ticket t where t.expires_at < now();
  insert into download_ticket (token_hash, user_id, session_id, path_hash, expires_at) values (p_token_hash, me(), p_session, p_path_hash, until);
  return until;
end $$;

-- Used up by the first who presents it, also for another address than it was made for. Whether its session goes on and what
-- its user may see is judged afterwards, as in any request.
create function use_download_ticket(p_token_hash text, p_path_hash text) returns table (user_id uuid, session_id uuid)
  language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (delete from download_ticket t where t.token_hash = p_token_hash returning t.*)
  select u.user_id, u.session_id from used u where u.path_hash = p_path_hash and u.expires_at > now()
$$;
${ofIdentity(['create_download_ticket(text, uuid, text)', 'use_download_ticket(text, text)'])}
`)
  }
}
