import { Migration } from '@mikro-orm/migrations'

/**
 * Meetings that came as invitations by mail. A meeting stands in every file in which its mail lies and that the owner of
 * the mail sees; a later mail of the same sender or of whoever invites changes or cancels it.
 */
export class Meetings extends Migration {
  override up() {
    this.addSql(`
create table meeting_invitation (
  activity_id uuid primary key references activity on delete cascade,
  contractor_id uuid not null references contractor,
  uid text not null,
  -- Of one meeting out of a series: when it would have begun.
  recurrence_id timestamptz(3),
  sequence int not null,
  stamped_at timestamptz(3),
  organizer text not null,
  sender text not null,
  place text not null,
  occurrences timestamptz(3)[] not null,
  message_id uuid not null references message on delete cascade,
  unique nulls not distinct (contractor_id, uid, recurrence_id)
);
create index meeting_invitation_message on meeting_invitation (message_id);
alter table meeting_invitation enable row level security;
alter table meeting_invitation force row level security;
grant select, insert, update, delete on meeting_invitation to lupa_intake;
create policy intake on meeting_invitation to lupa_intake using (true) with check (true);
grant select on meeting_invitation to lupa_app;
create policy of_visible_item on meeting_invitation for select to lupa_app using (sees_item_of(meeting_invitation.activity_id));

-- Shows a meeting where it lies as it is now.
create function show_meeting(p_activity uuid, p jsonb) returns void language sql volatile as $$
  update item set title = p->>'title', snippet = p->>'snippet', occurred_at = (p->>'startsAt')::timestamptz where object_id = p_activity;
  update item_text t set lexemes = array_to_tsvector(array(select jsonb_array_elements_text(p->'lexemes'))) from item i
   where i.id = t.item_id and i.object_id = p_activity
$$;

-- What an invitation does to a meeting that is known: nothing when it is older, or of somebody who did not invite.
create function change_meeting(known meeting_invitation, p_message uuid, p_sender text, p jsonb) returns void language plpgsql volatile as $$
begin
  if p_sender = '' or p_sender not in (known.organizer, known.sender)
     or ((p->>'sequence')::int, coalesce((p->>'stampedAt')::timestamptz, '-infinity')) <= (known.sequence, coalesce(known.stamped_at, '-infinity')) then
    return;
  end if;
  update meeting_invitation set sequence = (p->>'sequence')::int, stamped_at = (p->>'stampedAt')::timestamptz, message_id = p_message
   where activity_id = known.activity_id;
  if p->>'method' = 'cancel' then
    -- With the series all its meetings end.
    update activity a set state = 'cancelled', state_at = now() from meeting_invitation v
     where a.id = v.activity_id and v.contractor_id = known.contractor_id and v.uid = known.uid
       and (v.activity_id = known.activity_id or known.recurrence_id is null);
    return;
  end if;
  update activity set title = p->>'title', note = p->>'note', starts_at = (p->>'startsAt')::timestamptz, ends_at = (p->>'endsAt')::timestamptz,
      state = null, state_at = now() where id = known.activity_id;
  update meeting_invitation set place = p->>'place', occurrences = array(select x::timestamptz from jsonb_array_elements_text(p->'occurrences') x)
   where activity_id = known.activity_id;
  perform show_meeting(known.activity_id, p);
end $$;

-- Puts the meetings of a mail of mine into one place where it is filed.
create function put_meeting(p_message uuid, p_sender text, p_contractor uuid, p_case uuid, p jsonb) returns void language plpgsql volatile as $$
declare
  known meeting_invitation;
  fresh uuid;
begin
  -- Two copies of an invitation at once would make two meetings of it.
  perform pg_advisory_xact_lock(hashtext('lupa.meeting'), hashtext(p_contractor || ' ' || (p->>'uid')));
  select v.* into known from meeting_invitation v
   where v.contractor_id = p_contractor and v.uid = p->>'uid' and v.recurrence_id is not distinct from (p->>'recurrenceId')::timestamptz;
  if known.activity_id is not null then
    perform change_meeting(known, p_message, p_sender, p);
  elsif p->>'method' = 'cancel' then
    return;
  else
    insert into activity (kind, contractor_id, title, note, starts_at, ends_at, created_by)
      values ('meeting', p_contractor, p->>'title', p->>'note', (p->>'startsAt')::timestamptz, (p->>'endsAt')::timestamptz, me()) returning id into fresh;
    insert into meeting_invitation (activity_id, contractor_id, uid, recurrence_id, sequence, stamped_at, organizer, sender, place, occurrences, message_id)
      values (fresh, p_contractor, p->>'uid', (p->>'recurrenceId')::timestamptz, (p->>'sequence')::int, (p->>'stampedAt')::timestamptz,
        p->>'organizer', p_sender, p->>'place', array(select x::timestamptz from jsonb_array_elements_text(p->'occurrences') x), p_message)
      returning * into known;
  end if;
  -- Where it lies hidden from me it stays so.
  if exists (select from activity a where a.id = known.activity_id and a.created_by = me()) or sees_item_of(known.activity_id) then
    perform put_filing(jsonb_build_object('byHand', false, 'contractorId', p_contractor, 'caseId', p_case, 'objectId', known.activity_id, 'kind', 'meeting',
      'occurredAt', p->>'startsAt', 'title', p->>'title', 'snippet', p->>'snippet', 'who', '', 'hasAttachment', false,
      'method', 'with-mail', 'evidence', '', 'lexemes', p->'lexemes'));
  end if;
end $$;

-- Puts the meetings of a mail of mine into the places where it is being filed, as far as I see these.
create function put_meetings(p_message uuid, p_sender text, p_places jsonb, p_meetings jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place record;
  meeting jsonb;
begin
  if not sees_message(p_message) then raise exception 'not-found' using errcode = 'LU404'; end if;
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

-- A meeting goes with its mail: what is taken out of a file leaves no meeting there.
create function meetings_go_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from item i using meeting_invitation v
   where v.message_id = old.object_id and v.contractor_id = old.contractor_id and i.object_id = v.activity_id and i.contractor_id = old.contractor_id;
  return null;
end $$;
create trigger mail_went after delete on item for each row when (old.kind in ('mail-in', 'mail-out')) execute function meetings_go_along();

-- As in 0030, and the meetings that came with the mail are held with it.
create or replace function hold_fresh(p_message uuid, box mailbox_consent) returns void language plpgsql volatile as $$
declare
  f filing;
  circle uuid;
begin
  for f in select g.* from filing g join item i on i.id = g.item_id
            where (i.object_id = p_message or g.via_message_id = p_message
                or i.object_id in (select v.activity_id from meeting_invitation v where v.message_id = p_message))
              and g.xmin = pg_current_xact_id()::xid
            order by g.id for update of g loop
    insert into audience default values returning id into circle;
    -- In a file that he does not see he must not find it either.
    insert into audience_member (audience_id, principal_id) select circle, me() where holds(scope_of(f));
    if box.release = 'at-once' then
      insert into audience_member (audience_id, principal_id) select circle, p from principals_in(box.audience) p on conflict do nothing;
    end if;
    update filing set own_audience = true, audience_id = circle,
      held_by = case when box.release <> 'at-once' then me() end,
      -- Whole minutes, so that what came together ends together.
      held_until = case when box.release = 'after-grace' then date_trunc('minute', now()) + (box.grace_minutes + 1) * interval '1 minute' end,
      held_mailbox = case when box.release <> 'at-once' then box.id end
     where id = f.id;
  end loop;
end $$;

create or replace function my_held(p_items uuid[]) returns table (filing_id uuid, item_id uuid) language plpgsql volatile as $$
begin
  return query
    select f.id, i.id from item i join filing f on f.item_id = i.id or (f.via_message_id = i.object_id and exists (
      select from item d where d.id = f.item_id and d.contractor_id = i.contractor_id)) or f.item_id in (
      select d.id from meeting_invitation v join item d on d.object_id = v.activity_id where v.message_id = i.object_id and d.contractor_id = i.contractor_id)
     where i.id = any(p_items) and f.held_by is not null and (f.held_by = me() or holds(f.audience_id)) order by f.id for update of f;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  revoke execute on function put_meetings(uuid, text, jsonb, jsonb), meetings_go_along() from public;
  grant execute on function put_meetings(uuid, text, jsonb, jsonb), meetings_go_along() to lupa_app;
  alter function put_meetings(uuid, text, jsonb, jsonb) owner to lupa_intake;
  alter function meetings_go_along() owner to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('show_meeting', 'change_meeting', 'put_meeting') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
