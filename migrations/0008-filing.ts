import { Migration } from '@mikro-orm/migrations'

/** Putting an object into a file and case, taking it out, moving it, changing who may see it. Same role and manner as 0007. */
export class Filing extends Migration {
  override up() {
    this.addSql(`
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
  is_new boolean;
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  -- Nobody files what he does not have; documents come with a mail that was checked.
  if not (case when p->>'kind' in ('mail-in', 'mail-out') then sees_message((p->>'objectId')::uuid)
      when p->>'kind' in ('call', 'meeting', 'task', 'note') then sees_item_of((p->>'objectId')::uuid)
        or exists (select from activity a where a.id = (p->>'objectId')::uuid and a.created_by = me())
      else true end) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
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
  -- Held until the end: who takes the item out meanwhile waits, and then finds this filing.
  loop
    insert into item (contractor_id, kind, object_id, occurred_at, title, snippet, who, has_attachment)
      values (file, p->>'kind', (p->>'objectId')::uuid, (p->>'occurredAt')::timestamptz, p->>'title', p->>'snippet', p->>'who',
              (p->>'hasAttachment')::boolean)
      on conflict (contractor_id, object_id) do nothing returning id into it;
    is_new := it is not null;
    exit when is_new;
    select i.id into it from item i where i.contractor_id = file and i.object_id = (p->>'objectId')::uuid for key share;
    exit when found;
  end loop;
  if is_new and jsonb_typeof(p->'lexemes') = 'array' then
    insert into item_text (item_id, lexemes) values (it, array_to_tsvector(array(select jsonb_array_elements_text(p->'lexemes')))) on conflict do nothing;
  end if;
  insert into filing (item_id, case_file_id, audience_id, filed_by, method, evidence, score, comment, title, source_hash, via_message_id)
    values (it, kase, scope, case when by_hand then me() end, p->>'method', p->>'evidence', coalesce((p->>'score')::real, 1), p->>'comment', p->>'ownTitle',
            p->>'sourceHash', (p->>'viaMessageId')::uuid)
    on conflict do nothing returning id into fresh;
  if p->>'ownTitle' is not null then update item set has_own_title = true where id = it; end if;
  -- The one whose mail it is sees it in files that he sees; who filed it by hand where it was hidden sees it too.
  if (not by_hand or not exists (select from item_access a where a.item_id = it and holds(a.principal_id))) and may_see_contractor(file) then
    insert into item_grant (item_id, principal_id, reason, granted_by, comment)
      values (it, me(), case when by_hand then 'filed' else 'mailbox' end, me(), p->>'comment') on conflict do nothing;
  end if;
  if fresh is not null then
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'filed', 'item', it, jsonb_build_object('caseId', kase, 'contractorId', file, 'method', p->>'method'));
  end if;
  return it;
end $$;

-- Documents that this mail brought, and another mail filed in the same place brings too, belong to that one from now on.
create function repoint_documents(p_message uuid, p_contractor uuid, p_case uuid, p_whole boolean) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update filing f set via_message_id = other.message_id
    from item i join document d on d.id = i.object_id
    cross join lateral (
      select a.message_id from attachment a join item m on m.object_id = a.message_id and m.contractor_id = p_contractor
        join filing g on g.item_id = m.id
       where a.blob_hash = d.blob_hash and a.message_id <> p_message and not g.own_audience
       order by g.filed_at limit 1) other
   where f.item_id = i.id and i.contractor_id = p_contractor and f.via_message_id = p_message
     and (p_whole or f.case_file_id is not distinct from p_case)
$$;

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
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id)) for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  perform 1 from item i join filing f on f.item_id = i.id where i.contractor_id = file and f.via_message_id = object order by i.id for update of i;
  perform repoint_documents(object, file, p_case, p_whole);
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
  it item;
  f record;
  changed int := 0;
begin
  select i.* into it from item i where i.id = p_item;
  -- What only this mail brought is as confidential as the mail.
  if it.kind in ('mail-in', 'mail-out') and p_principals is not null then
    perform repoint_documents(it.object_id, it.contractor_id, null, true);
  end if;
  for f in select g.id, g.case_file_id, i.contractor_id from filing g join item i on i.id = g.item_id
            where (g.item_id = p_item or (it.kind in ('mail-in', 'mail-out') and g.via_message_id = it.object_id and i.contractor_id = it.contractor_id))
              and holds(g.audience_id) loop
    if p_principals is null then
      update filing set own_audience = false, audience_id = coalesce(
        (select c.audience_id from case_file c where c.id = f.case_file_id),
        (select c.audience_id from contractor c where c.id = f.contractor_id)) where id = f.id;
    else
      update filing set own_audience = true, audience_id = create_audience(p_principals, null) where id = f.id;
    end if;
    changed := changed + 1;
  end loop;
  if changed = 0 then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'audience-changed', 'item', p_item, jsonb_build_object('own', p_principals is not null, 'filings', changed));
  return changed;
end $$;

-- A filing of its own circle keeps it where it moves: nothing becomes wider by being put into a case.
create function copy_circle(p_item uuid, p_case uuid, p_circle uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  if not exists (select from filing f where f.item_id = p_item and f.case_file_id is not distinct from p_case and not f.own_audience) then return; end if;
  insert into audience default values returning id into fresh;
  insert into audience_member (audience_id, principal_id, is_audience)
    select fresh, m.principal_id, m.is_audience from audience_member m where m.audience_id = p_circle;
  update filing set own_audience = true, audience_id = fresh
   where item_id = p_item and case_file_id is not distinct from p_case and not own_audience;
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

-- Files a mail and what came with it at every place that was decided, in one call. An entry with a document makes it first.
create function file_all(p_message uuid, p_entries jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
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
  perform settle_triage(p_message);
end $$;

create function put_triage(p_message uuid, p_state text, p_reason text, p_occurred_at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into triage_entry (message_id, owner_id, reason, state, occurred_at)
    select p_message, me(), p_reason, p_state, p_occurred_at where me() is not null and sees_message(p_message)
    on conflict (message_id, owner_id) do update set reason = excluded.reason, state = excluded.state
$$;

-- For the start of the server, which goes on with everybody's.
create function waiting_arrivals() returns table (id uuid, owner_id uuid, source_hash text, place jsonb, comment text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.owner_id, a.source_hash, a.place, a.comment from arrival a where me() is null or a.owner_id = me() order by a.arrived_at, a.id
$$;

-- A filed mail is no longer to be decided by those who can see it filed; for the others nothing has happened.
create function settle_triage(p_message uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asking text := current_setting('lupa.user', true);
  entry record;
begin
  if not sees_message(p_message) then return; end if;
  for entry in select t.owner_id from triage_entry t where t.message_id = p_message and t.state <> 'done' loop
    perform set_config('lupa.user', entry.owner_id::text, true);
    if exists (select from item i where i.object_id = p_message and may_see_contractor(i.contractor_id)
                and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id))) then
      update triage_entry set state = 'done' where message_id = p_message and owner_id = entry.owner_id;
    end if;
  end loop;
  perform set_config('lupa.user', asking, true);
end $$;

create function lift_decision(p_message uuid, p_contractor uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from decision where message_id = p_message and contractor_id = p_contractor and sees_message(p_message) and may_see_contractor(p_contractor)
$$;

do $$
declare f regprocedure;
begin
  execute format('grant lupa_intake to %I', current_user);
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p join pg_roles r on r.oid = p.proowner
            where p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)
              and p.proname in ('create_audience', 'change_audience', 'audience_members', 'next_reference', 'store_message', 'filing_facts',
                'put_filing', 'take_out', 'change_item_audience', 'file_all', 'move_item', 'rename_item', 'retype_document', 'item_viewers', 'put_document', 'put_triage', 'waiting_arrivals', 'settle_triage', 'lift_decision', 'repoint_documents', 'copy_circle',
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
