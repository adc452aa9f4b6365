import { Migration } from '@mikro-orm/migrations'

/**
 * A mail that is moved takes its meetings along, as it takes its documents. And what files a decided mail stands once,
 * for mail that is held and for mail that is not.
 */
export class MeetingsMove extends Migration {
  override up() {
    this.addSql(`
-- The meeting of this invitation in a file to which its mail moves. The one that is there already; else the very meeting,
-- with all that was written on it; where it lies for others too in the old file, a copy of it.
create function meeting_in_file(old meeting_invitation, p_item uuid, p_file uuid) returns uuid language plpgsql volatile as $$
declare
  there uuid;
begin
  if p_file = old.contractor_id then return old.activity_id; end if;
  -- Two copies of an invitation at once would make two meetings of it.
  perform pg_advisory_xact_lock(hashtext('lupa.meeting'), hashtext(p_file || ' ' || old.uid));
  select v.activity_id into there from meeting_invitation v
   where v.contractor_id = p_file and v.uid = old.uid and v.recurrence_id is not distinct from old.recurrence_id;
  if there is not null then return there; end if;
  if not exists (select from filing f where f.item_id = p_item and not holds(f.audience_id)) then
    update activity set contractor_id = p_file, person_id = null where id = old.activity_id;
    update meeting_invitation set contractor_id = p_file where activity_id = old.activity_id;
    return old.activity_id;
  end if;
  insert into activity (kind, contractor_id, title, note, starts_at, ends_at, state, state_at, created_by)
    select a.kind, p_file, a.title, a.note, a.starts_at, a.ends_at, a.state, a.state_at, me() from activity a where a.id = old.activity_id
    returning id into there;
  insert into meeting_invitation (activity_id, contractor_id, uid, recurrence_id, sequence, stamped_at, organizer, sender, place, occurrences, message_id)
    values (there, p_file, old.uid, old.recurrence_id, old.sequence, old.stamped_at, old.organizer, old.sender, old.place, old.occurrences, old.message_id);
  return there;
end $$;

-- Moves the meetings of a mail from one file to another place, as far as I see them. In the same file what a person filed stays.
create function move_meetings(p_message uuid, p_from uuid, p_file uuid, p_case uuid) returns void language plpgsql volatile as $$
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
    delete from filing where id = old.filing_id;
    delete from item i where i.id = old.id and not exists (select from filing f where f.item_id = i.id);
  end loop;
end $$;

-- As in 0008, and meetings go along.
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
    thing := coalesce((select n.id from document d cross join lateral put_document(file, d.blob_hash, d.name, d.media_type, d.type, d.size) n
                        where d.id = it.object_id), it.object_id);
  end if;
  perform repoint_documents(it.object_id, it.contractor_id, null, true) where file <> it.contractor_id and it.kind in ('mail-in', 'mail-out');
  moved := put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'objectId', thing, 'kind', it.kind,
    'occurredAt', it.occurred_at, 'title', it.title, 'snippet', it.snippet, 'who', it.who, 'hasAttachment', it.has_attachment,
    'method', 'hand', 'evidence', '', 'comment', old.comment, 'ownTitle', old.title, 'sourceHash', coalesce(old.source_hash, (select c.source_hash from message_copy c where c.message_id = it.object_id and c.owner_id = me() limit 1)),
    'viaMessageId', old.via_message_id,
    'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = p_item)));
  if old.own_audience then perform copy_circle(moved, p_case, old.audience_id); end if;
  for document in select i.*, f.via_message_id, f.own_audience, f.audience_id from filing f join item i on i.id = f.item_id
                   where f.via_message_id = it.object_id and i.contractor_id = it.contractor_id and it.kind in ('mail-in', 'mail-out') and holds(f.audience_id) loop
    thing := put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'kind', document.kind,
      'objectId', case when file = document.contractor_id then document.object_id else
        (select n.id from document d cross join lateral put_document(file, d.blob_hash, d.name, d.media_type, d.type, d.size) n where d.id = document.object_id) end,
      'occurredAt', document.occurred_at, 'title', document.title, 'snippet', document.snippet, 'who', document.who, 'hasAttachment', document.has_attachment,
      'method', 'with-mail', 'evidence', '', 'viaMessageId', document.via_message_id,
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

-- Files a mail and what came with it at every place that was decided, held by its mailbox if one is given: before triage is
-- settled, for what is held must not count as filed for others. An entry with a document makes it first.
create function file_entries(p_message uuid, p_entries jsonb, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  entry jsonb;
  made record;
begin
  for entry in select e from jsonb_array_elements(p_entries) e loop
    if entry ? 'document' then
      select d.id, d.type into made from put_document((entry->>'contractorId')::uuid, entry #>> '{document,hash}', entry #>> '{document,name}',
        entry #>> '{document,mediaType}', entry #>> '{document,type}', (entry #>> '{document,size}')::bigint) d;
      entry := entry || jsonb_build_object('objectId', made.id, 'kind', made.type);
    elsif (entry->>'byHand')::boolean then
      -- A person's yes takes back an earlier no.
      perform lift_decision(p_message, (entry->>'contractorId')::uuid);
    end if;
    perform put_filing(entry);
  end loop;
  if box.id is not null then perform hold_fresh(p_message, box); end if;
  perform settle_triage(p_message);
end $$;

-- Replaces that of 0030: files within what the owner of a mailbox consents to (null: it came by no mailbox), and answers
-- where the mail lies for the caller.
create or replace function file_under_consent(p_message uuid, p_entries jsonb, p_mailbox uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  box mailbox_consent;
  is_narrow boolean;
  entries jsonb := p_entries;
begin
  select b.id, b.audience, b.release, b.grace_minutes into box from mailbox b where b.id = p_mailbox and b.owner_id = me();
  is_narrow := box.id is not null and (box.release = 'by-hand' or exists (select from principals_in(box.audience)));
  -- Where he cannot look he can neither release it nor say who sees it.
  if is_narrow then
    entries := (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(p_entries) e where holds(coalesce(
      (select k.audience_id from case_file k where k.id = (e->>'caseId')::uuid),
      (select c.audience_id from contractor c where c.id = (e->>'contractorId')::uuid))));
  end if;
  if box.release = 'after-grace' then perform pg_advisory_xact_lock_shared(hashtext('lupa.grace'), hashtext(box.id::text)); end if;
  perform file_entries(p_message, entries, case when is_narrow or box.release = 'after-grace' then box end);
  -- Asked so that an index answers, also before the table was ever analysed.
  if (select f.held_by from filing f where f.held_by is not null order by f.held_by limit 1) is not null then perform meet_held(p_message, entries, box); end if;
  if box.release = 'after-grace' then
    perform expect_end_of_grace(box.id, date_trunc('minute', now()) + (box.grace_minutes + 1) * interval '1 minute');
  end if;
  return items_of_message(p_message);
end $$;

drop function file_and_show(uuid, jsonb);
drop function file_held(uuid, jsonb, mailbox_consent);
drop function file_all(uuid, jsonb);

do $$
declare f regprocedure;
begin
  -- What these share runs with the rights of the caller, so it is of no use to anybody else.
  foreach f in array array['meeting_in_file(meeting_invitation, uuid, uuid)'::regprocedure, 'move_meetings(uuid, uuid, uuid, uuid)',
                           'file_entries(uuid, jsonb, mailbox_consent)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_intake', f);
  end loop;
end $$;
`)
  }
}
