import { Migration } from '@mikro-orm/migrations'

/**
 * A circle is made only for a filing that is held: an update that waits for another one works its new values out anew
 * when its turn comes, and the circle that was made first belonged to nothing.
 */
export class OwnCircles extends Migration {
  override up() {
    this.addSql(`
create or replace function change_item_audience(p_item uuid, p_principals uuid[]) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  f record;
  circle uuid;
  changed int := 0;
begin
  select i.* into it from item i where i.id = p_item;
  -- What only this mail brought is as confidential as the mail.
  if it.kind in ('mail-in', 'mail-out') and p_principals is not null then
    perform repoint_documents(it.object_id, it.contractor_id, null, true);
  end if;
  for f in select g.id, g.case_file_id, i.contractor_id from filing g join item i on i.id = g.item_id
            where (g.item_id = p_item or (it.kind in ('mail-in', 'mail-out') and g.via_message_id = it.object_id and i.contractor_id = it.contractor_id))
              and holds(g.audience_id) order by g.id for update of g loop
    if p_principals is null then
      update filing set own_audience = false, audience_id = coalesce(
        (select c.audience_id from case_file c where c.id = f.case_file_id),
        (select c.audience_id from contractor c where c.id = f.contractor_id)) where id = f.id;
    else
      circle := create_audience(p_principals, null);
      update filing set own_audience = true, audience_id = circle where id = f.id;
    end if;
    changed := changed + 1;
  end loop;
  if changed = 0 then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'audience-changed', 'item', p_item, jsonb_build_object('own', p_principals is not null, 'filings', changed));
  return changed;
end $$;

create or replace function copy_circle(p_item uuid, p_case uuid, p_circle uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place uuid := (select f.id from filing f where f.item_id = p_item and f.case_file_id is not distinct from p_case and not f.own_audience for update);
  fresh uuid;
begin
  if place is null then return; end if;
  insert into audience default values returning id into fresh;
  insert into audience_member (audience_id, principal_id, is_audience)
    select fresh, m.principal_id, m.is_audience from audience_member m where m.audience_id = p_circle;
  update filing set own_audience = true, audience_id = fresh where id = place;
end $$;
`)
  }
}
