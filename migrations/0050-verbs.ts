import { Migration } from '@mikro-orm/migrations'

/** Roles give verbs: who may see a file or case is its manager's to say; without one, that of everybody in it. */
export class Verbs extends Migration {
  override up() {
    this.addSql(`
-- Whether I may change who stands in an audience of a contractor or case. A circle of one filing is everybody's in it.
create function keeps_audience(p_audience uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select holds(p_audience) and coalesce((
    select m.manager_id is null or m.manager_id = me()
        -- A manager who has left the company, or does not see it any more, holds nobody up.
        or not exists (select from app_user u where u.id = m.manager_id and u.disabled_at is null)
      from (select c.manager_id from contractor c where c.audience_id = p_audience
            union all select k.manager_id from case_file k where k.audience_id = p_audience) m limit 1), true)
$$;

-- Replaces that of 0007: asks whose word it is.
create or replace function change_audience(p_audience uuid, p_principals uuid[], p_follows uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  -- Whoever looks after the file or case stays in, and so does the one who changes it.
  kept uuid[] := p_principals || me() || array(
    select c.manager_id from contractor c where c.audience_id = p_audience and c.manager_id is not null
    union all select k.manager_id from case_file k where k.audience_id = p_audience and k.manager_id is not null);
begin
  if not holds(p_audience) or (p_follows is not null and not holds(p_follows)) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if not keeps_audience(p_audience) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  -- A null among the kept ones would keep everybody.
  delete from audience_member m where m.audience_id = p_audience and not coalesce(m.principal_id = any(kept), false)
     and m.principal_id is distinct from p_follows;
  insert into audience_member (audience_id, principal_id)
    select p_audience, p from (select distinct unnest(kept) p) x
     where p is not null and (exists (select from app_user u where u.id = p) or exists (select from app_group g where g.id = p))
    on conflict do nothing;
  if p_follows is not null then
    insert into audience_member (audience_id, principal_id, is_audience) values (p_audience, p_follows, true) on conflict do nothing;
  end if;
end $$;

-- Gives a contractor or case to another manager, who is in its audience from then on.
create function hand_over(p_type text, p_object uuid, p_manager uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  scope uuid;
begin
  if p_type = 'case' then select k.audience_id into scope from case_file k where k.id = p_object for update;
  else select c.audience_id into scope from contractor c where c.id = p_object for update; end if;
  if scope is null or not holds(scope) or not exists (select from app_user u where u.id = p_manager and u.disabled_at is null) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if not keeps_audience(scope) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if p_type = 'case' then update case_file set manager_id = p_manager where id = p_object;
  else update contractor set manager_id = p_manager where id = p_object; end if;
  insert into audience_member (audience_id, principal_id) values (scope, p_manager) on conflict do nothing;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'handed-over', p_type, p_object, jsonb_build_object('managerId', p_manager));
end $$;

-- What the reader may do with a contractor and a case, for the buttons.
create function place_verbs(p_audience uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('change', holds(p_audience), 'changeAudience', keeps_audience(p_audience))
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['keeps_audience(uuid)'::regprocedure, 'hand_over(text, uuid, uuid)', 'place_verbs(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
