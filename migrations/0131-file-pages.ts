import { Migration } from '@mikro-orm/migrations'
import { held, heldAmong, myIds } from './rule.ts'

/** What the pages of a file show beside its newest items: what is pinned, what is new to the reader, and one person's items. */
export class FilePages extends Migration {
  override up() {
    this.addSql(`
create index item_pinned on item (contractor_id, pinned_at desc, id desc) where pinned_at is not null;

-- Up to when a reader has seen a file. before_at is where his present look began: pages that he opens within one look
-- must not make what is new to him old.
create table file_look (
  user_id uuid not null references app_user on delete cascade,
  contractor_id uuid not null references contractor on delete cascade,
  before_at timestamptz(3),
  looked_at timestamptz(3) not null,
  primary key (user_id, contractor_id)
);
create index file_look_contractor on file_look (contractor_id);
alter table file_look enable row level security;
alter table file_look force row level security;
grant select, insert, update, delete on file_look to lupa_intake;
create policy intake on file_look to lupa_intake using (true) with check (true);

-- Notes that I look at a file; answers up to when I had seen it before, null the first time.
create function look_at_file(p_contractor uuid) returns timestamptz
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  pause constant interval := interval '30 minutes';
  before timestamptz;
begin
  if not sees_contractor(p_contractor) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into file_look as l (user_id, contractor_id, looked_at) values (me(), p_contractor, now())
    on conflict (user_id, contractor_id) do update set
      before_at = case when l.looked_at < now() - pause then l.looked_at else l.before_at end, looked_at = now()
    returning l.before_at into before;
  return before;
end $$;

-- Keeps an item at the head of its file, or no longer: for all who see it, so by whoever may file it.
create function pin_item(p_item uuid, p_pinned boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_item(p_item) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not may_share(p_item) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  update item set pinned_at = case when p_pinned then coalesce(pinned_at, now()) end where id = p_item;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'changed', 'item', p_item, jsonb_build_object('fields', jsonb_build_array('pinned')));
end $$;

-- One page of those items of a file that concern one person or came after a moment, newest first, under the reader's rights.
-- Both are few beside the file: they are found by their own indexes and judged one by one.
create function file_picks(p_contractor uuid, p_case uuid, p_person uuid, p_since timestamptz, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  addresses text[];
  ${myIds}
  audiences uuid[] := array(select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.is_audience);
  held uuid[] := ${heldAmong('audiences')} || array(
    select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
begin
  if p_person is not null then
    if not exists (select from person p where p.id = p_person and sees_contractor(p.contractor_id)) then return; end if;
    addresses := array(select a.value from address a where a.person_id = p_person);
  end if;
  return query
    with named as materialized (
      select distinct o.id from (
          select m.message_id as object_id from message_address m where p_person is not null and m.address = any(addresses)
          union select c.id from activity c where p_person is not null and c.person_id = p_person) n
        join item o on o.object_id = n.object_id and o.contractor_id = p_contractor
      union
      select o.id from item o where p_person is null and o.contractor_id = p_contractor and o.created_at > p_since)
    select i.id, i.occurred_at from named n join item i on i.id = n.id
     where (p_since is null or i.created_at > p_since) and (p_kinds is null or i.kind = any(p_kinds))
       and (p_attachment is null or i.has_attachment = p_attachment)
       and i.occurred_at >= p_from and (i.occurred_at, i.id) < (p_before, p_before_id)
       and (select true from item_access a where a.item_id = i.id and a.principal_id = any(held)
                and (p_case is null or a.case_file_id = p_case) limit 1)
     order by i.occurred_at desc, i.id desc limit p_limit;
end $$;

-- Pinned items of a file or case (p_pinned), or those to come, the nearest first.
create function file_heads(p_contractor uuid, p_case uuid, p_pinned boolean, p_now timestamptz, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_case is not null then
    return query select x.item_id, x.occurred_at from (
        select distinct a.item_id, a.occurred_at, i.pinned_at from item_access a join item i on i.id = a.item_id
         where a.case_file_id = p_case and case when p_pinned then i.pinned_at is not null else a.occurred_at > p_now end
           and ${held('a.principal_id')}) x
       order by case when p_pinned then -extract(epoch from x.pinned_at) else extract(epoch from x.occurred_at) end, x.item_id limit p_limit;
  elsif p_pinned then
    return query select i.id, i.occurred_at from item i
       where i.contractor_id = p_contractor and i.pinned_at is not null
         and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1)
       order by i.pinned_at desc, i.id desc limit p_limit;
  else
    return query select i.id, i.occurred_at from item i
       where i.contractor_id = p_contractor and i.occurred_at > p_now
         and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1)
       order by i.occurred_at, i.id limit p_limit;
  end if;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake, lupa_reader;
  foreach f in array array['look_at_file(uuid)'::regprocedure, 'pin_item(uuid, boolean)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  foreach f in array array['file_picks(uuid, uuid, uuid, timestamptz, text[], boolean, timestamptz, timestamptz, uuid, int)'::regprocedure,
      'file_heads(uuid, uuid, boolean, timestamptz, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}
