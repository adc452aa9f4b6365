import { Migration } from '@mikro-orm/migrations'

/** Who sees a thing and why, in names; what somebody else would see; and an administrator's way in when it must be. */
export class AccessChecks extends Migration {
  override up() {
    this.addSql(`
-- An opening is a principal of its own: it stands in the audience, or as a grant of the item, and the administrator is a
-- member of it until it ends. What else he may be there by right is not touched by that.
create table break_glass (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user,
  object_type text not null check (object_type in ('contractor', 'case', 'item')),
  object_id uuid not null,
  reason text not null,
  opened_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  closed_at timestamptz(3),
  closed_by uuid references app_user
);
create index break_glass_user on break_glass (user_id);
create index break_glass_closed_by on break_glass (closed_by);
create index break_glass_object on break_glass (object_id);
create index break_glass_open on break_glass (expires_at) where closed_at is null;
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy intake on break_glass to lupa_intake using (true) with check (true);
grant select, insert, update on break_glass to lupa_intake;

-- Replaces that of 0001: openings that have not ended are memberships too.
create or replace function close_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two changes at once would each miss the other's edge.
  perform pg_advisory_xact_lock(hashtext('lupa.membership'));
  with recursive up(user_id, principal_id) as (
      select id, id from app_user
      union
      select up.user_id, g.group_id from up join group_member g on g.member_id = up.principal_id),
    wanted as (select * from up union select b.user_id, b.id from break_glass b where b.closed_at is null),
    gone as (
      delete from membership m where not exists
        (select from wanted w where w.user_id = m.user_id and w.principal_id = m.principal_id))
  insert into membership select user_id, principal_id from wanted on conflict do nothing;
  return null;
end $$;

-- The people whom an audience lets in, each with the group through which, or the emergency opening and its end.
create function audience_people(p_audience uuid) returns table (user_id uuid, group_name text, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with stands as (
    select a.principal_id from audience_member a where a.audience_id = p_audience and not a.is_audience
    union
    select b.principal_id from audience_member a join audience_member b on b.audience_id = a.principal_id
     where a.audience_id = p_audience and a.is_audience)
  select m.user_id, g.name, b.expires_at
    from stands s join membership m on m.principal_id = s.principal_id join app_user u on u.id = m.user_id and u.disabled_at is null
    left join app_group g on g.id = s.principal_id left join break_glass b on b.id = s.principal_id
$$;

-- Puts reasons together by person: the first two hundred by name, and how many there are.
create function seers_of(p_reasons jsonb) returns jsonb language sql stable as $$
  with said as (
    select (r ->> 'userId')::uuid as user_id, r - 'userId' as reason from jsonb_array_elements(p_reasons) r),
  people as (
    select u.id, u.name, jsonb_agg(distinct s.reason) as reasons from said s join app_user u on u.id = s.user_id group by u.id, u.name)
  select jsonb_build_object('total', (select count(*) from people), 'items', coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'reasons', p.reasons) order by p.name, p.id)
      from (select * from people order by name, id limit 200) p), '[]'))
$$;

-- Who sees an item, as far as I may know: through audiences that hold me too, and by personal ways in. Null when I do not see it.
create function item_seers(p_item uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reasons jsonb;
begin
  if not sees_item(p_item) then return null; end if;
  select coalesce(jsonb_agg(r.reason), '[]') into reasons from (
    select jsonb_build_object('userId', p.user_id, 'group', p.group_name, 'until', iso(p.until), 'by', null, 'at', null,
        'through', case when p.until is not null then 'break-glass' when f.own_audience then 'circle' when f.case_file_id is not null then 'case' else 'contractor' end,
        'caseReference', (select k.reference from case_file k where k.id = f.case_file_id and not f.own_audience and holds(k.audience_id))) as reason
      from filing f cross join lateral audience_people(f.audience_id) p where f.item_id = p_item and holds(f.audience_id)
    union all
    select jsonb_build_object('userId', m.user_id, 'group', w.name, 'until', iso(b.expires_at), 'by', case when g.reason in ('shared', 'filed') then y.name end,
        'at', iso(g.granted_at), 'through', g.reason, 'caseReference', null)
      from item_grant g join membership m on m.principal_id = g.principal_id join app_user u on u.id = m.user_id and u.disabled_at is null
      left join app_group w on w.id = g.principal_id left join break_glass b on b.id = g.principal_id left join app_user y on y.id = g.granted_by
     where g.item_id = p_item) r;
  return seers_of(reasons);
end $$;

-- Who would see what is filed there. Null when I do not see the place.
create function place_seers(p_contractor uuid, p_case uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope uuid;
  reference text;
  reasons jsonb;
begin
  if not may_see_contractor(p_contractor) then return null; end if;
  if p_case is null then
    select c.audience_id into scope from contractor c where c.id = p_contractor;
  else
    select k.audience_id, k.reference into scope, reference from case_file k
      join case_party q on q.case_file_id = k.id and q.contractor_id = p_contractor where k.id = p_case;
  end if;
  if scope is null or not holds(scope) then return null; end if;
  select coalesce(jsonb_agg(jsonb_build_object('userId', p.user_id, 'group', p.group_name, 'until', iso(p.until), 'by', null, 'at', null,
      'through', case when p.until is not null then 'break-glass' when p_case is not null then 'case' else 'contractor' end, 'caseReference', reference)), '[]')
    into reasons from audience_people(scope) p;
  return seers_of(reasons);
end $$;

-- Which of these things somebody else would see, and how many in all: ids that the caller has named, and numbers.
create function view_as(p_user uuid, p_items uuid[], p_contractors uuid[], p_cases uuid[]) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asking text := current_setting('lupa.user', true);
  answer jsonb;
begin
  perform administrators_only();
  if not exists (select from app_user u where u.id = p_user) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audit_entry (user_id, verb, object_type, object_id) values (me(), 'viewed-as', 'user', p_user);
  -- Whoever may not sign in sees nothing.
  perform set_config('lupa.user', case when exists (select from app_user u where u.id = p_user and u.disabled_at is null) then p_user::text else '' end, true);
  select jsonb_build_object(
    'items', (select coalesce(jsonb_agg(x), '[]') from unnest(p_items) x where sees_item(x)),
    'contractors', (select coalesce(jsonb_agg(x), '[]') from unnest(p_contractors) x where may_see_contractor(x)),
    'cases', (select coalesce(jsonb_agg(x), '[]') from unnest(p_cases) x where sees_case(x)),
    'counts', jsonb_build_object(
      'contractors', (select count(*) from contractor c where may_see_contractor(c.id)),
      'cases', (select count(*) from case_file k where holds(k.audience_id)),
      'items', (select count(*) from (select from item i where sees_item(i.id) limit 10000) i))) into answer;
  perform set_config('lupa.user', asking, true);
  return answer;
end $$;

-- Whether I look after something that was opened, and see it.
create function looks_after(p_type text, p_object uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(case p_type
    when 'item' then looks_after_item(p_object)
    when 'case' then (select k.manager_id = me() and holds(k.audience_id) from case_file k where k.id = p_object)
    else (select c.manager_id = me() and holds(c.audience_id) from contractor c where c.id = p_object) end, false)
$$;

-- Whom an opening concerns: who looks after the thing, else those who stand in its audience by name.
create function concerned_people(p_type text, p_object uuid, p_audience uuid) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  people uuid[];
begin
  if p_type = 'item' then
    people := array(
      select f.filed_by from filing f where f.item_id = p_object
      union select g.principal_id from item_grant g where g.item_id = p_object and g.reason in ('mailbox', 'filed')
      union select k.manager_id from filing f join case_file k on k.id = f.case_file_id where f.item_id = p_object and not f.own_audience
      union select c.manager_id from filing f join item i on i.id = f.item_id join contractor c on c.id = i.contractor_id
             where f.item_id = p_object and f.case_file_id is null and not f.own_audience
      union select e.user_id from audit_entry e where e.object_id = p_object and e.verb = 'audience-changed');
  elsif p_type = 'case' then
    people := array(select k.manager_id from case_file k where k.id = p_object);
  else
    people := array(select c.manager_id from contractor c where c.id = p_object);
  end if;
  people := array(select u.id from app_user u where u.id = any(people) and u.id is distinct from me() and u.disabled_at is null);
  if cardinality(people) = 0 and p_audience is not null then
    people := array(select distinct p.user_id from audience_people(p_audience) p limit 50);
  end if;
  return query select unnest(people);
end $$;

create function open_break_glass(p_type text, p_object uuid, p_reason text, p_minutes int) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  scope uuid;
  fresh uuid;
  is_seen boolean;
begin
  perform administrators_only();
  case p_type
    when 'contractor' then select c.audience_id, holds(c.audience_id) into scope, is_seen from contractor c where c.id = p_object;
    when 'case' then select k.audience_id, holds(k.audience_id) into scope, is_seen from case_file k where k.id = p_object;
    else
      select sees_item(i.id) into is_seen from item i where i.id = p_object for key share;
      select f.audience_id into scope from filing f where f.item_id = p_object order by f.filed_at limit 1;
  end case;
  if is_seen is null then raise exception 'not-found' using errcode = 'LU404'; end if;
  if is_seen then raise exception 'already-there' using errcode = '23505'; end if;
  insert into break_glass (user_id, object_type, object_id, reason, expires_at)
    values (me(), p_type, p_object, p_reason, now() + p_minutes * interval '1 minute') returning id into fresh;
  insert into membership (user_id, principal_id) values (me(), fresh);
  if p_type = 'item' then insert into item_grant (item_id, principal_id, reason, granted_by) values (p_object, fresh, 'break-glass', me());
  else insert into audience_member (audience_id, principal_id) values (scope, fresh); end if;
  insert into notification (user_id, kind, by_id, item_id, contractor_id, case_file_id, reason, until)
    select p, 'break-glass', me(), case when p_type = 'item' then p_object end, case when p_type = 'contractor' then p_object end,
           case when p_type = 'case' then p_object end, p_reason, now() + p_minutes * interval '1 minute'
      from concerned_people(p_type, p_object, scope) p where p <> me();
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'glass-broken', p_type, p_object, jsonb_build_object('openingId', fresh, 'minutes', p_minutes));
  return fresh;
end $$;

create function close_opening(p_id uuid, p_by uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended break_glass;
begin
  update break_glass b set closed_at = now(), closed_by = p_by where b.id = p_id and b.closed_at is null returning * into ended;
  if not found then return; end if;
  delete from membership where user_id = ended.user_id and principal_id = p_id;
  delete from audience_member where principal_id = p_id;
  delete from item_grant where principal_id = p_id;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (p_by, 'glass-mended', ended.object_type, ended.object_id, jsonb_build_object('openingId', p_id));
end $$;

create function end_break_glass(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from break_glass b where b.id = p_id and b.closed_at is null
                   and (b.user_id = me() or looks_after(b.object_type, b.object_id))) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  perform close_opening(p_id, me());
end $$;

-- Ends those whose time is over, for the job that looks each second.
create function expire_break_glass() returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  over uuid;
  amount int := 0;
begin
  for over in select b.id from break_glass b where b.closed_at is null and b.expires_at <= now() for update skip locked loop
    perform close_opening(over, null);
    amount := amount + 1;
  end loop;
  return amount;
end $$;

create function openings() returns table (id uuid, user_id uuid, user_name text, object_type text, object_id uuid, reason text,
    opened_at text, expires_at text, closed_at text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.user_id, u.name, b.object_type, b.object_id, b.reason, iso(b.opened_at), iso(b.expires_at), iso(b.closed_at)
    from break_glass b join app_user u on u.id = b.user_id
   where b.user_id = me() or looks_after(b.object_type, b.object_id)
   order by b.opened_at desc, b.id limit 200
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  grant execute on function my_principals(int) to lupa_intake;
  foreach f in array array['audience_people(uuid)'::regprocedure, 'seers_of(jsonb)', 'item_seers(uuid)', 'place_seers(uuid, uuid)',
      'view_as(uuid, uuid[], uuid[], uuid[])', 'looks_after(text, uuid)', 'concerned_people(text, uuid, uuid)',
      'open_break_glass(text, uuid, text, int)', 'close_opening(uuid, uuid)', 'end_break_glass(uuid)', 'expire_break_glass()', 'openings()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  -- The others know more than their caller, and are for these.
  grant execute on function item_seers, place_seers, view_as, open_break_glass, end_break_glass, expire_break_glass, openings to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
