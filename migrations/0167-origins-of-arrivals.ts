import { Migration } from '@mikro-orm/migrations'

/** A message that takes longer than its sender waits keeps the file that it was made from, too. */
export class OriginsOfArrivals extends Migration {
  override up() {
    this.addSql(`
alter table arrival add column origin_hash text;

drop function arrival_to_read(uuid);
create function arrival_to_read(p_id uuid) returns table (owner_id uuid, source_hash text, origin_hash text, place jsonb, comment text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.owner_id, a.source_hash, a.origin_hash, a.place, a.comment from arrival a where a.id = p_id and (me() is null or a.owner_id = me())
$$;

-- That of 0150.
create or replace function unknown_blobs(p_hashes text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select h from unnest(p_hashes) h
   where not exists (select from blob b where b.hash = h) and not exists (select from arrival a where h in (a.source_hash, a.origin_hash))
     and not exists (select from journal_arrival j where j.source_hash = h)
     and not exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = hashtext('lupa.backup')::oid and l.objsubid = 2
           and l.database = (select d.oid from pg_database d where d.datname = current_database()))
     and me() is null
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function arrival_to_read(uuid) from public;
  grant execute on function arrival_to_read(uuid) to lupa_jobs;
  alter function arrival_to_read(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
