import { Migration } from '@mikro-orm/migrations'

/** Putting an object into a file and case, taking it out, moving it, changing who may see it. Same role and manner as 0007. */
export class Filing extends Migration {
  override up() {
    this.addSql(`
create function may_see_contractor(p uuid) returns boolean language sql stable return coalesce(
  (select holds(c.audience_id) from contractor c where c.id = p)
  or (select true from case_party q join case_file f on f.id = q.case_file_id where q.contractor_id = p and holds(f.audience_id) limit 1), false);

-- Files an object. A unique index decides who was first; the second finds the item and, if it was hidden, gains a personal way in.
-- p.byHand: the caller must see contractor and case. Otherwise the decision is the server's, and the caller may see neither.
create function put_filing(p jsonb) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  by_hand boolean := (p->>'byHand')::boolean;
  file uuid := (p->>'contractorId')::uuid;
  kase uuid := (p->>'caseId')::uuid;
  scope uuid;
  closed timestamptz;
  it uuid;
  fresh uuid;
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  if by_hand and not may_see_contractor(file) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if kase is not null then
    select c.audience_id, c.closed_at into scope, closed from case_file c
      join case_party q on q.case_file_id = c.id and q.contractor_id = file where c.id = kase;
    if not found or (by_hand and not holds(scope)) then raise exception 'not-found' using errcode = 'LU404'; end if;
    if closed is not null then raise exception 'case-closed' using errcode = 'LU409'; end if;
  else
    select c.audience_id into strict scope from contractor c where c.id = file;
    -- Seen only through a case of it: into the file at large he may not put anything.
    if by_hand and not holds(scope) then raise exception 'not-found' using errcode = 'LU404'; end if;
  end if;
  insert into item (contractor_id, kind, object_id, occurred_at, title, snippet, who, has_attachment)
    values (file, p->>'kind', (p->>'objectId')::uuid, (p->>'occurredAt')::timestamptz, p->>'title', p->>'snippet', p->>'who', (p->>'hasAttachment')::boolean)
    on conflict (contractor_id, object_id) do nothing returning id into it;
  if it is null then
    select i.id into strict it from item i where i.contractor_id = file and i.object_id = (p->>'objectId')::uuid;
  elsif p->'lexemes' is not null then
    insert into item_text (item_id, lexemes) values (it, array_to_tsvector(array(select jsonb_array_elements_text(p->'lexemes')))) on conflict do nothing;
  end if;
  insert into filing (item_id, case_file_id, audience_id, filed_by, method, evidence, score, comment, title, source_hash, via_message_id)
    values (it, kase, scope, case when by_hand then me() end, p->>'method', p->>'evidence', coalesce((p->>'score')::real, 1), p->>'comment', p->>'ownTitle',
            p->>'sourceHash', (p->>'viaMessageId')::uuid)
    on conflict do nothing returning id into fresh;
  if p->>'ownTitle' is not null then update item set has_own_title = true where id = it; end if;
  -- The one whose mail it is sees it in files that he sees; who filed it by hand where it was hidden sees it too.
  if (not by_hand or not exists (select from item_access a where a.item_id = it and holds(a.principal_id))) and may_see_contractor(file) then
    insert into item_grant (item_id, principal_id, reason, granted_by)
      values (it, me(), case when by_hand then 'filed' else 'mailbox' end, me()) on conflict do nothing;
  end if;
  if fresh is not null then
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'filed', 'item', it, jsonb_build_object('caseId', kase, 'contractorId', file, 'method', p->>'method'));
  end if;
  return it;
end $$;

-- Takes an item out of one case (or, with p_whole, out of the file): those of its filings that the caller may see,
-- and the documents that came with it. The object itself stays stored.
create function take_out(p_item uuid, p_case uuid, p_whole boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  object uuid;
  file uuid;
  gone uuid[];
begin
  select i.object_id, i.contractor_id into object, file from item i
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id));
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  with taken as (
    delete from filing f using item i
     where i.id = f.item_id and holds(f.audience_id) and (p_whole or f.case_file_id is not distinct from p_case)
       and (f.item_id = p_item or (i.contractor_id = file and f.via_message_id = object))
    returning f.item_id)
  select array_agg(distinct t.item_id) into gone from taken t;
  if p_whole then
    delete from item_grant g where g.item_id = p_item and g.principal_id = me();
    gone := gone || p_item;
    -- A person's no: the next copy of the mail does not bring it back by itself.
    insert into decision (message_id, contractor_id, verdict, decided_by)
      select m.id, file, 'never', me() from message m where m.id = object on conflict do nothing;
  end if;
  -- Personal ways in alone do not keep an item in a file.
  delete from item i where i.id = any(gone) and not exists (select from filing f where f.item_id = i.id);
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'unfiled', 'item', p_item, jsonb_build_object('caseId', p_case, 'whole', p_whole));
end $$;

-- Gives those filings of an item that the caller may see a circle of their own, or (null) back to case and contractor.
create function change_item_audience(p_item uuid, p_principals uuid[]) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  f record;
  old uuid;
  changed int := 0;
begin
  for f in select g.id, g.case_file_id, g.audience_id, g.own_audience, i.contractor_id from filing g join item i on i.id = g.item_id
            where g.item_id = p_item and holds(g.audience_id) loop
    old := f.audience_id;
    if p_principals is null then
      update filing set own_audience = false, audience_id = coalesce(
        (select c.audience_id from case_file c where c.id = f.case_file_id),
        (select c.audience_id from contractor c where c.id = f.contractor_id)) where id = f.id;
    else
      update filing set own_audience = true, audience_id = create_audience(p_principals, null) where id = f.id;
    end if;
    if f.own_audience then delete from audience where id = old; end if;
    changed := changed + 1;
  end loop;
  if changed = 0 then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'audience-changed', 'item', p_item, jsonb_build_object('own', p_principals is not null, 'filings', changed));
  return changed;
end $$;

-- Moves those filings of an item that the caller may see, with the documents that came with it, to another case (p_case, null: none;
-- p_to_case false keeps the item out of cases only when the file changes) or another contractor's file. Returns the item's id there.
create function move_item(p_item uuid, p_contractor uuid, p_case uuid, p_to_case boolean) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  file uuid;
  old filing;
  document record;
  moved uuid;
begin
  select i.* into it from item i
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id));
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  file := coalesce(p_contractor, (select c.contractor_id from case_file c where c.id = p_case and not exists
            (select from case_party q where q.case_file_id = c.id and q.contractor_id = it.contractor_id)), it.contractor_id);
  select f.* into old from filing f where f.item_id = p_item and holds(f.audience_id) order by f.filed_at, f.id limit 1;
  moved := put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'objectId', it.object_id, 'kind', it.kind,
    'occurredAt', it.occurred_at, 'title', it.title, 'snippet', it.snippet, 'who', it.who, 'hasAttachment', it.has_attachment,
    'method', 'hand', 'evidence', '', 'comment', old.comment, 'ownTitle', old.title, 'sourceHash', old.source_hash, 'viaMessageId', old.via_message_id,
    'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = p_item)));
  for document in select i.*, f.via_message_id from filing f join item i on i.id = f.item_id
                   where f.via_message_id = it.object_id and i.contractor_id = it.contractor_id and it.kind in ('mail-in', 'mail-out') and holds(f.audience_id) loop
    perform put_filing(jsonb_build_object('byHand', true, 'contractorId', file, 'caseId', p_case, 'kind', document.kind,
      'objectId', case when file = document.contractor_id then document.object_id else
        (select n.id from document d cross join lateral put_document(file, d.blob_hash, d.name, d.media_type, d.type, d.size) n where d.id = document.object_id) end,
      'occurredAt', document.occurred_at, 'title', document.title, 'snippet', document.snippet, 'who', document.who, 'hasAttachment', document.has_attachment,
      'method', 'with-mail', 'evidence', '', 'viaMessageId', document.via_message_id,
      'lexemes', (select to_jsonb(tsvector_to_array(t.lexemes)) from item_text t where t.item_id = document.id)));
  end loop;
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

create function rename_item(p_item uuid, p_title text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update filing set title = p_title where item_id = p_item and holds(audience_id);
  if not found then return false; end if;
  update item set has_own_title = true where id = p_item;
  return true;
end $$;

-- A person's word on what a document is wins over every later guess.
create function retype_document(p_item uuid, p_type text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare doc uuid;
begin
  select i.object_id into doc from item i join document d on d.id = i.object_id
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id));
  if not found then return false; end if;
  update document set type = p_type, type_by_hand = true where id = doc;
  update item set kind = p_type where id = p_item;
  return true;
end $$;

-- Who may see an item, as far as the caller may know: members of the audiences that let him in, and personal grants.
create function item_viewers(p_item uuid) returns table (id uuid, name text, is_group boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct v.id, v.name, v.is_group from item_access a cross join lateral (
      select m.id, m.name, m.is_group from audience_members(a.principal_id) m
      union all select u.id, u.name, false from app_user u where u.id = a.principal_id
      union all select g.id, g.name, true from app_group g where g.id = a.principal_id) v
   where a.item_id = p_item and exists (select from item_access b where b.item_id = p_item and holds(b.principal_id))
$$;

-- A document of a contractor file: the same content under the same name is the same document.
create function put_document(p_contractor uuid, p_hash text, p_name text, p_media_type text, p_type text, p_size bigint) returns table (id uuid, type text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into document as d (contractor_id, blob_hash, name, media_type, type, size)
    values (p_contractor, p_hash, p_name, p_media_type, p_type, p_size) on conflict do nothing;
  return query select d.id, d.type from document d where d.contractor_id = p_contractor and d.blob_hash = p_hash and d.name = p_name;
end $$;

create function put_triage(p_message uuid, p_state text, p_reason text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into triage_entry (message_id, owner_id, reason, state, occurred_at)
    select p_message, me(), p_reason, p_state, m.occurred_at from message m where m.id = p_message and me() is not null
    on conflict (message_id, owner_id) do update set reason = excluded.reason, state = excluded.state
$$;

-- For the start of the server, which goes on with everybody's.
create function waiting_arrivals() returns table (id uuid, owner_id uuid, source_hash text, place jsonb, comment text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.owner_id, a.source_hash, a.place, a.comment from arrival a order by a.arrived_at, a.id
$$;

create function settle_triage(p_message uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update triage_entry set state = 'done' where message_id = p_message and state <> 'done'
$$;

create function put_decision(p_message uuid, p_contractor uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into decision (message_id, contractor_id, verdict, decided_by) select p_message, p_contractor, 'never', me() where me() is not null
    on conflict do nothing
$$;

create function lift_decision(p_message uuid, p_contractor uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from decision where message_id = p_message and contractor_id = p_contractor
$$;

do $$
declare f regprocedure;
begin
  execute format('grant lupa_intake to %I', current_user);
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p join pg_roles r on r.oid = p.proowner
            where p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)
              and p.proname in ('create_audience', 'change_audience', 'audience_members', 'next_reference', 'store_message', 'filing_facts',
                'put_filing', 'take_out', 'change_item_audience', 'move_item', 'rename_item', 'retype_document', 'item_viewers', 'put_document', 'put_triage', 'waiting_arrivals', 'settle_triage', 'put_decision', 'lift_decision',
                'fan_out_filing', 'fan_out_grant', 'fan_out_item', 'close_membership', 'join_everyone', 'leave_groups') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
