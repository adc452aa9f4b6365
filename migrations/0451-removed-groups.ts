import { Migration } from '@mikro-orm/migrations'

/**
 * A group goes only when nothing leans on it: who stands in an audience through a group that is gone would be let in by
 * nothing, and nobody could say any more who that was. Its members leave it first, so they lose what groups around it gave.
 */
export class RemovedGroups extends Migration {
  override up() {
    this.addSql(`
-- What is set and names a principal.
create function leans_on(p_principal uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from audience_member a where a.principal_id = p_principal)
      or exists (select from item_grant g where g.principal_id = p_principal)
      or exists (select from mailbox_helper h where h.principal_id = p_principal)
      or exists (select from mailbox m where m.audience->'groups' ? p_principal::text)
      or exists (select from company_setting s where s.key = 'access-new-contractors' and s.value->'groups' ? p_principal::text)
$$;

create function remove_group(p_group uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare old app_group;
begin
  perform administrators_only();
  select * into old from app_group g where g.id = p_group for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  if old.everyone then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if leans_on(p_group) then raise exception 'group-in-use' using errcode = 'LU427'; end if;
  delete from app_group where id = p_group;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'removed', 'group', p_group);
end $$;

-- No way round the question what leans on it.
revoke delete on app_group from lupa_app;
grant select, update, delete on app_group to lupa_intake;
create policy intake_removes on app_group for delete to lupa_intake using (true);
create policy intake_holds on app_group for update to lupa_intake using (true);

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['leans_on(uuid)'::regprocedure, 'remove_group(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  grant execute on function remove_group to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
