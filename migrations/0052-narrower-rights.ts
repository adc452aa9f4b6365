import { Migration } from '@mikro-orm/migrations'

/**
 * Who is switched off holds nothing from that moment on, whatever token he still has; switched on again, what he held.
 * And the inner parts of filing, which check nobody's rights, are called by the functions that do, and by nobody else.
 */
export class NarrowerRights extends Migration {
  override up() {
    this.addSql(`
create or replace function close_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two changes at once would each miss the other's edge.
  perform pg_advisory_xact_lock(hashtext('lupa.membership'));
  with recursive up(user_id, principal_id) as (
      select id, id from app_user where disabled_at is null
      union
      select up.user_id, g.group_id from up join group_member g on g.member_id = up.principal_id),
    wanted as (
      select * from up
      union select b.user_id, b.id from break_glass b join app_user u on u.id = b.user_id and u.disabled_at is null where b.closed_at is null),
    gone as (
      delete from membership m where not exists
        (select from wanted w where w.user_id = m.user_id and w.principal_id = m.principal_id))
  insert into membership select user_id, principal_id from wanted on conflict do nothing;
  return null;
end $$;

create trigger app_user_switched after update of disabled_at on app_user
  for each statement execute function close_membership();
-- Those who are switched off already.
update app_user set disabled_at = disabled_at where disabled_at is not null;

revoke execute on function copy_circle, repoint_documents, put_document from lupa_app;
`)
  }
}
