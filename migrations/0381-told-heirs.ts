import { Migration } from '@mikro-orm/migrations'

/** Whoever takes over what somebody left behind is told of it once, with how much of each it is. */
export class ToldHeirs extends Migration {
  override up() {
    this.addSql(`
alter table notification add column given jsonb check ((given is not null) = (kind = 'handed-over'));
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check
  check (kind in ('shared', 'break-glass', 'task', 'person-opened', 'handed-over'));

-- As in 0163; the heir is told, unless nothing was left or he is told of each task anyway.
create or replace function hand_everything_over(p_user uuid, p_heir uuid, p_parts text[]) returns jsonb
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
  if exists (select from jsonb_each(done - 'tasks') d where d.value <> '0') then
    insert into notification (user_id, kind, by_id, given)
      select p_heir, 'handed-over', me(), done || jsonb_build_object('from', u.name) from app_user u where u.id = p_user;
  end if;
  return jsonb_build_object('done', done, 'boxes', to_jsonb(boxes));
end $$;

-- What was given, of such notifications of mine.
create function given_to_me(p_ids text[]) returns table (id text, given jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select 'note-' || n.id, n.given from notification n where n.user_id = me() and n.given is not null and 'note-' || n.id = any(p_ids)
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function given_to_me(text[]) from public;
  alter function given_to_me(text[]) owner to lupa_intake;
  grant execute on function given_to_me(text[]) to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
