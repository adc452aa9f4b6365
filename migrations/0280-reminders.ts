import { Migration } from '@mikro-orm/migrations'

/**
 * Reminders among the notifications: of an open task on the morning of its day, of a meeting half an hour before. They are
 * made when somebody looks, so what was finished, moved or taken away is not told of.
 */
export class Reminders extends Migration {
  override up() {
    this.addSql(`
create index activity_meeting on activity (created_by, starts_at) where kind = 'meeting';

-- Of what I have to do and of the meetings that I entered, each by an item by which I see it; until: when the meeting begins.
create function my_reminders(p_after timestamptz, p_before timestamptz)
  returns table (id text, kind text, at timestamptz, by_name text, item_id uuid, contractor_id uuid, case_file_id uuid, reason text, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with dated as (
    select a.id, 'due' as kind, (a.due_on + time '07:00') at time zone 'Europe/Warsaw' as at, null::timestamptz as until
      from activity a where a.kind = 'task' and a.state in ('new', 'in-progress') and a.assignee_id = me() and a.due_on is not null
    union all
    select a.id, 'soon', a.starts_at - interval '30 minutes', a.starts_at
      from activity a where a.kind = 'meeting' and a.created_by = me() and a.starts_at > p_after
         and (a.state is null or a.state not in ('done', 'cancelled')))
  select d.kind || '-' || d.id, d.kind, d.at, null::text, i.id, null::uuid, null::uuid, null::text, d.until
    from dated d cross join lateral (
      select i.id from item i where i.object_id = d.id and sees_item(i.id) order by i.created_at, i.id limit 1) i
   where d.at > p_after and d.at <= least(p_before, now())
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function my_reminders(timestamptz, timestamptz) from public;
  alter function my_reminders(timestamptz, timestamptz) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;

-- That of 0049, with the reminders. What is new to me and mine to see at this moment, newest first, of the last thirty days and before a place: items that
-- somebody else brought to what I follow (documents come with their mail), and what was written for me.
create or replace function my_notifications(p_after timestamptz, p_before timestamptz, p_before_id text, p_limit int)
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
    select * from (select * from news union all select * from written union all select * from my_reminders(oldest, p_before)) a
     where (a.at, a.id) < (p_before, p_before_id)
     order by a.at desc, a.id desc limit p_limit;
end $$;
`)
  }
}
