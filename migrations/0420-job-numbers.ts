import { Migration } from '@mikro-orm/migrations'

/**
 * A backup holds the last numbers of the queue as well, which no role for backups could see. What was restored without
 * them gave new jobs the numbers of those that wait, and could queue none until these were used up.
 */
export class JobNumbers extends Migration {
  override up() {
    this.addSql(`
-- As in 0150, with the numbers of the queue's tables, whose names do not begin as theirs do.
create or replace function open_to_backup() returns void language plpgsql set search_path = public, pg_temp as $$
declare
  t regclass;
begin
  for t in
    select c.oid::regclass from pg_class c
     where c.relkind in ('r', 'S')
       and (c.relnamespace = 'public'::regnamespace
         or c.relnamespace = 'graphile_worker'::regnamespace and (c.relkind = 'S' or c.relname like '\\_private\\_%'))
       and not has_table_privilege('lupa_backup', c.oid, 'select')
  loop
    execute format('grant select on %s to lupa_backup', t);
  end loop;
  for t in
    select c.oid::regclass from pg_class c
     where c.relkind = 'r' and c.relrowsecurity
       and (c.relnamespace = 'public'::regnamespace or c.relnamespace = 'graphile_worker'::regnamespace and c.relname like '\\_private\\_%')
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup')
  loop
    execute format('create policy backup on %s for select to lupa_backup using (true)', t);
  end loop;
end $$;

-- Whoever was restored without them gets them back.
do $$
declare
  t text;
begin
  foreach t in array array['graphile_worker._private_jobs', 'graphile_worker._private_job_queues', 'graphile_worker._private_tasks'] loop
    execute format('select setval(s, m) from (select pg_get_serial_sequence(%L, ''id'')::regclass as s, max(id) as m from %s) n
                     where m > coalesce(pg_sequence_last_value(s), 0)', t, t);
  end loop;
end $$;
`)
  }
}
