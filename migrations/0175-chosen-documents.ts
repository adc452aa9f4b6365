import { Migration } from '@mikro-orm/migrations'

/**
 * Which attachments of a mail become documents of a contractor's file, where somebody chose at filing. The choice is kept,
 * so that whoever files the same mail there later, by hand or by his mailbox, does not undo it.
 */
export class ChosenDocuments extends Migration {
  override up() {
    this.addSql(`
create table document_choice (
  message_id uuid not null references message on delete cascade,
  contractor_id uuid not null references contractor on delete cascade,
  -- SHA-256 of the attachment, which hangs on the mail in any case.
  content text not null check (content ~ '^[0-9a-f]{64}$'),
  -- Null: no document; it stays with its mail.
  type text,
  chosen_by uuid not null references app_user,
  chosen_at timestamptz(3) not null default now(),
  primary key (message_id, contractor_id, content)
);
-- Nobody reads it but the functions below: a choice would tell of a filing that its reader may not see.
alter table document_choice enable row level security;
alter table document_choice force row level security;
create policy intake on document_choice to lupa_intake using (true) with check (true);
grant select, insert, update, delete on document_choice to lupa_intake;

-- Keeps what somebody chose for a file, and corrects the type of what lies there already. p_choices: [{"hash", "type"}].
create function choose_documents(p_message uuid, p_contractor uuid, p_choices jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_message(p_message) or not may_see_contractor(p_contractor) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into document_choice (message_id, contractor_id, content, type, chosen_by)
    select distinct on (c->>'hash') p_message, p_contractor, c->>'hash', c->>'type', me() from jsonb_array_elements(p_choices) c order by c->>'hash'
    on conflict (message_id, contractor_id, content) do update set type = excluded.type, chosen_by = excluded.chosen_by, chosen_at = now();
  perform retype_document(i.id, c->>'type') from jsonb_array_elements(p_choices) c
    join document d on d.contractor_id = p_contractor and d.blob_hash = c->>'hash' and d.type <> c->>'type'
    join item i on i.object_id = d.id and i.contractor_id = p_contractor;
end $$;

-- What was chosen for a mail in a file, as far as the caller sees it lie there.
create function chosen_documents(p_message_id text, p_fingerprint text, p_contractor uuid) returns table (hash text, type text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.content, c.type from message m join document_choice c on c.message_id = m.id and c.contractor_id = p_contractor
   where coalesce(m.message_id, '') = coalesce(p_message_id, '') and m.fingerprint = p_fingerprint
     and (c.chosen_by = me() or exists (select from item i where i.object_id = m.id and i.contractor_id = p_contractor and sees_item(i.id)))
$$;

-- Whose choices count for a filing: the filer's own and those made where he can see the mail lie. What nobody decided by
-- hand obeys every choice. As an object, from file and content to the type; null where nobody chose anything.
create function choices_for(p_message uuid, by_hand boolean) returns jsonb
  language sql stable as $$
  select jsonb_object_agg(c.contractor_id || ' ' || c.content, coalesce(c.type, '')) from document_choice c
   where c.message_id = p_message and (not by_hand or c.chosen_by = me()
     or exists (select from item i where i.object_id = p_message and i.contractor_id = c.contractor_id and sees_item(i.id)))
$$;

-- That of 0063; a document without a type is one only where somebody chose so.
create or replace function file_entries(p_message uuid, p_entries jsonb, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  entry jsonb;
  made record;
  -- Asked before anything is filed, for what is filed here must not open the eyes to others' choices.
  choices jsonb := choices_for(p_message, p_entries @> '[{"byHand": true}]');
  choice text;
begin
  for entry in select e from jsonb_array_elements(p_entries) e loop
    if entry ? 'document' then
      choice := choices->>((entry->>'contractorId') || ' ' || (entry #>> '{document,hash}'));
      continue when coalesce(choice, entry #>> '{document,type}', '') = '';
      select d.id, d.type into made from put_document((entry->>'contractorId')::uuid, entry #>> '{document,hash}', entry #>> '{document,name}',
        entry #>> '{document,mediaType}', coalesce(choice, entry #>> '{document,type}'), (entry #>> '{document,size}')::bigint) d;
      -- What a person said of it, no later reading of its words may take back.
      if choice = made.type then update document set type_by_hand = true where id = made.id and not type_by_hand; end if;
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

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function choose_documents(uuid, uuid, jsonb), chosen_documents(text, text, uuid), choices_for(uuid, boolean) from public;
  grant execute on function choose_documents(uuid, uuid, jsonb), chosen_documents(text, text, uuid) to lupa_app;
  grant execute on function choices_for(uuid, boolean) to lupa_intake;
  alter function choose_documents(uuid, uuid, jsonb) owner to lupa_intake;
  alter function chosen_documents(text, text, uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
