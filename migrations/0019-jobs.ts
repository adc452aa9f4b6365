import { Migration } from '@mikro-orm/migrations'

/**
 * Work that goes on after the answer. The queue's tables are the library's and lie in a schema of their own; the
 * application adds to them only through `add_task`, by the name of a task and an id, and an administrator looks at what
 * has failed without any content. `lupa_jobs` works the queue off and can do nothing else. And the health of mailboxes,
 * which are read in the same way after the answer.
 */
export class Jobs extends Migration {
  override up() {
    this.addSql(`
alter table arrival add column failures int not null default 0;
grant update (failures) on arrival to lupa_app;

grant usage on schema graphile_worker to lupa_jobs, lupa_intake;
grant select, update, delete on graphile_worker._private_jobs to lupa_jobs;
grant select, update on graphile_worker._private_job_queues to lupa_jobs;
grant select, insert on graphile_worker._private_tasks to lupa_jobs;
grant select, insert, update, delete on graphile_worker._private_jobs to lupa_intake;
grant select, insert on graphile_worker._private_tasks, graphile_worker._private_job_queues to lupa_intake;
create policy worked on graphile_worker._private_jobs to lupa_jobs, lupa_intake using (true) with check (true);
create policy worked on graphile_worker._private_job_queues to lupa_jobs, lupa_intake using (true) with check (true);
create policy worked on graphile_worker._private_tasks to lupa_jobs, lupa_intake using (true) with check (true);

-- The one function that was everybody's: what somebody holds is no business of a role that only works the queue off.
revoke execute on function holds(uuid) from public;
grant execute on function holds(uuid) to lupa_app, lupa_reader, lupa_intake, lupa_identity;

-- Adds a job in the transaction that makes it necessary, once for each thing it is about. Only for what is the caller's own.
create function add_task(p_task text, p_id uuid, p_delay_ms int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if p_task = 'read-arrival' and exists (select from arrival a where a.id = p_id and a.owner_id = me()) then
    perform graphile_worker.add_job(p_task, json_build_object('id', p_id), run_at => now() + p_delay_ms * interval '1 millisecond',
      max_attempts => 25, job_key => p_task || ' ' || p_id, job_key_mode => 'unsafe_dedupe');
  else
    raise exception using errcode = 'LU404', message = 'not-found';
  end if;
end $$;

-- A job for every arrival that has none: of an older version, or because the job was removed. For those who work, who are nobody.
create function queue_arrivals() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('read-arrival', json_build_object('id', a.id), max_attempts => 25,
           job_key => 'read-arrival ' || a.id, job_key_mode => 'unsafe_dedupe')
    from arrival a where me() is null and not exists (select from graphile_worker._private_jobs j where j.key = 'read-arrival ' || a.id)
$$;

-- What a job about an arrival needs to go on as its owner.
create function arrival_to_read(p_id uuid) returns table (owner_id uuid, source_hash text, place jsonb, comment text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.owner_id, a.source_hash, a.place, a.comment from arrival a where a.id = p_id and (me() is null or a.owner_id = me())
$$;

create function administrators_only() returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(am_admin(), false) then
    raise exception using errcode = 'LU403', message = 'not-allowed';
  end if;
end $$;

-- Jobs whose attempts are used up. Never what they are about: that may be hidden from an administrator.
create function dead_jobs(p_before bigint, p_limit int)
  returns table (id text, task text, attempts int, error text, since text, failed_at text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return query select j.id::text, t.identifier, j.attempts::int, j.last_error, iso(j.created_at), iso(j.updated_at)
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts >= j.max_attempts and j.locked_at is null and (p_before is null or j.id < p_before)
   order by j.id desc limit p_limit;
end $$;

create function job_counts() returns table (task text, waiting int, retrying int, running int, dead int, oldest text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return query select t.identifier,
      (count(*) filter (where j.locked_at is null and j.attempts = 0))::int,
      (count(*) filter (where j.locked_at is null and j.attempts > 0 and j.attempts < j.max_attempts))::int,
      (count(*) filter (where j.locked_at is not null))::int,
      (count(*) filter (where j.locked_at is null and j.attempts >= j.max_attempts))::int,
      iso(min(j.created_at) filter (where j.attempts < j.max_attempts))
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   group by t.identifier order by t.identifier;
end $$;

-- Both answer what the job is about, for the log; none when there is no such dead job.
create function retry_job(p_id bigint) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  about uuid;
begin
  perform administrators_only();
  update graphile_worker._private_jobs j set attempts = 0, last_error = null, run_at = now(), updated_at = now()
   where j.id = p_id and j.attempts >= j.max_attempts and j.locked_at is null returning (j.payload ->> 'id')::uuid into about;
  perform pg_notify('jobs:insert', '{"count":1}');
  return about;
end $$;

create function forget_job(p_id bigint) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  about uuid;
begin
  perform administrators_only();
  delete from graphile_worker._private_jobs j
   where j.id = p_id and j.attempts >= j.max_attempts and j.locked_at is null returning (j.payload ->> 'id')::uuid into about;
  return about;
end $$;

-- Whether the queue is worked off: by somebody who holds a worker's place, or there is nothing that has waited for long.
create function queue_works() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from graphile_worker._private_jobs j where j.is_available and j.run_at < now() - interval '1 minute')
      or exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = hashtext('lupa.worker')::oid and l.objsubid = 2
            and l.database = (select d.oid from pg_database d where d.datname = current_database()))
$$;

-- Mailboxes may be paused, by their owner or an administrator; what waits on the server has an age.
alter table mailbox add column paused_at timestamptz(3);
alter table mailbox_state add column waiting_since timestamptz(3);
grant select (paused_at), update (paused_at) on mailbox to lupa_app;
create policy paused on mailbox for update to lupa_app using ((select am_admin())) with check ((select am_admin()));

create or replace function mailbox_doors() returns table (id uuid, owner_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.owner_id from mailbox m join app_user u on u.id = m.owner_id
   where u.disabled_at is null and m.paused_at is null order by m.created_at, m.id
$$;

-- Of the last thirty days: what waits since the beginning says nothing about today.
create or replace function mailbox_unfiled() returns table (mailbox_id uuid, share float8)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, count(t.message_id)::float8 / count(*)
    from mailbox m join message_copy c on c.mailbox_id = m.id and c.seen_at > now() - interval '30 days'
    left join triage_entry t on t.message_id = c.message_id and t.owner_id = c.owner_id and t.state = 'open'
   where m.owner_id = me() or am_admin() group by m.id
$$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['add_task', 'queue_arrivals', 'arrival_to_read', 'administrators_only', 'dead_jobs', 'job_counts', 'retry_job', 'forget_job', 'queue_works'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app', f);
    execute format('alter function %I owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
