import { Migration } from '@mikro-orm/migrations'

/**
 * Documents that people put into a file themselves. Who puts in what lies there hidden from him gets a document of his
 * own, so that nothing of the hidden one shows; who puts in what he can see there gets that one.
 */
export class Uploads extends Migration {
  override up() {
    this.addSql(`
alter table document add column uploaded_by uuid references app_user;
create index document_uploaded_by on document (uploaded_by) where uploaded_by is not null;
alter table document drop constraint document_contractor_id_blob_hash_name_key;
alter table document add constraint document_content unique nulls not distinct (contractor_id, blob_hash, name, uploaded_by);

-- That of 0018, for what comes with mail: never what somebody put in.
create or replace function put_document(p_contractor uuid, p_hash text, p_name text, p_media_type text, p_type text, p_size bigint) returns table (id uuid, type text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into blob (hash, size) values (p_hash, p_size) on conflict do nothing;
  insert into document as d (contractor_id, blob_hash, name, media_type, type, size)
    values (p_contractor, p_hash, p_name, p_media_type, p_type, p_size) on conflict do nothing;
  return query select d.id, d.type from document d
    where d.contractor_id = p_contractor and d.blob_hash = p_hash and d.name = p_name and d.uploaded_by is null;
end $$;

-- By which key somebody sent a file, so that a repetition after a lost answer is answered alike. Kept for a week.
create table upload_key (
  user_id uuid not null references app_user on delete cascade,
  key text not null check (length(key) between 1 and 100),
  contractor_id uuid not null references contractor on delete cascade,
  -- Only compared; whoever sends again sends the bytes again.
  fingerprint text not null,
  item_id uuid references item on delete set null,
  is_known boolean not null default false,
  sent_at timestamptz(3) not null default now(),
  primary key (user_id, key)
);
create index upload_key_contractor on upload_key (contractor_id);
create index upload_key_item on upload_key (item_id);
alter table upload_key enable row level security;
alter table upload_key force row level security;
grant select, insert, update, delete on upload_key to lupa_intake;
create policy intake on upload_key to lupa_intake using (true) with check (true);

-- Files what somebody put in. What he can see in this contractor's file with the same content is that document.
create function put_upload(p jsonb) returns table (item_id uuid, document_id uuid, is_known boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  file uuid := (p->>'contractorId')::uuid;
  kase uuid := (p->>'caseId')::uuid;
  earlier upload_key;
  doc document;
  thing uuid;
  was boolean;
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  if p->>'key' is not null and may_see_contractor(file) then
    delete from upload_key u where u.user_id = me() and u.sent_at < now() - interval '7 days';
    insert into upload_key (user_id, key, contractor_id, fingerprint) values (me(), p->>'key', file, p->>'hash') on conflict do nothing;
    if not found then
      select u.* into strict earlier from upload_key u where u.user_id = me() and u.key = p->>'key' for update;
      if earlier.contractor_id <> file or earlier.fingerprint <> p->>'hash' then
        raise exception 'already-there' using errcode = 'unique_violation';
      end if;
      if sees_item(earlier.item_id) then
        return query select i.id, i.object_id, earlier.is_known from item i where i.id = earlier.item_id;
        return;
      end if;
    end if;
  end if;
  select d.* into doc from document d join item i on i.object_id = d.id
   where d.contractor_id = file and d.blob_hash = p->>'hash' and sees_item(i.id) order by d.created_at, d.id limit 1;
  was := found;
  if not was then
    insert into blob (hash, size) values (p->>'hash', (p->>'size')::bigint) on conflict do nothing;
    insert into document (contractor_id, blob_hash, name, media_type, type, type_by_hand, size, uploaded_by)
      select c.id, p->>'hash', p->>'name', p->>'mediaType', p->>'type', (p->>'typeByHand')::boolean, (p->>'size')::bigint, me()
        from contractor c where c.id = file on conflict do nothing;
    select d.* into doc from document d
     where d.contractor_id = file and d.blob_hash = p->>'hash' and d.name = p->>'name' and d.uploaded_by = me();
  end if;
  -- Judges the place, and says no where there is none.
  thing := put_filing(p || jsonb_build_object('objectId', coalesce(doc.id, gen_random_uuid()), 'kind', coalesce(doc.type, p->>'type')));
  if p ? 'principals' then
    -- The circle is of this filing alone: where it lies already, its audience is not what a second upload changes.
    update filing f set own_audience = true, audience_id = create_audience(array(select jsonb_array_elements_text(p->'principals'))::uuid[], null)
     where f.item_id = thing and f.case_file_id is not distinct from kase and f.xmin = pg_current_xact_id()::xid;
  end if;
  if p->>'key' is not null then
    update upload_key u set item_id = thing, is_known = was where u.user_id = me() and u.key = p->>'key';
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'uploaded', 'item', thing, jsonb_build_object('contractorId', file, 'caseId', kase, 'known', was));
  return query select thing, doc.id, was;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function put_upload(jsonb) from public;
  grant execute on function put_upload(jsonb) to lupa_app;
  alter function put_upload(jsonb) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
