import { Migration } from '@mikro-orm/migrations'

/**
 * An emergency opening is for looking, and for some minutes. Who stands somewhere by it alone gives nobody a way in: not
 * others, and not himself for good.
 */
export class LastingStanding extends Migration {
  override up() {
    this.addSql(`
-- Whether I stand in an audience, or in one that it follows, otherwise than by an emergency opening.
create function stands_in(p_audience uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from membership s where s.user_id = me() and not exists (select from break_glass b where b.id = s.principal_id)
       and (exists (select from audience_member m where m.audience_id = p_audience and m.principal_id = s.principal_id)
            or exists (select from audience_member l join audience_member m on m.audience_id = l.principal_id
                        where l.audience_id = p_audience and l.is_audience and m.principal_id = s.principal_id)))
$$;

-- That of 0050.
create or replace function keeps_audience(p_audience uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select stands_in(p_audience) and coalesce((
    select m.manager_id is null or m.manager_id = me()
        -- A manager who has left the company, or does not see it any more, holds nobody up.
        or not exists (select from app_user u where u.id = m.manager_id and u.disabled_at is null)
      from (select c.manager_id from contractor c where c.audience_id = p_audience
            union all select k.manager_id from case_file k where k.audience_id = p_audience) m limit 1), true)
$$;

-- That of 0047.
create or replace function may_share(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select true from filing f where f.item_id = p_item and stands_in(f.audience_id) limit 1), false)
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function stands_in(uuid) from public;
  grant execute on function stands_in(uuid) to lupa_app;
  alter function stands_in(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
