import { Migration } from '@mikro-orm/migrations'

/** Documents that are versions of one another: offered by their names, linked by a person only, taken apart again. */
export class Versions extends Migration {
  override up() {
    this.addSql(`
create table document_version (
  document_id uuid primary key references document on delete cascade,
  series_id uuid not null,
  linked_by uuid not null references app_user,
  linked_at timestamptz(3) not null default now()
);
create index document_version_series on document_version (series_id);
create index document_version_linked_by on document_version (linked_by);
alter table document_version enable row level security;
alter table document_version force row level security;
grant select, insert, update, delete on document_version to lupa_intake;
create policy intake on document_version to lupa_intake using (true) with check (true);
-- That a document is a version is there for whoever sees its item; of hidden versions nothing shows.
grant select on document_version to lupa_app;
create policy of_visible_item on document_version for select to lupa_app using (sees_item_of(document_version.document_id));

-- The name of a file without its ending and without what people put behind it for another version: (2), v3, wersja 4, final.
create function version_stem(p_name text) returns text language sql immutable as $$
  select btrim(regexp_replace(regexp_replace(lower(p_name), '[.][[:alnum:]]{1,5}$', ''),
    '([[:space:]_.-]*([(][0-9]{1,3}[)]|(v|ver|wersja|version|rev|popr|poprawka)[[:space:]_.]*[0-9]+([._][0-9]+)*|kopia|copy|final|finalna|ostateczna|poprawiona|podpisana|signed|draft|projekt))+$', ''))
$$;
create index document_stem on document (contractor_id, version_stem(name));

-- Documents of the same name and type in the same case, or that came in the same thread, that I may see: what this one may
-- be a version of. The newest first.
create function version_offers(p_document uuid, p_limit int) returns table (document_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not sees_item_of(p_document) then return; end if;
  return query
    select o.id from document d join item i on i.object_id = d.id
      join document o on o.contractor_id = d.contractor_id and version_stem(o.name) = version_stem(d.name)
       and o.id <> d.id and o.blob_hash <> d.blob_hash
      join item p on p.object_id = o.id and p.kind = i.kind
     where d.id = p_document and sees_item(p.id)
       and not exists (select from document_version v join document_version w on w.series_id = v.series_id
                        where v.document_id = d.id and w.document_id = o.id)
       and exists (select from filing f join filing g on g.item_id = p.id
                    where f.item_id = i.id and holds(f.audience_id) and holds(g.audience_id)
                      and (f.case_file_id = g.case_file_id or exists (
                        select from message m join message n on n.thread = m.thread where m.id = f.via_message_id and n.id = g.via_message_id)))
     order by p.occurred_at desc, p.id limit p_limit;
end $$;

-- Says that a document is a version of another one of the same file; whoever may file both may say so.
create function link_version(p_document uuid, p_other uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  series uuid;
begin
  if p_document = p_other or not sees_item_of(p_document) or not sees_item_of(p_other) or not exists (
      select from document d join document o on o.contractor_id = d.contractor_id where d.id = p_document and o.id = p_other) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if exists (select from item i where i.object_id in (p_document, p_other) and not may_share(i.id)) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  -- In one order everywhere, so that two who link the same two do not wait for each other.
  perform from document d where d.id in (p_document, p_other) order by d.id for update;
  series := coalesce((select v.series_id from document_version v where v.document_id = p_other),
                     (select v.series_id from document_version v where v.document_id = p_document), gen_random_uuid());
  insert into document_version as v (document_id, series_id, linked_by) values (p_document, series, me()), (p_other, series, me())
    on conflict (document_id) do update set series_id = excluded.series_id, linked_by = excluded.linked_by, linked_at = now()
      where v.series_id <> excluded.series_id;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'version-linked', 'document', p_document, jsonb_build_object('other', p_other));
end $$;

-- Takes a document out of its versions.
create function unlink_version(p_document uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item_of(p_document) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if exists (select from item i where i.object_id = p_document and not may_share(i.id)) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  delete from document_version v where v.document_id = p_document;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id)
    values (me(), 'version-unlinked', 'document', p_document);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['version_offers(uuid, int)'::regprocedure, 'link_version(uuid, uuid)', 'unlink_version(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
