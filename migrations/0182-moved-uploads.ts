import { Migration } from '@mikro-orm/migrations'

/**
 * What somebody put in himself stays his own where it is moved to: had somebody else put in the same and moved it there
 * hidden, he must not come upon that one.
 */
export class MovedUploads extends Migration {
  override up() {
    this.addSql(`
-- A document in another contractor's file: of what came by mail the one that is there, of an upload its uploader's.
create function document_in_file(p_document uuid, p_file uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  old document;
  there uuid;
begin
  select d.* into old from document d where d.id = p_document;
  if not found then return null; end if;
  if old.uploaded_by is null then
    there := (select n.id from put_document(p_file, old.blob_hash, old.name, old.media_type, old.type, old.size) n);
    -- What somebody said of its type goes along, unless somebody said something there.
    update document d set type = old.type, type_by_hand = true where d.id = there and old.type_by_hand and not d.type_by_hand;
    return there;
  end if;
  insert into document (contractor_id, blob_hash, name, media_type, type, type_by_hand, size, uploaded_by)
    values (p_file, old.blob_hash, old.name, old.media_type, old.type, old.type_by_hand, old.size, old.uploaded_by)
    on conflict do nothing returning id into there;
  return coalesce(there, (select d.id from document d where d.contractor_id = p_file and d.blob_hash = old.blob_hash
                             and d.name = old.name and d.uploaded_by = old.uploaded_by));
end $$;

-- That of 0160, with the document found by the function above.
create or replace function move_item(p_item uuid, p_contractor uuid, p_case uuid, p_to_case boolean) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  file uuid;
  old filing;
  document record;
  moved uuid;
  thing uuid;
begin
  select i.* into it from item i
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id)) for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  file := coalesce(p_contractor, (select c.contractor_id from case_file c where c.id = p_case and not exists
            (select from case_party q where q.case_file_id = c.id and q.contractor_id = it.contractor_id)), it.contractor_id);
  select f.* into old from filing f where f.item_id = p_item and holds(f.audience_id) order by f.filed_at, f.id limit 1;
  thing := it.object_id;
  if file <> it.contractor_id then
    thing := coalesce(document_in_file(it.object_id, file), it.object_id);
  end if;
  perform repoint_documents(it.object_id, it.contractor_id, null, true) where file <> it.contractor_id and it.kind in ('mail-in', 'mail-out');
  moved := put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'objectId', thing, 'kind', it.kind,
    'occurredAt', it.occurred_at, 'title', it.title, 'snippet', it.snippet, 'who', it.who, 'hasAttachment', it.has_attachment,
    'method', 'hand', 'evidence', '', 'comment', old.comment, 'ownTitle', old.title, 'sourceHash', coalesce(old.source_hash, (select c.source_hash from message_copy c where c.message_id = it.object_id and c.owner_id = me() limit 1)),
    'viaMessageId', old.via_message_id,
    'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = p_item)));
  if old.own_audience then perform copy_circle(moved, p_case, old.audience_id); end if;
  for document in select i.*, f.via_message_id, f.own_audience, f.audience_id from filing f join item i on i.id = f.item_id
                   where f.via_message_id = it.object_id and i.contractor_id = it.contractor_id and it.kind in ('mail-in', 'mail-out') and holds(f.audience_id)
                   order by f.filed_at, f.id loop
    thing := put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'kind', document.kind,
      'objectId', case when file = document.contractor_id then document.object_id else
        document_in_file(document.object_id, file) end,
      'occurredAt', document.occurred_at, 'title', document.title, 'snippet', document.snippet, 'who', document.who, 'hasAttachment', document.has_attachment,
      'method', 'with-mail', 'evidence', '', 'ownTitle', (select o.title from filing o
        where o.item_id = document.id and o.title is not null and holds(o.audience_id) order by o.filed_at, o.id limit 1), 'viaMessageId', document.via_message_id,
      'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = document.id)));
    if document.own_audience then perform copy_circle(thing, p_case, document.audience_id); end if;
  end loop;
  if it.kind in ('mail-in', 'mail-out') then perform move_meetings(it.object_id, it.contractor_id, file, p_case); end if;
  -- What he had filed elsewhere in the old file goes; what others filed where he cannot look stays.
  delete from filing f using item i
   where i.id = f.item_id and holds(f.audience_id) and i.contractor_id = it.contractor_id
     and (f.item_id = p_item or f.via_message_id = it.object_id)
     and (i.contractor_id <> file or f.case_file_id is distinct from p_case);
  delete from item i where i.contractor_id = it.contractor_id and not exists (select from filing f where f.item_id = i.id)
     and (i.id = p_item or exists (select from attachment a join document d on d.blob_hash = a.blob_hash
                                    where a.message_id = it.object_id and d.id = i.object_id));
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'moved', 'item', p_item, jsonb_build_object('to', moved, 'contractorId', file, 'caseId', p_case));
  return moved;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function document_in_file(uuid, uuid) from public;
  alter function document_in_file(uuid, uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
