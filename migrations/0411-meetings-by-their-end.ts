import { Migration } from '@mikro-orm/migrations'

/** The meetings of today and tomorrow are found among all that ever were by when they end. */
export class MeetingsByTheirEnd extends Migration {
  override up() {
    this.addSql(`
create index activity_meeting_end on activity (coalesce(ends_at, starts_at)) where kind = 'meeting';

create function last_of(p_moments timestamptz[]) returns timestamptz
  language sql immutable parallel safe as $$ select max(m) from unnest(p_moments) m $$;
create index meeting_invitation_last on meeting_invitation (last_of(occurrences)) where cardinality(occurrences) > 1;

-- As in 0307: the same meetings, but none is looked at that was over long ago, and who may see it is asked last.
create or replace function my_meetings(p_now timestamptz) returns table (item_id uuid, starts_at timestamptz, ends_at timestamptz, place text, is_today boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with days as (
    select (d + 1)::timestamp at time zone 'Europe/Warsaw' as tomorrow, (d + 2)::timestamp at time zone 'Europe/Warsaw' as until
      from (select (p_now at time zone 'Europe/Warsaw')::date as d) n),
  near as (
    select a.id, a.starts_at, a.ends_at - a.starts_at as length, a.created_by = me() as is_mine
      from activity a
     -- A day more on either side: clocks that are put back make some days longer. What is exact is asked below.
     where a.kind = 'meeting' and coalesce(a.ends_at, a.starts_at) > p_now - interval '1 day'
       and a.starts_at < (select until from days) + interval '1 day' and (a.state is null or a.state not in ('done', 'cancelled'))),
  -- Each looked up by its key: the planner would rather read all there ever were.
  held as (
    select a.id, a.length, coalesce(v.place, '') as place, array[a.starts_at] as occurrences, coalesce(v.uid, a.id::text) as matter,
           v.recurrence_id as part, a.is_mine, v.contractor_id, v.uid, v.message_id
      from near a left join lateral (select * from meeting_invitation v where v.activity_id = a.id limit 1) v on true
     where (v.activity_id is null and a.is_mine) or cardinality(v.occurrences) <= 1
    union all
    select a.id, a.ends_at - a.starts_at, v.place, v.occurrences, v.uid, v.recurrence_id, a.created_by = me(), v.contractor_id, v.uid, v.message_id
      from meeting_invitation v cross join lateral (select * from activity a where a.id = v.activity_id limit 1) a
     -- No time of a series lasts longer than the series is repeated.
     where cardinality(v.occurrences) > 1 and last_of(v.occurrences) > p_now - interval '1 year' and (a.state is null or a.state not in ('done', 'cancelled'))),
  times as materialized (
    select h.id, h.place, h.matter, h.part, h.is_mine, h.contractor_id, h.uid, h.message_id,
           o as starts_at, o + h.length as ends_at, o < (select tomorrow from days) as is_today
      from held h cross join lateral unnest(h.occurrences) o
     where o < (select until from days) and coalesce(o + h.length, o) > p_now),
  next as (
    select t.* from times t
     where (t.is_mine or coalesce((select true from message_copy c where c.message_id = t.message_id and c.owner_id = me() limit 1), false))
       -- One day of a series that is held otherwise is a meeting of its own.
       and not (t.part is null and coalesce((select true from meeting_invitation x
              where x.contractor_id = t.contractor_id and x.uid = t.uid and x.recurrence_id = t.starts_at limit 1), false)))
  select distinct on (n.matter, n.starts_at) i.id, n.starts_at, n.ends_at, n.place, n.is_today
    from next n cross join lateral (
      select i.id from item i where i.object_id = n.id and sees_item(i.id) order by i.created_at, i.id limit 1) i
   order by n.matter, n.starts_at, i.id
$$;
`)
  }
}
