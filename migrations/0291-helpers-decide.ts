import { Migration } from '@mikro-orm/migrations'

/**
 * What a helper decides about a mail is decided for its owner and for all who help: filed where the helper may file, or left
 * out. The log names who did it. He takes back what he decided himself, and only that.
 */
export class HelpersDecide extends Migration {
  override up() {
    this.addSql(`
-- Who decided last, so that he may take it back.
alter table triage_entry add column decided_by uuid references app_user;
create index triage_entry_decided_by on triage_entry (decided_by) where decided_by is not null;

-- That of 0008; what is settled because it is seen filed, nobody decided.
create or replace function settle_triage(p_message uuid) returns void
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
      update triage_entry set state = 'done', decided_by = null where message_id = p_message and owner_id = entry.owner_id;
    end if;
  end loop;
  perform set_config('lupa.user', asking, true);
end $$;

-- That of 0008, also for who decides in another's place.
create or replace function lift_decision(p_message uuid, p_contractor uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from decision where message_id = p_message and contractor_id = p_contractor
    and (sees_message(p_message) or decides_about(p_message)) and may_see_contractor(p_contractor)
$$;

-- That of 0015; what was known of why it waited before is over, or it would come back with that.
create or replace function wait_again(p_message uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into triage_entry (message_id, owner_id, reason, state, occurred_at, by_hand)
    select m.id, me(), 'taken-out', 'open', m.occurred_at, true from message m
     where m.id = p_message and exists (select from message_copy c where c.message_id = m.id and c.owner_id = me()) and not sees_item_of(m.id)
    on conflict (message_id, owner_id) do update set state = 'open', reason = excluded.reason, former_reason = null, by_hand = true, decided_by = null
    where triage_entry.state = 'done'
$$;

-- Whose mail I may decide about at this moment. Whoever helps too waits until I have, and then finds nothing to decide: that
-- it is seen filed by then makes it nobody's to file again from triage who has no copy of it.
create function those_waiting(p_message uuid) returns uuid[] language plpgsql volatile as $$
declare
  owners uuid[];
begin
  perform 1 from triage_entry t where t.message_id = p_message and decides_for(t.message_id, t.owner_id) order by t.owner_id for update;
  owners := array(select t.owner_id from triage_entry t where t.message_id = p_message and decides_for(t.message_id, t.owner_id) order by t.owner_id);
  if cardinality(owners) = 0 and not exists (select from message_copy c where c.message_id = p_message and c.owner_id = me()) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  return owners;
end $$;

-- Whoever helped has decided for them, also where they cannot look. Their mail they see in files that they see, as if their
-- mailbox had filed it: where it lay hidden, by a way in of their own.
create function settle_for(p_message uuid, p_entries jsonb, p_owners uuid[]) returns void language plpgsql volatile as $$
declare
  asking text := current_setting('lupa.user', true);
  one uuid;
begin
  foreach one in array p_owners loop
    -- By hand: deciding about the mail anew, as when an address is added, must not lay it before them again.
    update triage_entry set state = 'done', by_hand = true, decided_by = me() where message_id = p_message and owner_id = one;
    perform set_config('lupa.user', one::text, true);
    insert into item_grant (item_id, principal_id, reason, granted_by)
      select distinct i.id, one, 'mailbox', asking::uuid from jsonb_array_elements(p_entries) e join item i on i.contractor_id = (e->>'contractorId')::uuid
       where (i.object_id = p_message or exists (select from filing f where f.item_id = i.id and f.via_message_id = p_message))
         and may_see_contractor(i.contractor_id)
         and not exists (select from item_access a where a.item_id = i.id and holds(a.principal_id))
      on conflict do nothing;
    perform set_config('lupa.user', asking, true);
  end loop;
end $$;

-- That of 0075; a helper has what he may decide about.
create or replace function put_filing(p jsonb) returns uuid
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
  if not (case when p->>'kind' in ('mail-in', 'mail-out') then sees_message((p->>'objectId')::uuid) or decides_about((p->>'objectId')::uuid)
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
    -- A person puts nothing into a closed case, whether or not it lies there: that could be hidden from him. What the
    -- server decided stays where it lies, and goes into the file at large where it is new.
    if closed is not null and by_hand then raise exception 'case-closed' using errcode = 'LU409'; end if;
    if closed is not null and not exists (
        select from item i join filing f on f.item_id = i.id
         where i.contractor_id = file and i.object_id = (p->>'objectId')::uuid and f.case_file_id = kase) then
      kase := null;
      select c.audience_id into strict scope from contractor c where c.id = file;
    end if;
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

-- That of 0033, likewise.
create or replace function put_meetings(p_message uuid, p_sender text, p_places jsonb, p_meetings jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place record;
  meeting jsonb;
begin
  if not sees_message(p_message) and not decides_about(p_message) then raise exception 'not-found' using errcode = 'LU404'; end if;
  for place in
    select c.id as contractor_id, k.id as case_id from (
        select distinct (x->>'contractorId')::uuid as contractor, (x->>'caseId')::uuid as kase from jsonb_array_elements(p_places) x) p
      join contractor c on c.id = p.contractor
      left join case_file k on k.id = p.kase and exists (select from case_party q where q.case_file_id = k.id and q.contractor_id = c.id)
     where (p.kase is null or (k.id is not null and k.closed_at is null)) and holds(coalesce(k.audience_id, c.audience_id)) order by 1, 2
  loop
    for meeting in select m from jsonb_array_elements(p_meetings) m loop
      perform put_meeting(p_message, p_sender, place.contractor_id, place.case_id, meeting);
    end loop;
  end loop;
end $$;

-- That of 0175, and what a person files is decided for those in whose place he may.
create or replace function file_entries(p_message uuid, p_entries jsonb, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  entry jsonb;
  made record;
  -- Asked before anything is filed, for what is filed here must not open the eyes to others' choices.
  choices jsonb := choices_for(p_message, p_entries @> '[{"byHand": true}]');
  choice text;
  -- In whose place a person decides by this, who may be the only one of his colleagues to do so.
  waiting uuid[] := case when p_entries @> '[{"byHand": true, "method": "hand"}]' then those_waiting(p_message) else '{}' end;
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
  perform settle_for(p_message, p_entries, waiting);
end $$;

-- The copy of a stored mail from which it is filed again: my own, else (by my hand only) that of the mailbox for which I help.
create function copy_to_file(p_message uuid, p_by_hand boolean)
  returns table (id uuid, direction text, occurred_at timestamptz, door text, mailbox_id uuid, source_hash text, items json)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query select m.id, m.direction, m.occurred_at, c.door, c.mailbox_id, c.source_hash, items_of_message(m.id)
    from message_copy c join message m on m.id = c.message_id left join mailbox b on b.id = c.mailbox_id and b.owner_id = c.owner_id
   where c.message_id = p_message
     and (c.owner_id = me() or (p_by_hand and b.id is not null and helps_mailbox(b.id) and decides_for(c.message_id, c.owner_id)))
   order by c.owner_id <> me(), c.seen_at, c.id limit 1;
end $$;

-- That of 0015: leaves out what waits for me and where I help; answers which of it I left out.
create or replace function leave_out(p_messages uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from triage_entry t where t.message_id = any(p_messages) and (t.owner_id = me() or decides_for(t.message_id, t.owner_id))
    order by t.message_id, t.owner_id for update;
  with changed as (
    update triage_entry t set state = 'left-out', former_reason = t.reason, reason = 'by-hand', by_hand = true, decided_by = me()
     where t.message_id = any(p_messages) and t.state = 'open' and (t.owner_id = me() or decides_for(t.message_id, t.owner_id))
     returning t.message_id, t.owner_id)
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select me(), 'left-out', 'message', c.message_id, case when c.owner_id = me() then '{}' else jsonb_build_object('ownerId', c.owner_id) end from changed c;
  return query select distinct t.message_id from triage_entry t where t.message_id = any(p_messages) and t.state = 'left-out'
    and (t.owner_id = me() or (t.decided_by = me() and helps_with(t.message_id, t.owner_id)));
end $$;

-- Lets what I decided in another's place wait again, where he and I see it in no file. From a file I must have taken it
-- myself: what its owner took out waits for him alone.
create function give_back(p_messages uuid[]) returns void language plpgsql volatile as $$
declare
  asking text := current_setting('lupa.user', true);
  entry record;
  is_filed boolean;
begin
  for entry in select t.message_id, t.owner_id, t.state from triage_entry t
                where t.message_id = any(p_messages) and t.owner_id <> me() and t.decided_by = me() and t.state <> 'open'
                  and helps_with(t.message_id, t.owner_id) and (t.state <> 'done' or exists (
                    select from decision d where d.message_id = t.message_id and d.verdict = 'never' and d.decided_by = me())) order by t.message_id, t.owner_id for update loop
    is_filed := entry.state = 'done' and sees_item_of(entry.message_id);
    if entry.state = 'done' and not is_filed then
      perform set_config('lupa.user', entry.owner_id::text, true);
      is_filed := sees_item_of(entry.message_id);
      perform set_config('lupa.user', asking, true);
    end if;
    continue when is_filed;
    update triage_entry t set state = 'open', reason = coalesce(t.former_reason, t.reason), former_reason = null, by_hand = true, decided_by = null
     where t.message_id = entry.message_id and t.owner_id = entry.owner_id;
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'recovered', 'message', entry.message_id, jsonb_build_object('ownerId', entry.owner_id));
  end loop;
end $$;

-- That of 0015, with what I decided in another's place.
create or replace function recover_left_out(p_messages uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from triage_entry t where t.owner_id = me() and t.message_id = any(p_messages) order by t.message_id for update;
  with changed as (
    update triage_entry t set state = 'open', reason = coalesce(t.former_reason, t.reason), former_reason = null, by_hand = true, decided_by = null
     where t.owner_id = me() and t.message_id = any(p_messages)
       and (t.state = 'left-out' or (t.state = 'done' and not sees_item_of(t.message_id))) returning t.message_id)
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select me(), 'recovered', 'message', c.message_id, '{}' from changed c;
  perform give_back(p_messages);
  return query select distinct t.message_id from triage_entry t
    where t.message_id = any(p_messages) and t.state = 'open' and (t.owner_id = me() or decides_for(t.message_id, t.owner_id));
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  -- What these share runs with the rights of the caller, so it is of no use to anybody else.
  foreach f in array array['those_waiting(uuid)'::regprocedure, 'settle_for(uuid, jsonb, uuid[])', 'give_back(uuid[])'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_intake', f);
  end loop;
  revoke execute on function copy_to_file(uuid, boolean) from public;
  grant execute on function copy_to_file(uuid, boolean) to lupa_app;
  alter function copy_to_file(uuid, boolean) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
