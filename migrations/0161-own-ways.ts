import { Migration } from '@mikro-orm/migrations'

/** Who has a way of his own into an item keeps it when a share that lay over it is taken back. */
export class OwnWays extends Migration {
  override up() {
    this.addSql(`
-- The way in that somebody has besides being shared with, in whatever order they came.
alter table item_grant add column besides text check (besides in ('mailbox', 'filed', 'recipient'));

create function keep_own_way() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update item_grant g set besides = new.reason
   where g.item_id = new.item_id and g.principal_id = new.principal_id and g.reason = 'shared' and g.besides is null;
  return new;
end $$;
create trigger item_grant_keeps_own_way before insert on item_grant
  for each row when (new.reason in ('mailbox', 'filed')) execute function keep_own_way();

-- Takes back what was shared with somebody: what he has besides is what it was before. By whom he was let in as a
-- recipient and who knows of it takes that back too.
create function end_share(p_item uuid, p_principal uuid, p_with_recipient boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update item_grant g set reason = g.besides, besides = null, granted_at = i.created_at,
         granted_by = case when g.besides <> 'recipient' then g.principal_id end
    from item i where i.id = g.item_id and g.item_id = p_item and g.principal_id = p_principal and g.reason = 'shared'
     and g.besides is not null and not (g.besides = 'recipient' and p_with_recipient);
  if found then return; end if;
  delete from item_grant g where g.item_id = p_item and g.principal_id = p_principal and g.reason in ('shared', 'recipient');
end $$;

-- That of 0101, which wrote the share over whatever way in he had.
create or replace function share_item(p_item uuid, p_principals uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  fresh uuid;
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if exists (select from unnest(p_principals) p where not exists (select from app_user u where u.id = p and u.disabled_at is null)
                                                  and not exists (select from app_group g where g.id = p)) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  -- Held, so that an item taken out at the same time is not shared any more.
  perform from item i where i.id = p_item for key share;
  for fresh in
    insert into item_grant as g (item_id, principal_id, reason, granted_by)
      select p_item, p, 'shared', me() from (select distinct unnest(p_principals) p) x order by p
      on conflict (item_id, principal_id) do update set besides = g.reason, reason = 'shared', granted_by = me(), granted_at = now()
        where is_blind(g.item_id, g.principal_id)
      returning principal_id
  loop
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'shared', 'item', p_item, jsonb_build_object('principalId', fresh));
    insert into notification (user_id, kind, by_id, item_id)
      select m.user_id, 'shared', me(), p_item from membership m join app_user u on u.id = m.user_id
       where m.principal_id = fresh and m.user_id <> me() and u.disabled_at is null;
  end loop;
end $$;

-- That of 0101, which took his own way away with the share.
create or replace function unshare_item(p_item uuid, p_principal uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) and p_principal is distinct from me() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if is_blind(p_item, p_principal) or not exists (
      select from item_grant g where g.item_id = p_item and g.principal_id = p_principal and g.reason in ('shared', 'recipient')) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  perform end_share(p_item, p_principal, coalesce((
    select knows_blind(i.object_id, u.email) from item i, app_user u where i.id = p_item and u.id = p_principal), false));
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'unshared', 'item', p_item, jsonb_build_object('principalId', p_principal));
end $$;

-- That of 0047: who was let in by hand or as a recipient is out, and has what he had besides.
create or replace function close_circle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_share(g.item_id, g.principal_id, true) from item_grant g
   where g.item_id = new.item_id and g.reason in ('shared', 'recipient')
     and not exists (select from audience_member m where m.audience_id = new.audience_id and m.principal_id = g.principal_id);
  return null;
end $$;

-- That of 0047: a share over it makes a mail no less one's own.
create or replace function looks_after_item(p_item uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_item(p_item) and (
    exists (select from filing f left join case_file k on k.id = f.case_file_id
             where f.item_id = p_item and (f.filed_by = me() or k.manager_id = me()) and holds(f.audience_id))
    or exists (select from item_grant g where g.item_id = p_item and g.principal_id = me() and coalesce(g.besides, g.reason) in ('mailbox', 'filed'))
    -- Who drew its circle.
    or exists (select from audit_entry e where e.object_id = p_item and e.verb = 'audience-changed' and e.user_id = me())
    or exists (select from item i join contractor c on c.id = i.contractor_id where i.id = p_item and c.manager_id = me()))
$$;

-- That of 0048, likewise.
create or replace function concerned_people(p_type text, p_object uuid, p_audience uuid) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  people uuid[];
begin
  if p_type = 'item' then
    people := array(
      select f.filed_by from filing f where f.item_id = p_object
      union select g.principal_id from item_grant g where g.item_id = p_object and coalesce(g.besides, g.reason) in ('mailbox', 'filed')
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

-- That of 0132. What lies there hidden from whoever ends it says nothing: it goes into the contractor's file at large, for
-- the same people, who may see it nowhere else.
create or replace function remove_party(p_case uuid, p_contractor uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_case(p_case) or not holds_contractor(p_contractor)
     or not exists (select from case_party p where p.case_file_id = p_case and p.contractor_id = p_contractor) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if exists (select from case_party p where p.case_file_id = p_case and p.contractor_id = p_contractor and p.is_first)
     or exists (select from filing f join item i on i.id = f.item_id
                 where f.case_file_id = p_case and i.contractor_id = p_contractor and holds(f.audience_id)) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  insert into item_grant (item_id, principal_id, reason)
    select f.item_id, m.principal_id, 'shared' from filing f join item i on i.id = f.item_id
      join audience_member m on m.audience_id = f.audience_id and not m.is_audience
     where f.case_file_id = p_case and i.contractor_id = p_contractor
       and exists (select from filing o where o.item_id = f.item_id and o.case_file_id is null)
    on conflict do nothing;
  delete from filing f using item i where i.id = f.item_id and f.case_file_id = p_case and i.contractor_id = p_contractor
     and exists (select from filing o where o.item_id = f.item_id and o.case_file_id is null);
  update filing f set case_file_id = null from item i
   where i.id = f.item_id and f.case_file_id = p_case and i.contractor_id = p_contractor;
  delete from case_party where case_file_id = p_case and contractor_id = p_contractor;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'changed', 'case', p_case, jsonb_build_object('partyRemoved', p_contractor));
  insert into change (topic, contractor_id, case_file_id) values ('case', p_contractor, p_case);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['keep_own_way()'::regprocedure, 'end_share(uuid, uuid, boolean)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  grant execute on function keep_own_way to lupa_app;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
