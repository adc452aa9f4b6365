import { Migration } from '@mikro-orm/migrations'

/** Who moves what lies in several cases says out of which; the others keep it. Out of none, it is put into one more. */
export class MovedFrom extends Migration {
  override up() {
    this.addSql(`
drop function move_item(uuid, uuid, uuid, boolean);
drop function move_meetings(uuid, uuid, uuid, uuid);

-- As in 0063; of the cases named alone, where some are.
create function move_meetings(p_message uuid, p_from uuid, p_file uuid, p_case uuid, p_from_cases uuid[]) returns void language plpgsql volatile as $$
declare
  old record;
  known meeting_invitation;
  there uuid;
  moved uuid;
begin
  for old in
    select i.*, f.id as filing_id, f.case_file_id, f.own_audience, f.audience_id, f.comment, f.title as own_title
      from meeting_invitation v join item i on i.object_id = v.activity_id and i.contractor_id = v.contractor_id join filing f on f.item_id = i.id
     where v.message_id = p_message and v.contractor_id = p_from and holds(f.audience_id)
       and (p_file <> p_from or (f.method = 'with-mail' and f.case_file_id is distinct from p_case))
       and (p_from_cases is null or cardinality(p_from_cases) = 0 or array_position(p_from_cases, f.case_file_id) is not null)
     order by i.id, f.filed_at, f.id
  loop
    select v.* into known from meeting_invitation v where v.activity_id = old.object_id;
    there := meeting_in_file(known, old.id, p_file);
    -- Where it lies hidden from me it stays so.
    if sees_item_of(there) or exists (select from activity a where a.id = there and a.created_by = me()) then
      moved := put_filing(jsonb_build_object('byHand', true, 'contractorId', p_file, 'caseId', p_case, 'objectId', there, 'kind', old.kind,
        'occurredAt', old.occurred_at, 'title', old.title, 'snippet', old.snippet, 'who', old.who, 'hasAttachment', old.has_attachment,
        'method', 'with-mail', 'evidence', '', 'comment', old.comment, 'ownTitle', old.own_title,
        'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = old.id)));
      if old.own_audience then perform copy_circle(moved, p_case, old.audience_id); end if;
    end if;
    -- Where the mail stays, its meeting stays.
    continue when cardinality(p_from_cases) = 0;
    delete from filing where id = old.filing_id;
    delete from item i where i.id = old.id and not exists (select from filing f where f.item_id = i.id);
  end loop;
end $$;

-- That of 0182. p_from: the cases (null for the file at large) out of which it is taken; every one that I see where it is null.
create function move_item(p_item uuid, p_contractor uuid, p_case uuid, p_to_case boolean, p_from uuid[]) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  file uuid;
  old filing;
  document record;
  moved uuid;
  named uuid;
  thing uuid;
begin
  select i.* into it from item i
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id)) for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  file := coalesce(p_contractor, (select c.contractor_id from case_file c where c.id = p_case and not exists
            (select from case_party q where q.case_file_id = c.id and q.contractor_id = it.contractor_id)), it.contractor_id);
  select f.* into old from filing f where f.item_id = p_item and holds(f.audience_id) order by
    array_position(p_from, f.case_file_id) is null, p_from is not null and not f.own_audience, f.filed_at, f.id limit 1;
  -- Out of some of its cases only, and into none: where another has it, it is not laid open in the file at large.
  if p_case is null and file = it.contractor_id and cardinality(p_from) > 0 and exists (select from filing f
       where f.item_id = p_item and holds(f.audience_id) and array_position(p_from, f.case_file_id) is null) then
    foreach named in array p_from loop perform take_out(p_item, named, false); end loop;
    return p_item;
  end if;
  thing := it.object_id;
  if file <> it.contractor_id then
    thing := coalesce(document_in_file(it.object_id, file), it.object_id);
  end if;
  perform repoint_documents(it.object_id, it.contractor_id, null, true) where file <> it.contractor_id and it.kind in ('mail-in', 'mail-out');
  moved := put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'objectId', thing, 'kind', it.kind,
    'occurredAt', it.occurred_at, 'title', it.title, 'snippet', it.snippet, 'who', it.who, 'hasAttachment', it.has_attachment,
    'method', 'hand', 'evidence', '', 'comment', old.comment, 'ownTitle', (select o.title from filing o
      where o.item_id = p_item and o.title is not null and holds(o.audience_id) order by array_position(p_from, o.case_file_id) is null, o.filed_at, o.id limit 1), 'sourceHash', coalesce(old.source_hash, (select c.source_hash from message_copy c where c.message_id = it.object_id and c.owner_id = me() limit 1)),
    'viaMessageId', old.via_message_id,
    'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = p_item)));
  -- Where it lay already without a title of its own, it has this one from now on.
  update filing f set title = o.title from item i, filing o
   where i.id = moved and i.has_own_title and f.item_id = moved and f.case_file_id is not distinct from p_case and f.title is null and o.id = (
     select n.id from filing n where n.item_id = p_item and n.title is not null and holds(n.audience_id) order by n.filed_at, n.id limit 1);
  if old.own_audience then perform copy_circle(moved, p_case, old.audience_id); end if;
  for document in select i.*, f.via_message_id, f.own_audience, f.audience_id from filing f join item i on i.id = f.item_id
                   where f.via_message_id = it.object_id and i.contractor_id = it.contractor_id and it.kind in ('mail-in', 'mail-out') and holds(f.audience_id)
                     and (p_from is null or cardinality(p_from) = 0 or array_position(p_from, f.case_file_id) is not null)
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
  if it.kind in ('mail-in', 'mail-out') then perform move_meetings(it.object_id, it.contractor_id, file, p_case, p_from); end if;
  -- What he had filed elsewhere in the old file goes; what others filed where he cannot look stays.
  delete from filing f using item i
   where i.id = f.item_id and holds(f.audience_id) and i.contractor_id = it.contractor_id
     and (f.item_id = p_item or f.via_message_id = it.object_id)
     and (i.contractor_id <> file or f.case_file_id is distinct from p_case)
     and (p_from is null or array_position(p_from, f.case_file_id) is not null);
  delete from item i where i.contractor_id = it.contractor_id and not exists (select from filing f where f.item_id = i.id)
     and (i.id = p_item or exists (select from attachment a join document d on d.blob_hash = a.blob_hash
                                    where a.message_id = it.object_id and d.id = i.object_id));
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'moved', 'item', p_item, jsonb_build_object('to', moved, 'contractorId', file, 'caseId', p_case) || case when p_from is null then '{}' else jsonb_build_object('from', p_from) end);
  return moved;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  alter function move_item(uuid, uuid, uuid, boolean, uuid[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
  revoke execute on function move_item(uuid, uuid, uuid, boolean, uuid[]), move_meetings(uuid, uuid, uuid, uuid, uuid[]) from public;
  grant execute on function move_item(uuid, uuid, uuid, boolean, uuid[]) to lupa_app;
  grant execute on function move_meetings(uuid, uuid, uuid, uuid, uuid[]) to lupa_intake;
end $$;
`)
  }
}
