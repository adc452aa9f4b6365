import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** Who merely reads an item takes it from nobody who looks after it, neither by a narrower circle nor by moving it. */
export class Keepers extends Migration {
  override up() {
    this.addSql(`
-- Who looked after it when somebody who did not moved it here; who moved it is none of them. Null where it was filed here.
alter table filing add column kept_by uuid[];
alter table item_grant drop constraint item_grant_reason_check, drop constraint item_grant_besides_check;
alter table item_grant add constraint item_grant_reason_check
  check (reason in ('mailbox', 'filed', 'kept', 'shared', 'recipient', 'break-glass'));
alter table item_grant add constraint item_grant_besides_check check (besides in ('mailbox', 'filed', 'kept', 'recipient'));
drop trigger item_grant_keeps_own_way on item_grant;
create trigger item_grant_keeps_own_way before insert on item_grant
  for each row when (new.reason in ('mailbox', 'filed', 'kept')) execute function keep_own_way();

-- Whether somebody stands in an audience otherwise than by an emergency opening.
create function stands(p_user uuid, p_audience uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from membership s where s.user_id = p_user and not exists (select from break_glass b where b.id = s.principal_id)
       and (exists (select from audience_member m where m.audience_id = p_audience and m.principal_id = s.principal_id)
            or exists (select from audience_member l join audience_member m on m.audience_id = l.principal_id
                        where l.audience_id = p_audience and l.is_audience and m.principal_id = s.principal_id)))
$$;
create or replace function stands_in(p_audience uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$ select stands(me(), p_audience) $$;

-- The keepers of a filing: who wrote what is filed, who filed it by hand (to confirm what the server filed is not to file
-- it), and the managers of its file and of its case, as far as they are with the company and see it lasting. Where it was
-- moved to by somebody who was none, those who were keepers before are; the managers of the place that he chose stay in,
-- but leave nobody out ("decides").
create function keepers(p_filing uuid) returns table(id uuid, decides boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, bool_or(n.decides)
    from filing f join item i on i.id = f.item_id join contractor c on c.id = i.contractor_id left join case_file k on k.id = f.case_file_id
    cross join lateral (
      select a.created_by as id, true as decides from activity a
       where a.id = i.object_id and not exists (select from meeting_invitation v where v.activity_id = a.id)
      union all select d.uploaded_by, true from document d where d.id = i.object_id
      union all select unnest(f.kept_by), true
      union all select f.filed_by, true where f.kept_by is null and not exists (
        select from teaching t cross join lateral jsonb_array_elements(t.evidence) e
         where t.message_id = i.object_id and t.contractor_id = i.contractor_id and t.taught_by = f.filed_by and t.verdict in ('right', 'always')
           and (e->>'caseId')::uuid is not distinct from f.case_file_id and e->>'method' <> 'hand')
      union all select m, f.kept_by is null from unnest(array[c.manager_id, k.manager_id]) m) n
    join app_user u on u.id = n.id and u.disabled_at is null
   where f.id = p_filing and (stands(u.id, f.audience_id) or exists (
     select from item_grant g join membership m on m.principal_id = g.principal_id and m.user_id = u.id
      where g.item_id = i.id and g.reason <> 'break-glass' and not is_blind(i.id, g.principal_id)))
   group by u.id
$$;

-- THE RULE: who is none of the keepers of a filing takes it from none of them: in a circle that he draws they stay, and
-- what he moves they go on seeing; a keeper may leave the others out. These are those whom I cannot leave out.
create function staying(p_filing uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(k.id order by k.id), '{}') from keepers(p_filing) k
   where k.id <> me() and not exists (select from keepers(p_filing) o where o.id = me() and o.decides)
$$;

-- A way in of their own for keepers; who has one that lasts, or is named in the mail's blind copies, needs no other.
create function give_ways(p_item uuid, p_keepers uuid[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update item_grant g set reason = 'kept', granted_by = me(), granted_at = now()
   where g.item_id = p_item and g.principal_id = any(p_keepers) and g.reason = 'recipient' and not is_blind(g.item_id, g.principal_id);
  -- Beside a share it is written down by the trigger; the same row could not be updated here as well.
  insert into item_grant (item_id, principal_id, reason, granted_by)
    select p_item, k, 'kept', me() from (select distinct unnest(p_keepers) k) x order by k
    on conflict do nothing
$$;

-- Whether somebody stands in an audience of an item, and needs no way of his own as a keeper of it.
create function stands_by(p_user uuid, p_item uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from filing f where f.item_id = p_item and stands(p_user, f.audience_id))
$$;

-- The ways that keepers need no more end: what is moved to and fro gathers none.
create function end_needless_ways(p_item uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from item_grant g where g.item_id = p_item and g.reason = 'kept' and stands_by(g.principal_id, p_item);
  update item_grant g set besides = null where g.item_id = p_item and g.besides = 'kept' and stands_by(g.principal_id, p_item);
end $$;

-- What lies in a place was taken there from these keepers: they look after it there as well, and who took it does not.
create function keep_in(p_item uuid, p_case uuid, p_keepers uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place record;
begin
  if cardinality(p_keepers) = 0 then return; end if;
  select f.id, f.audience_id, coalesce(f.kept_by, array[f.filed_by, c.manager_id, k.manager_id]) as kept_by into strict place
    from filing f join item i on i.id = f.item_id join contractor c on c.id = i.contractor_id left join case_file k on k.id = f.case_file_id
   where f.item_id = p_item and f.case_file_id is not distinct from p_case;
  update filing set kept_by = array(select distinct k from unnest(place.kept_by || p_keepers) k where k <> me() order by k) where id = place.id;
  perform give_ways(p_item, array(select k from unnest(p_keepers) k where not stands(k, place.audience_id)));
end $$;

-- Who keeps seeing an item in whose audiences he does not stand; for who sees it.
create function kept_ways(p_item uuid) returns table(id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.name from item_grant g join app_user u on u.id = g.principal_id
   where g.item_id = p_item and g.reason = 'kept' and sees_item(p_item)
$$;

-- Whom I cannot leave out of a circle of an item; for who may draw one.
create function who_stays(p_item uuid) returns table(id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct u.id, u.name from filing f cross join lateral unnest(staying(f.id)) k join app_user u on u.id = k
   where f.item_id = p_item and stands_in(f.audience_id) order by u.name, u.id
$$;

-- Whoever may leave keepers out takes their ways back too, unless one keeps it for a filing in which he has no say.
create function end_left_out_ways(p_item uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  still uuid[] := array(select unnest(staying(f.id)) from filing f where f.item_id = p_item);
begin
  update item_grant g set besides = null where g.item_id = p_item and g.besides = 'kept' and g.principal_id <> all(still);
  delete from item_grant g where g.item_id = p_item and g.reason = 'kept' and g.principal_id <> all(still);
end $$;

-- As in 0051, with the rule above. Who came by an emergency opening, which is for looking only, changes nothing.
create or replace function change_item_audience(p_item uuid, p_principals uuid[]) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
  f record;
  place uuid;
  mine uuid[];
  of_mail uuid[];
  stays jsonb;
  names jsonb;
begin
  select i.* into it from item i where i.id = p_item;
  -- What only this mail brought is as confidential as the mail.
  if it.kind in ('mail-in', 'mail-out') and p_principals is not null then
    perform repoint_documents(it.object_id, it.contractor_id, null, true);
  end if;
  mine := array(select g.id from filing g join item i on i.id = g.item_id
            where (g.item_id = p_item or (it.kind in ('mail-in', 'mail-out') and g.via_message_id = it.object_id and i.contractor_id = it.contractor_id))
              and stands_in(g.audience_id) order by g.id for update of g);
  if cardinality(mine) = 0 then
    if exists (select from filing g where g.item_id = p_item and holds(g.audience_id)) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  -- Who stays is settled before the first circle is drawn, which takes shares back. What a mail brought has its keepers too.
  of_mail := array(select unnest(staying(g.id)) from filing g where g.item_id = p_item and g.id = any(mine));
  if p_principals is not null then
    perform end_left_out_ways(g.item_id) from (select distinct item_id from filing where id = any(mine)) g;
  end if;
  select jsonb_object_agg(g.id, case when g.item_id = p_item then staying(g.id) else staying(g.id) || of_mail end) into stays
    from filing g where g.id = any(mine);
  for f in select g.id, g.case_file_id, i.contractor_id, g.audience_id from filing g join item i on i.id = g.item_id where g.id = any(mine) order by g.id loop
    if p_principals is null then
      place := coalesce(
        (select c.audience_id from case_file c where c.id = f.case_file_id),
        (select c.audience_id from contractor c where c.id = f.contractor_id));
      if not holds(place) then raise exception 'not-found' using errcode = 'LU404'; end if;
      update filing set own_audience = false, audience_id = place where id = f.id;
    else
      place := create_audience(p_principals || array(select k::uuid from jsonb_array_elements_text(stays->f.id::text) k where stands(k::uuid, f.audience_id)), null);
      update filing set own_audience = true, audience_id = place where id = f.id;
    end if;
  end loop;
  for f in select distinct g.item_id as id from filing g where g.id = any(mine) loop
    perform give_ways(f.id, array(select distinct k::uuid from filing g cross join lateral jsonb_array_elements_text(stays->g.id::text) k
      where g.item_id = f.id and g.id = any(mine) and not stands_by(k::uuid, f.id)));
    perform end_needless_ways(f.id);
  end loop;
  select jsonb_agg(distinct k) into names from jsonb_each(stays) s cross join lateral jsonb_array_elements_text(s.value) k;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'audience-changed', 'item', p_item, jsonb_strip_nulls(jsonb_build_object('own', p_principals is not null, 'filings', cardinality(mine), 'kept', names)));
  return cardinality(mine);
end $$;

-- As in 0024: whoever saw the filing in that place already, and keeps it, does not lose it to the circle that came there.
create or replace function copy_circle(p_item uuid, p_case uuid, p_circle uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  place record;
  kept uuid[];
  fresh uuid;
begin
  select f.id, f.filed_by is not distinct from me() and f.filed_at = now()::timestamptz(3) as is_new into place
    from filing f where f.item_id = p_item and f.case_file_id is not distinct from p_case and not f.own_audience for update;
  if not found then return; end if;
  kept := case when place.is_new then '{}' else staying(place.id) end;
  insert into audience default values returning id into fresh;
  insert into audience_member (audience_id, principal_id, is_audience)
    select fresh, m.principal_id, m.is_audience from audience_member m where m.audience_id = p_circle;
  update filing f set own_audience = true, audience_id = fresh, held_by = g.held_by, held_until = g.held_until, held_mailbox = g.held_mailbox
    from filing g where f.id = place.id and g.audience_id = p_circle and g.own_audience;
  perform keep_in(p_item, p_case, kept);
end $$;
${reword('move_item(uuid, uuid, uuid, boolean, uuid[])', [
  ['  doer uuid;\n', '  doer uuid;\n  kept uuid[];\n  touched uuid[];\n'],
  [
    `g.reason in ('mailbox', 'filed') or g.besides in ('mailbox', 'filed')`,
    `g.reason in ('mailbox', 'filed', 'kept') or g.besides in ('mailbox', 'filed', 'kept')`,
  ],
  [
    '  doer := seeing_assignee(it.object_id);\n',
    `  doer := seeing_assignee(it.object_id);
  -- Put into one more place, it is taken from nobody.
  kept := array(select distinct unnest(staying(f.id)) from filing f
    where f.item_id = p_item and holds(f.audience_id) and (p_from is null or array_position(p_from, f.case_file_id) is not null));
`,
  ],
  [
    '  perform carry_ways(p_item, moved);\n  for document in select i.*, f.via_message_id',
    `  perform carry_ways(p_item, moved);
  perform keep_in(moved, p_case, kept);
  touched := array[moved];
  for document in select i.*, f.id as filing_id, f.via_message_id`,
  ],
  [
    '    perform carry_ways(document.id, thing);\n',
    `    perform carry_ways(document.id, thing);
    perform keep_in(thing, p_case, kept || case when cardinality(p_from) = 0 then '{}' else staying(document.filing_id) end);
    touched := touched || thing;
`,
  ],
  ['  if doer is not null', '  perform end_needless_ways(t) from unnest(touched) t;\n  if doer is not null'],
  [
    `jsonb_build_object('from', p_from) end);`,
    `jsonb_build_object('from', p_from) end || case when cardinality(kept) > 0 then jsonb_build_object('kept', kept) else '{}' end);`,
  ],
])}
${reword('move_meetings(uuid, uuid, uuid, uuid, uuid[])', [
  ['  moved uuid;\n', '  moved uuid;\n  kept uuid[];\n'],
  [
    '    there := meeting_in_file(known, old.id, p_file);\n',
    `    moved := null;
    kept := case when cardinality(p_from_cases) = 0 then '{}' else staying(old.filing_id) end;
    there := meeting_in_file(known, old.id, p_file);
`,
  ],
  [
    '      perform carry_ways(old.id, moved);\n',
    '      perform carry_ways(old.id, moved);\n      perform keep_in(moved, p_case, kept);\n',
  ],
  [
    'not exists (select from filing f where f.item_id = i.id);\n',
    'not exists (select from filing f where f.item_id = i.id);\n    perform end_needless_ways(moved);\n',
  ],
])}
${reword('looks_after_item(uuid)', [[`in ('mailbox', 'filed')`, `in ('mailbox', 'filed', 'kept')`]])}
${reword('concerned_people(text, uuid, uuid)', [[`in ('mailbox', 'filed')`, `in ('mailbox', 'filed', 'kept')`]])}

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['stands(uuid, uuid)'::regprocedure, 'keepers(uuid)', 'staying(uuid)', 'give_ways(uuid, uuid[])', 'stands_by(uuid, uuid)',
      'end_needless_ways(uuid)', 'end_left_out_ways(uuid)', 'keep_in(uuid, uuid, uuid[])', 'kept_ways(uuid)', 'who_stays(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  grant execute on function kept_ways(uuid), who_stays(uuid) to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
