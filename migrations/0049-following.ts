import { Migration } from '@mikro-orm/migrations'

/**
 * Following a contractor or a case. Nothing is written when something new comes: what a reader is told is worked out when
 * he reads, by what he may see then, so that no notice outlives a right.
 */
export class Following extends Migration {
  override up() {
    this.addSql(`
-- A yes or a no. Without a row, whoever manages a contractor or case follows it.
create table follow (
  user_id uuid not null references app_user on delete cascade,
  object_type text not null check (object_type in ('contractor', 'case')),
  object_id uuid not null,
  follows boolean not null,
  since timestamptz(3) not null default now(),
  primary key (user_id, object_type, object_id)
);

create table notification_seen (
  user_id uuid primary key references app_user on delete cascade,
  seen_at timestamptz(3) not null
);

do $$
declare t text;
begin
  foreach t in array array['follow', 'notification_seen'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
  end loop;
end $$;
create index item_news on item (contractor_id, created_at desc, id desc);
create index filing_news on filing (case_file_id, filed_at desc, item_id desc) where case_file_id is not null;

create function follows(p_type text, p_object uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select f.follows from follow f where f.user_id = me() and f.object_type = p_type and f.object_id = p_object),
    case p_type when 'case' then (select k.manager_id = me() from case_file k where k.id = p_object)
      else (select c.manager_id = me() from contractor c where c.id = p_object) end, false)
$$;

create function set_follow(p_type text, p_object uuid, p_follows boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not (case p_type when 'case' then sees_case(p_object) else may_see_contractor(p_object) end) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  insert into follow (user_id, object_type, object_id, follows) values (me(), p_type, p_object, p_follows)
    on conflict (user_id, object_type, object_id) do update set follows = excluded.follows, since = now()
      where follow.follows is distinct from excluded.follows;
end $$;

-- What is new to me and mine to see at this moment, newest first, of the last thirty days and before a place: items that
-- somebody else brought to what I follow (documents come with their mail), and what was written for me.
create function my_notifications(p_after timestamptz, p_before timestamptz, p_before_id text, p_limit int)
  returns table (id text, kind text, at timestamptz, by_name text, item_id uuid, contractor_id uuid, case_file_id uuid, reason text, until timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  oldest timestamptz := greatest(p_after, now() - interval '30 days');
begin
  return query
    with contractors as materialized (
      select c.id, greatest(oldest, coalesce(f.since, c.created_at)) as since from contractor c
        left join follow f on f.user_id = me() and f.object_type = 'contractor' and f.object_id = c.id
       where c.manager_id = me() and coalesce(f.follows, true)
      union
      select f.object_id, greatest(oldest, f.since) from follow f where f.user_id = me() and f.object_type = 'contractor' and f.follows),
    cases as materialized (
      select k.id, greatest(oldest, coalesce(f.since, k.opened_at)) as since from case_file k
        left join follow f on f.user_id = me() and f.object_type = 'case' and f.object_id = k.id
       where k.manager_id = me() and coalesce(f.follows, true)
      union
      select f.object_id, greatest(oldest, f.since) from follow f where f.user_id = me() and f.object_type = 'case' and f.follows),
    came as (
      select n.item_id, n.at, c.id as contractor_id, null::uuid as case_file_id from contractors c cross join lateral (
        select i.id as item_id, i.created_at as at from item i
         where i.contractor_id = c.id and i.created_at > c.since and i.created_at <= p_before
           and exists (select from filing f where f.item_id = i.id and f.filed_by is distinct from me() and f.via_message_id is null)
           and not exists (select from filing f where f.item_id = i.id and f.filed_by = me())
           and sees_item(i.id)
         order by i.created_at desc, i.id desc limit p_limit + 1) n
      union all
      select n.item_id, n.at, null, k.id from cases k cross join lateral (
        select f.item_id, f.filed_at as at from filing f
         where f.case_file_id = k.id and f.filed_at > k.since and f.filed_at <= p_before and f.filed_by is distinct from me() and f.via_message_id is null
           and sees_item(f.item_id) and holds(f.audience_id)
         order by f.filed_at desc, f.item_id desc limit p_limit + 1) n),
    news as (
      -- Told once, of the first place where it came.
      select distinct on (c.item_id) 'item-' || c.item_id as id, 'news' as kind, c.at, null::text as by_name, c.item_id, c.contractor_id,
             c.case_file_id, null::text as reason, null::timestamptz as until
        from came c order by c.item_id, c.at),
    written as (
      select 'note-' || n.id, n.kind, n.at, u.name, n.item_id, n.contractor_id, n.case_file_id, n.reason, n.until
        from notification n left join app_user u on u.id = n.by_id
       where n.user_id = me() and n.at > oldest and n.at <= p_before
         and (n.item_id is null or sees_item(n.item_id)) and (n.contractor_id is null or may_see_contractor(n.contractor_id))
         and (n.case_file_id is null or sees_case(n.case_file_id))
       order by n.at desc, n.id desc limit p_limit + 1)
    select * from (select * from news union all select * from written) a
     where (a.at, a.id) < (p_before, p_before_id)
     order by a.at desc, a.id desc limit p_limit;
end $$;

create function seen_until() returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select s.seen_at from notification_seen s where s.user_id = me()), '-infinity')
$$;

create function see_notifications(p_until timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into notification_seen (user_id, seen_at) select me(), least(p_until, now()) where me() is not null
    on conflict (user_id) do update set seen_at = greatest(notification_seen.seen_at, excluded.seen_at)
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['follows(text, uuid)'::regprocedure, 'set_follow(text, uuid, boolean)', 'my_notifications(timestamptz, timestamptz, text, int)',
      'seen_until()', 'see_notifications(timestamptz)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
