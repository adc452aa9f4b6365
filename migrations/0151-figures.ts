import { Migration } from '@mikro-orm/migrations'

/** What a monitoring program asks of the database each minute: how much waits and how old it is, and nothing of what it is. */
export class Figures extends Migration {
  override up() {
    this.addSql(`
grant select (state, error, last_sync_at, created_at, paused_at) on mailbox to lupa_intake;

-- For the server itself, who is nobody. Counts and ages only.
create function server_figures() returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'jobsWaiting', (select count(*) from graphile_worker._private_jobs j where j.locked_at is null and j.attempts < j.max_attempts),
    'jobsRunning', (select count(*) from graphile_worker._private_jobs j where j.locked_at is not null),
    'jobsDead', (select count(*) from graphile_worker._private_jobs j where j.locked_at is null and j.attempts >= j.max_attempts),
    'oldestJobSeconds', coalesce((select extract(epoch from now() - min(j.run_at)) from graphile_worker._private_jobs j where j.is_available and j.run_at <= now()), 0),
    'mailWaiting', (select count(*) from arrival) + (select count(*) from journal_arrival),
    'mailboxes', (select count(*) from mailbox m where m.paused_at is null),
    'mailboxesInTrouble', (select count(*) from mailbox m where m.paused_at is null and m.error is not null),
    'mailboxLagSeconds', coalesce((select extract(epoch from now() - min(coalesce(m.last_sync_at, m.created_at))) from mailbox m where m.paused_at is null), 0))
   where me() is null
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function server_figures() from public;
  grant execute on function server_figures() to lupa_app;
  alter function server_figures() owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
