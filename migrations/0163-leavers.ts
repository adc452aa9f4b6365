import { Migration } from '@mikro-orm/migrations'

/**
 * What somebody who has left looked after goes to a colleague in one act of an administrator, who sees nothing of it
 * himself: numbers before, ids in the log after. What others see goes on as it was; what nobody sees any more finds somebody.
 */
export class Leavers extends Migration {
  override up() {
    this.addSql(`
grant select (host, port, user_name), update (owner_id, consent_by, consent_at) on mailbox to lupa_intake;

-- Whether nobody who is still here stands in an audience: who is shut out is in no membership. An emergency opening is over
-- before long.
create function is_deserted(p_audience uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
      select from audience_member a join membership m on m.principal_id = a.principal_id
       where a.audience_id = p_audience and not a.is_audience and not exists (select from break_glass b where b.id = a.principal_id))
    and not exists (
      select from audience_member f join audience_member a on a.audience_id = f.principal_id join membership m on m.principal_id = a.principal_id
       where f.audience_id = p_audience and f.is_audience and not exists (select from break_glass b where b.id = a.principal_id))
$$;

-- What a user leaves behind, by part: files and cases that he looks after, or that he alone was in; his open tasks; his
-- mailboxes; items that nobody sees any more and that he saw by name.
create function left_behind(p_user uuid, p_part text) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_part = 'contractors' then
    return query select c.id from contractor c where c.manager_id = p_user
      union select c.id from audience_member a join contractor c on c.audience_id = a.audience_id
             where a.principal_id = p_user and is_deserted(c.audience_id);
  elsif p_part = 'cases' then
    return query select k.id from case_file k where k.manager_id = p_user
      union select k.id from audience_member a join case_file k on k.audience_id = a.audience_id
             where a.principal_id = p_user and is_deserted(k.audience_id);
  elsif p_part = 'tasks' then
    return query select a.id from activity a where a.assignee_id = p_user and a.kind = 'task' and a.state in ('new', 'in-progress');
  elsif p_part = 'mailboxes' then
    return query select m.id from mailbox m where m.owner_id = p_user;
  elsif p_part = 'items' then
    -- Few audiences hold many items, so each is looked at once.
    return query
      with mine as materialized (
        select f.item_id from audience_member a join filing f on f.audience_id = a.audience_id and f.own_audience where a.principal_id = p_user
        union select g.item_id from item_grant g where g.principal_id = p_user),
      there as materialized (select distinct f.audience_id from filing f join mine i on i.item_id = f.item_id),
      empty as materialized (select t.audience_id from there t where is_deserted(t.audience_id))
      select i.item_id from mine i
       where not exists (select from filing f where f.item_id = i.item_id and not exists (select from empty e where e.audience_id = f.audience_id))
         and not exists (select from item_grant g join membership m on m.principal_id = g.principal_id
                          where g.item_id = i.item_id and g.reason <> 'break-glass');
  end if;
end $$;

-- Who left: known, and shut out. While he is here, what is his is his to give.
create function has_left(p_user uuid) returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  if not exists (select from app_user u where u.id = p_user) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if exists (select from app_user u where u.id = p_user and u.disabled_at is null) then
    raise exception 'account-on' using errcode = 'LU423';
  end if;
end $$;

create function what_is_left(p_user uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform has_left(p_user);
  return jsonb_build_object(
    'contractors', (select count(*) from left_behind(p_user, 'contractors')),
    'cases', (select count(*) from left_behind(p_user, 'cases')),
    'tasks', (select count(*) from left_behind(p_user, 'tasks')),
    'mailboxes', (select coalesce(jsonb_agg(m.user_name order by m.user_name), '[]') from left_behind(p_user, 'mailboxes') b join mailbox m on m.id = b),
    'items', (select count(*) from left_behind(p_user, 'items')));
end $$;

-- Gives files or cases another manager, who is in their audience from then on.
create function hand_places_over(p_user uuid, p_heir uuid, p_type text) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  scope uuid;
  amount int := 0;
begin
  for one in select b from left_behind(p_user, p_type || 's') b order by b loop
    if p_type = 'case' then update case_file set manager_id = p_heir where id = one returning audience_id into scope;
    else update contractor set manager_id = p_heir where id = one returning audience_id into scope; end if;
    insert into audience_member (audience_id, principal_id) values (scope, p_heir) on conflict do nothing;
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'handed-over', p_type, one, jsonb_build_object('managerId', p_heir, 'fromId', p_user));
    amount := amount + 1;
  end loop;
  return amount;
end $$;

-- Gives open tasks to a colleague, who is let in to those that he does not see, and told of each.
create function hand_tasks_over(p_user uuid, p_heir uuid) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asking text := current_setting('lupa.user', true);
  one uuid;
  thing uuid;
  amount int := 0;
begin
  for one in select b from left_behind(p_user, 'tasks') b order by b loop
    update activity set assignee_id = p_heir, given_by = me(), accepted_at = null where id = one;
    perform set_config('lupa.user', p_heir::text, true);
    thing := (select i.id from item i where i.object_id = one and sees_item(i.id) order by i.created_at, i.id limit 1);
    perform set_config('lupa.user', asking, true);
    if thing is null then
      insert into item_grant (item_id, principal_id, reason, granted_by)
        select i.id, p_heir, 'shared', me() from item i where i.object_id = one order by i.created_at, i.id limit 1
        on conflict do nothing returning item_id into thing;
    end if;
    insert into activity_entry (activity_id, by_id, field, before, after) values (one, me(), 'assignee', p_user::text, p_heir::text);
    insert into notification (user_id, kind, by_id, item_id) values (p_heir, 'task', me(), thing);
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'handed-over', 'activity', one, jsonb_build_object('assigneeId', p_heir, 'fromId', p_user));
    amount := amount + 1;
  end loop;
  return amount;
end $$;

-- Gives mailboxes to a colleague who has not got the same ones, with the mail from them that waits for a decision.
create function hand_mailboxes_over(p_user uuid, p_heir uuid) returns uuid[]
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  box mailbox.id%type;
  moved uuid[] := '{}';
  waiting uuid[];
begin
  for box in select m.id from mailbox m where m.owner_id = p_user and not exists (
      select from mailbox o where o.owner_id = p_heir and o.host = m.host and o.port = m.port and o.user_name = m.user_name) order by m.id loop
    update mailbox set owner_id = p_heir, consent_by = me(), consent_at = now() where id = box;
    waiting := array(
      select c.message_id from message_copy c join triage_entry t on t.message_id = c.message_id and t.owner_id = p_user and t.state = 'open'
       where c.owner_id = p_user and c.mailbox_id = box
         and not exists (select from message_copy o where o.message_id = c.message_id and o.owner_id = p_heir));
    update message_copy set owner_id = p_heir where owner_id = p_user and mailbox_id = box and message_id = any(waiting);
    update triage_entry t set owner_id = p_heir where t.owner_id = p_user and t.message_id = any(waiting)
       and not exists (select from triage_entry o where o.message_id = t.message_id and o.owner_id = p_heir);
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'handed-over', 'mailbox', box, jsonb_build_object('ownerId', p_heir, 'fromId', p_user));
    moved := moved || box;
  end loop;
  return moved;
end $$;

-- Lets a colleague in to what nobody sees any more; what was held for the one who left is held for him.
create function hand_items_over(p_user uuid, p_heir uuid) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  items uuid[] := array(select b from left_behind(p_user, 'items') b order by b);
begin
  insert into item_grant (item_id, principal_id, reason, granted_by)
    select g.item_id, p_heir, 'shared', me() from item_grant g where g.principal_id = p_user and g.item_id = any(items) on conflict do nothing;
  insert into audience_member (audience_id, principal_id)
    select distinct f.audience_id, p_heir from filing f join audience_member a on a.audience_id = f.audience_id and a.principal_id = p_user
     where f.item_id = any(items) and f.own_audience
    on conflict do nothing;
  update filing set held_by = p_heir where item_id = any(items) and held_by = p_user;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select me(), 'handed-over', 'item', i, jsonb_build_object('toId', p_heir, 'fromId', p_user) from unnest(items) i;
  return cardinality(items);
end $$;

-- Hands over the named parts. Nobody hands anything to himself: an administrator would read what he was never let in to.
create function hand_everything_over(p_user uuid, p_heir uuid, p_parts text[]) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  done jsonb;
  boxes uuid[];
begin
  perform has_left(p_user);
  if p_heir = me() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if not exists (select from app_user u where u.id = p_heir and u.disabled_at is null) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  boxes := case when 'mailboxes' = any(p_parts) then hand_mailboxes_over(p_user, p_heir) else '{}' end;
  done := jsonb_build_object(
    'contractors', case when 'contractors' = any(p_parts) then hand_places_over(p_user, p_heir, 'contractor') else 0 end,
    'cases', case when 'cases' = any(p_parts) then hand_places_over(p_user, p_heir, 'case') else 0 end,
    'tasks', case when 'tasks' = any(p_parts) then hand_tasks_over(p_user, p_heir) else 0 end,
    'mailboxes', cardinality(boxes));
  -- Last: what lies in a file that has somebody again is deserted no more.
  done := done || jsonb_build_object('items', case when 'items' = any(p_parts) then hand_items_over(p_user, p_heir) else 0 end);
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'handed-over', 'user', p_user, done || jsonb_build_object('toId', p_heir));
  return jsonb_build_object('done', done, 'boxes', to_jsonb(boxes));
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in (
      'is_deserted', 'left_behind', 'has_left', 'what_is_left', 'hand_places_over', 'hand_tasks_over', 'hand_mailboxes_over',
      'hand_items_over', 'hand_everything_over') loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  grant execute on function what_is_left, hand_everything_over to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
