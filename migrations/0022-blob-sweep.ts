import { Migration } from '@mikro-orm/migrations'

/** Bytes that were put on disk for a message that was then never stored. */
export class BlobSweep extends Migration {
  override up() {
    this.addSql(`
-- Which of these hashes nothing names. Random texts: the answer tells nobody anything about mail that he has not got.
create function unknown_blobs(p_hashes text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select h from unnest(p_hashes) h
   where not exists (select from blob b where b.hash = h) and not exists (select from arrival a where a.source_hash = h)
     and not exists (select from journal_arrival j where j.source_hash = h)
     and me() is null
$$;
do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function unknown_blobs(text[]) from public;
  grant execute on function unknown_blobs(text[]) to lupa_app;
  alter function unknown_blobs(text[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
