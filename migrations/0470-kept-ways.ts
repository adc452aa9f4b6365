import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

const circle = '  if old.own_audience then perform copy_circle(moved, p_case, old.audience_id); end if;\n  for document'
const circleOfDocument =
  '    if document.own_audience then perform copy_circle(thing, p_case, document.audience_id); end if;'
const circleOfMeeting = '      if old.own_audience then perform copy_circle(moved, p_case, old.audience_id); end if;'
const noted = `  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'moved'`

/** To whom an item was shown, and to whom a task is given, keeps it when it is moved by somebody who may show it to him. */
export class KeptWays extends Migration {
  override up() {
    this.addSql(`
-- What was shared of an item is shared of the one that it became in another file; and it stays pinned. Nobody is told of it anew.
create function carry_ways(p_from uuid, p_to uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if p_from = p_to or not may_share(p_from) or not may_share(p_to) then return; end if;
  insert into item_grant as g (item_id, principal_id, reason, granted_by, granted_at)
    select p_to, o.principal_id, 'shared', o.granted_by, o.granted_at from item_grant o
     where o.item_id = p_from and o.reason = 'shared' order by o.principal_id
    on conflict (item_id, principal_id) do update set besides = g.reason, reason = 'shared', granted_by = excluded.granted_by, granted_at = excluded.granted_at
      where is_blind(g.item_id, g.principal_id);
  update item i set pinned_at = o.pinned_at from item o
   where i.id = p_to and i.pinned_at is null and o.id = p_from and o.pinned_at is not null;
end $$;

-- Lets somebody in to a task that is his to do. That it was given to him tells him enough.
create function let_assignee_in(p_item uuid, p_user uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  -- Held, so that an item taken out at the same time is not shared any more.
  perform from item i where i.id = p_item for key share;
  insert into item_grant (item_id, principal_id, reason, granted_by) values (p_item, p_user, 'shared', me()) on conflict do nothing;
  if not found then return; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'shared', 'item', p_item, jsonb_build_object('principalId', p_user));
end $$;

-- Who has to do a task, as far as he sees it.
create function seeing_assignee(p_object uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asking text := current_setting('lupa.user', true);
  one uuid := (select a.assignee_id from activity a join app_user u on u.id = a.assignee_id where a.id = p_object and u.disabled_at is null);
begin
  if one is null then return null; end if;
  perform set_config('lupa.user', one::text, true);
  if not sees_item_of(p_object) then one := null; end if;
  perform set_config('lupa.user', asking, true);
  return one;
end $$;
${reword('move_item(uuid, uuid, uuid, boolean, uuid[])', [
  ['  thing uuid;\n', '  thing uuid;\n  doer uuid;\n'],
  ['  thing := it.object_id;\n', '  doer := seeing_assignee(it.object_id);\n  thing := it.object_id;\n'],
  [circle, circle.replace('  for document', '  perform carry_ways(p_item, moved);\n  for document')],
  [circleOfDocument, `${circleOfDocument}\n    perform carry_ways(document.id, thing);`],
  [
    noted,
    `  if doer is not null and seeing_assignee(it.object_id) is null and may_share(moved) then perform let_assignee_in(moved, doer); end if;\n${noted}`,
  ],
])}
${reword('move_meetings(uuid, uuid, uuid, uuid, uuid[])', [
  [circleOfMeeting, `${circleOfMeeting}\n      perform carry_ways(old.id, moved);`],
])}

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['carry_ways(uuid, uuid)'::regprocedure, 'let_assignee_in(uuid, uuid)', 'seeing_assignee(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
