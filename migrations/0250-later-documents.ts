import { Migration } from '@mikro-orm/migrations'

/** Which attachments of a mail are documents of a file may be chosen after filing too, by hand or by itself. */
export class LaterDocuments extends Migration {
  override up() {
    this.addSql(`
-- The places of a mail item for which the caller may choose documents: he stands there, and may file there.
create function places_to_choose(p_item uuid) returns setof filing
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.* from filing f where f.item_id = p_item and holds(f.audience_id) and stands_in(f.audience_id) and holds(scope_of(f))
   order by f.filed_at, f.id
$$;

create function may_choose_documents(p_item uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from item i where i.id = p_item and i.kind in ('mail-in', 'mail-out')) and exists (select from places_to_choose(p_item))
$$;

-- A mail whose reader sees it in the same place, and that brings the same content as a document.
create function brought_too(p_filing filing, p_message uuid, p_file uuid, p_content text) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.message_id from attachment a join item m on m.object_id = a.message_id and m.contractor_id = p_file
    join filing g on g.item_id = m.id and g.case_file_id is not distinct from p_filing.case_file_id
    left join document_choice c on c.message_id = a.message_id and c.contractor_id = p_file and c.content = a.blob_hash
   where a.blob_hash = p_content and a.message_id <> p_message and not g.own_audience and holds(g.audience_id)
     and case when c.message_id is null then a.document_type is not null else c.type is not null end
   order by g.filed_at, g.id limit 1
$$;

-- Takes the documents that a mail brought out of its file where the caller sees them; with another mail they stay.
create function take_documents_out(p_mail item, p_content text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  thing item;
  f filing;
  other uuid;
  is_out boolean;
begin
  for thing in select i.* from item i join document d on d.id = i.object_id
                where i.contractor_id = p_mail.contractor_id and d.blob_hash = p_content and d.uploaded_by is null order by i.id for update of i loop
    is_out := false;
    for f in select g.* from filing g where g.item_id = thing.id and g.via_message_id = p_mail.object_id and holds(g.audience_id) order by g.id for update loop
      other := brought_too(f, p_mail.object_id, p_mail.contractor_id, p_content);
      if other is null then
        delete from filing where id = f.id;
        is_out := true;
      else
        update filing set via_message_id = other where id = f.id;
      end if;
    end loop;
    continue when not is_out;
    delete from item_grant w where w.item_id = thing.id and w.principal_id = me()
      and not exists (select from filing g where g.item_id = thing.id and holds(g.audience_id));
    delete from item i where i.id = thing.id and not exists (select from filing g where g.item_id = i.id);
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'unfiled', 'item', thing.id, jsonb_build_object('mailItemId', p_mail.id));
  end loop;
end $$;

-- Files an attachment as a document wherever the caller may choose for its mail, and for the mail's circles.
create function take_document_in(p_mail item, p_attachment attachment, p_type text, p_title text, p_lexemes jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place filing;
  made record;
  thing uuid;
begin
  select d.id, d.type into made from put_document(p_mail.contractor_id, p_attachment.blob_hash, p_attachment.name, p_attachment.type, p_type, p_attachment.size) d;
  for place in select f.* from places_to_choose(p_mail.id) f loop
    thing := put_filing(jsonb_build_object('byHand', true, 'contractorId', p_mail.contractor_id, 'caseId', place.case_file_id, 'objectId', made.id,
      'kind', made.type, 'occurredAt', p_mail.occurred_at, 'title', p_title, 'snippet', '', 'who', '', 'hasAttachment', false,
      'method', 'with-mail', 'evidence', '', 'viaMessageId', p_mail.object_id, 'lexemes', p_lexemes));
    -- Where it lay already it is as open as it was: another mail may have brought it.
    if place.own_audience and exists (select from filing f where f.item_id = thing and f.case_file_id is not distinct from place.case_file_id
                                        and f.xmin = pg_current_xact_id()::xid) then
      perform copy_circle(thing, place.case_file_id, place.audience_id);
    end if;
  end loop;
  perform retype_document(thing, p_type);
end $$;

-- Says of an attachment of a filed mail what it is in the mail's file: a document of a type, or (null) none.
create function choose_attachment(p_item uuid, p_position int, p_type text, p_title text, p_lexemes jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mail item;
  file attachment;
begin
  -- Held, so that two who choose at the same time do it one after the other.
  select i.* into mail from item i where i.id = p_item and i.kind in ('mail-in', 'mail-out') and sees_item(i.id) for no key update;
  select a.* into file from attachment a where a.message_id = mail.object_id and a.position = p_position;
  if file.message_id is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_choose_documents(p_item) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  perform choose_documents(mail.object_id, mail.contractor_id, jsonb_build_array(jsonb_build_object('hash', file.blob_hash, 'type', p_type)));
  if p_type is null then perform take_documents_out(mail, file.blob_hash);
  else perform take_document_in(mail, file, p_type, p_title, p_lexemes);
  end if;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['places_to_choose(uuid)'::regprocedure, 'may_choose_documents(uuid)', 'brought_too(filing, uuid, uuid, text)',
      'take_documents_out(item, text)', 'take_document_in(item, attachment, text, text, jsonb)', 'choose_attachment(uuid, int, text, text, jsonb)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  grant execute on function may_choose_documents(uuid), choose_attachment(uuid, int, text, text, jsonb) to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
