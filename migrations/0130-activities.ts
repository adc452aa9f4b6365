import { Migration } from '@mikro-orm/migrations'
import { held } from './rule.ts'

/** Tasks that are given, accepted and worked off; comments on activities, and what became of them. */
export class Activities extends Migration {
  override up() {
    this.addSql(`
alter table activity add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high'));
alter table activity add column accepted_at timestamptz(3);
alter table activity add column given_by uuid references app_user;
create index activity_given_by on activity (given_by, due_on) where kind = 'task' and state in ('new', 'in-progress');
-- An activity changes by change_activity alone, which keeps its item, its words and its history in step.
revoke update on activity from lupa_app;
revoke update (title, note, starts_at, ends_at, direction, assignee_id, due_on, state, state_at) on activity from lupa_app;
drop policy of_visible_item_changed on activity;

-- What was said about an activity and what changed of it, in one history. Of a note only that it changed is kept.
create table activity_entry (
  id uuid primary key default gen_random_uuid(),
  activity_id uuid not null references activity on delete cascade,
  by_id uuid not null references app_user,
  at timestamptz(3) not null default now(),
  -- The order within one change; told to nobody, since it counts what is hidden too.
  n bigint generated always as identity,
  comment text,
  field text,
  before text,
  after text,
  check ((comment is null) <> (field is null))
);
create index activity_entry_activity on activity_entry (activity_id, n);
create index activity_entry_by on activity_entry (by_id);
alter table activity_entry enable row level security;
alter table activity_entry force row level security;
grant select, insert, update, delete on activity_entry to lupa_intake;
create policy intake on activity_entry to lupa_intake using (true) with check (true);
-- The history of an activity is there for whoever sees its item.
grant select on activity_entry to lupa_app;
create policy of_visible_item on activity_entry for select to lupa_app using (sees_item_of(activity_entry.activity_id));

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('shared', 'break-glass', 'task'));

-- An activity is changed by whoever may file its item, a task by the one who has to do it too. What an invitation says of a
-- meeting is the organizer's.
create function may_change_activity(p_activity uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select sees_item_of(p_activity) and not exists (select from meeting_invitation v where v.activity_id = p_activity) and (
    exists (select from activity a where a.id = p_activity and a.assignee_id = me())
    or exists (select from item i where i.object_id = p_activity and may_share(i.id)))
$$;

-- Gives a task to a colleague. Who does not see it yet is let in to it by whoever may share it; else it is refused.
create function give_task(p_activity uuid, p_to uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  task activity;
  asking text := current_setting('lupa.user', true);
  sees boolean;
  thing uuid;
begin
  if not sees_item_of(p_activity) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_change_activity(p_activity) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  select a.* into task from activity a where a.id = p_activity and a.kind = 'task' for update;
  if not found or not exists (select from app_user u where u.id = p_to and u.disabled_at is null) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  perform set_config('lupa.user', p_to::text, true);
  sees := sees_item_of(p_activity);
  perform set_config('lupa.user', asking, true);
  if not sees then
    select i.id into thing from item i where i.object_id = p_activity order by may_share(i.id) desc, i.created_at, i.id limit 1;
    perform share_item(thing, array[p_to]);
  end if;
  select i.id into thing from item i where i.object_id = p_activity and sees_item(i.id) order by i.created_at, i.id limit 1;
  if task.assignee_id is distinct from p_to then
    insert into activity_entry (activity_id, by_id, field, before, after)
      values (p_activity, me(), 'assignee', task.assignee_id::text, p_to::text);
  end if;
  update activity set assignee_id = p_to, given_by = me(), accepted_at = case when p_to = me() then now() end where id = p_activity;
  if p_to <> me() then
    insert into notification (user_id, kind, by_id, item_id) values (p_to, 'task', me(), thing);
  end if;
end $$;

-- Changes what is named in p. A task stands on the timeline where its state changed last, a call or meeting at its start.
create function change_activity(p_activity uuid, p jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  old activity;
  fresh activity;
  change record;
begin
  if not sees_item_of(p_activity) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_change_activity(p_activity) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  select a.* into strict old from activity a where a.id = p_activity for update;
  if p->>'assigneeId' is not null then perform give_task(p_activity, (p->>'assigneeId')::uuid); end if;
  -- Only the one who has to do it says yes to it; who begins it or ends it has said so.
  if (p->>'accepted')::boolean or (p ? 'state' and p->>'state' is distinct from old.state) then
    if not exists (select from activity a where a.id = p_activity and a.assignee_id = me()) then
      if (p->>'accepted')::boolean then raise exception 'not-allowed' using errcode = 'LU403'; end if;
    else
      update activity set accepted_at = coalesce(accepted_at, now()) where id = p_activity;
      if old.accepted_at is null then insert into activity_entry (activity_id, by_id, field) values (p_activity, me(), 'accepted'); end if;
    end if;
  end if;
  update activity a set
      title = coalesce(p->>'title', a.title), note = coalesce(p->>'note', a.note),
      starts_at = case when p ? 'startsAt' then (p->>'startsAt')::timestamptz else a.starts_at end,
      ends_at = case when p ? 'endsAt' then (p->>'endsAt')::timestamptz else a.ends_at end,
      person_id = case when p ? 'personId' then (p->>'personId')::uuid else a.person_id end,
      direction = case when p ? 'direction' then p->>'direction' else a.direction end,
      due_on = case when p ? 'dueOn' then (p->>'dueOn')::date else a.due_on end,
      priority = coalesce(p->>'priority', a.priority),
      state = coalesce(p->>'state', a.state),
      state_at = case when p->>'state' is distinct from a.state and p ? 'state' then (p->>'now')::timestamptz else a.state_at end
    where a.id = p_activity returning a.* into fresh;
  for change in
    select x.* from (values
      ('title', old.title, fresh.title), ('startsAt', iso(old.starts_at), iso(fresh.starts_at)), ('endsAt', iso(old.ends_at), iso(fresh.ends_at)),
      ('person', old.person_id::text, fresh.person_id::text), ('direction', old.direction, fresh.direction),
      ('dueOn', old.due_on::text, fresh.due_on::text), ('priority', old.priority, fresh.priority), ('state', old.state, fresh.state),
      ('note', md5(old.note), md5(fresh.note))) x(field, before, after)
     where x.before is distinct from x.after
  loop
    insert into activity_entry (activity_id, by_id, field, before, after)
      values (p_activity, me(), change.field, case when change.field <> 'note' then change.before end, case when change.field <> 'note' then change.after end);
  end loop;
  update item set title = fresh.title, snippet = coalesce(p->>'snippet', snippet),
      occurred_at = case when fresh.kind = 'task' then fresh.state_at else coalesce(fresh.starts_at, occurred_at) end
    where object_id = p_activity;
  if p ? 'lexemes' then
    update item_text t set lexemes = array_to_tsvector(array(select jsonb_array_elements_text(p->'lexemes')))
      from item i where i.object_id = p_activity and t.item_id = i.id;
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'changed', 'activity', p_activity, jsonb_build_object('fields', (select coalesce(jsonb_agg(k), '[]') from jsonb_object_keys(p) k where k not in ('snippet', 'lexemes', 'now'))));
end $$;

create function comment_activity(p_activity uuid, p_comment text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item_of(p_activity) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into activity_entry (activity_id, by_id, comment) values (p_activity, me(), p_comment);
  -- So that pages on which it is open ask again.
  update item set title = title where object_id = p_activity;
end $$;

-- The open tasks of a file or case that I may see, each with one item by which I do.
create function open_tasks(p_contractor uuid, p_case uuid) returns table (activity_id uuid, item_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_contractor is not null then
    return query select a.id, i.id from activity a join item i on i.object_id = a.id and i.contractor_id = p_contractor
      where a.kind = 'task' and a.state in ('new', 'in-progress')
        and (select true from item_access x where x.item_id = i.id and ${held('x.principal_id')} limit 1);
  else
    return query select distinct on (i.object_id) i.object_id, i.id from item_access x join item i on i.id = x.item_id
      where x.case_file_id = p_case and x.kind = 'task' and ${held('x.principal_id')} order by i.object_id, i.created_at, i.id;
  end if;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake, lupa_reader;
  foreach f in array array['may_change_activity(uuid)'::regprocedure, 'give_task(uuid, uuid)', 'change_activity(uuid, jsonb)', 'comment_activity(uuid, text)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke execute on function open_tasks(uuid, uuid) from public;
  grant execute on function open_tasks(uuid, uuid) to lupa_app;
  alter function open_tasks(uuid, uuid) owner to lupa_reader;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}
