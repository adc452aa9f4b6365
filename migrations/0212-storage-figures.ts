import { Migration } from '@mikro-orm/migrations'

/** What the administrator is shown of the store: sizes and counts, never what the bytes are of. */
export class StorageFigures extends Migration {
  override up() {
    this.addSql(`
-- For administrators. A blob that is several things counts as the first of them: a mail as it travelled, a document, an attachment.
create function storage_figures() returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return (with kinds as (
      select b.size, b.created_at,
             case when exists (select from message_copy c where c.source_hash = b.hash) then 'mail'
                  when exists (select from document d where d.blob_hash = b.hash) then 'document'
                  when exists (select from attachment a where a.blob_hash = b.hash) then 'attachment' else 'other' end as kind
        from blob b)
    select jsonb_build_object(
      'kinds', (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'count', k.count, 'bytes', k.bytes) order by k.bytes desc), '[]')
                  from (select kind, count(*), sum(size) as bytes from kinds group by kind) k),
      'months', (select coalesce(jsonb_agg(jsonb_build_object('month', m.month, 'bytes', m.bytes) order by m.month), '[]')
                   from (select to_char(created_at at time zone 'UTC', 'YYYY-MM') as month, sum(size) as bytes from kinds
                          where created_at > now() - interval '12 months' group by 1) m)));
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function storage_figures() from public;
  grant execute on function storage_figures() to lupa_app;
  alter function storage_figures() owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
