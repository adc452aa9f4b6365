import { Migration } from '@mikro-orm/migrations'

/**
 * A role for backups, which reads every row and changes nothing: forced row security would make anybody else's dump
 * partial. It signs in for `lupa backup` only; the application's role is no member of it.
 */
export class Backup extends Migration {
  override up() {
    this.addSql(`
-- Opens every table to backups that is not open yet. Run after each migration, so that no new table can be forgotten. Of
-- the queue's tables only those that hold jobs.
create function open_to_backup() returns void language plpgsql set search_path = public, pg_temp as $$
declare
  t regclass;
begin
  for t in
    select c.oid::regclass from pg_class c
     where c.relkind in ('r', 'S')
       and (c.relnamespace = 'public'::regnamespace or c.relnamespace = 'graphile_worker'::regnamespace and c.relname like '\\_private\\_%')
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
revoke execute on function open_to_backup() from public;
grant usage on schema public, graphile_worker to lupa_backup;

-- As before, but nothing is unknown while a backup is under way: what it has read may be taken off the disk only after
-- it was copied.
create or replace function unknown_blobs(p_hashes text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select h from unnest(p_hashes) h
   where not exists (select from blob b where b.hash = h) and not exists (select from arrival a where a.source_hash = h)
     and not exists (select from journal_arrival j where j.source_hash = h)
     and not exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = hashtext('lupa.backup')::oid and l.objsubid = 2
           and l.database = (select d.oid from pg_database d where d.datname = current_database()))
     and me() is null
$$;
`)
  }
}
