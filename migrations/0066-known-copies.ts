import { Migration } from '@mikro-orm/migrations'

/** A copy that is here already is found by one look, instead of by as many inserts as a new message takes. */
export class KnownCopies extends Migration {
  override up() {
    this.addSql(`
-- That of 0007, with a short way for what the caller handed in before: his copy stands for the message, its parts and their
-- sources, all of which came in its transaction or an earlier one and never go before it.
create or replace function store_message(p jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  stored uuid;
  known jsonb;
  sender text;
  way text := 'in';
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  select jsonb_build_object('id', m.id, 'direction', m.direction, 'occurredAt', iso(m.occurred_at)) into known
    from message m join message_copy c on c.message_id = m.id and c.owner_id = me() and c.source_hash = p->>'sourceHash'
   where coalesce(m.message_id, '') = coalesce(p->>'messageId', '') and m.fingerprint = p->>'fingerprint';
  if found then return known; end if;
  insert into blob (hash, size) values (p->>'sourceHash', (p->>'sourceSize')::bigint) on conflict do nothing;
  sender := p #>> '{addresses,0,address}';
  if is_own(sender) then
    way := case when exists (select from jsonb_array_elements(p->'addresses') a
                              where a->>'role' in ('to', 'cc', 'bcc') and not is_own(a->>'address'))
           then 'out' else 'internal' end;
  end if;
  insert into message (message_id, fingerprint, subject, sent_at, received_at, occurred_at, direction, thread, in_reply_to,
                       snippet, has_attachment, auto_kind, marks, unreadable, differs)
    values (p->>'messageId', p->>'fingerprint', p->>'subject', (p->>'sentAt')::timestamptz, (p->>'receivedAt')::timestamptz,
            (p->>'occurredAt')::timestamptz, way, p->>'thread', p->>'inReplyTo', p->>'snippet', (p->>'hasAttachment')::boolean,
            p->>'autoKind', array(select jsonb_array_elements_text(p->'marks')), p->>'unreadable',
            p->>'messageId' is not null and exists (select from message m where m.message_id = p->>'messageId' and m.fingerprint <> p->>'fingerprint'))
    on conflict do nothing returning id into stored;
  if stored is not null then
    insert into message_address (message_id, role, position, name, address)
      select stored, a->>'role', (a->>'position')::int, a->>'name', a->>'address' from jsonb_array_elements(p->'addresses') a;
    insert into message_reference (message_id, position, reference)
      select stored, r.n, r.reference from jsonb_array_elements_text(p->'references') with ordinality r(reference, n);
    insert into blob (hash, size) select a->>'hash', (a->>'size')::bigint from jsonb_array_elements(p->'attachments') a on conflict do nothing;
    insert into attachment (message_id, position, name, type, size, blob_hash, document_type)
      select stored, (a->>'position')::int, a->>'name', a->>'type', (a->>'size')::bigint, a->>'hash', a->>'documentType'
        from jsonb_array_elements(p->'attachments') a;
  else
    select m.id into strict stored from message m
     where coalesce(m.message_id, '') = coalesce(p->>'messageId', '') and m.fingerprint = p->>'fingerprint';
  end if;
  insert into message_copy (message_id, owner_id, source_hash, door, mailbox_id, remote_id)
    values (stored, me(), p->>'sourceHash', p->>'door', (p->>'mailboxId')::uuid, p->>'remoteId') on conflict do nothing;
  return (select jsonb_build_object('id', m.id, 'direction', m.direction, 'occurredAt', iso(m.occurred_at)) from message m where m.id = stored);
end $$;
`)
  }
}
