import { Migration } from '@mikro-orm/migrations'

/**
 * Who was let into a circle, and does not stand in the audience of the place, cannot open the item to that audience: he
 * would lose sight of it by his own act, was answered "not there", and had changed it all the same.
 */
export class BackToPlace extends Migration {
  override up() {
    this.addSql(`
create or replace function change_item_audience(p_item uuid, p_principals uuid[]) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  f record;
  place uuid;
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
      place := coalesce(
        (select c.audience_id from case_file c where c.id = f.case_file_id),
        (select c.audience_id from contractor c where c.id = f.contractor_id));
      if not holds(place) then raise exception 'not-found' using errcode = 'LU404'; end if;
      update filing set own_audience = false, audience_id = place where id = f.id;
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
`)
  }
}
