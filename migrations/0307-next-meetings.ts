import { Migration } from '@mikro-orm/migrations'

/**
 * The meetings of today and tomorrow for the daily mail: those that I entered and those to which a mail of mine invites.
 * Days are those of the country where the company is, as for reminders (0280).
 */
export class NextMeetings extends Migration {
  override up() {
    this.addSql(`
-- Each by an item by which I see it, once, however many files it stands in; what is over or cancelled is not among them.
create function my_meetings(p_now timestamptz) returns table (item_id uuid, starts_at timestamptz, ends_at timestamptz, place text, is_today boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with days as (
    select (d + 1)::timestamp at time zone 'Europe/Warsaw' as tomorrow, (d + 2)::timestamp at time zone 'Europe/Warsaw' as until
      from (select (p_now at time zone 'Europe/Warsaw')::date as d) n),
  held as (
    select a.id, a.starts_at, a.ends_at - a.starts_at as length, '' as place, array[a.starts_at] as occurrences, a.id::text as matter, null::timestamptz as part
      from activity a, days
     where a.kind = 'meeting' and a.created_by = me() and a.starts_at < days.until and coalesce(a.ends_at, a.starts_at) > p_now
       and (a.state is null or a.state not in ('done', 'cancelled')) and not exists (select from meeting_invitation v where v.activity_id = a.id)
    union all
    select a.id, a.starts_at, a.ends_at - a.starts_at, v.place, case when cardinality(v.occurrences) > 1 then v.occurrences else array[a.starts_at] end,
           v.uid, v.recurrence_id
      from meeting_invitation v join activity a on a.id = v.activity_id
     where a.state is null or a.state not in ('done', 'cancelled')),
  next as (
    select h.id, h.place, h.matter, o as starts_at, o + h.length as ends_at, o < days.tomorrow as is_today
      from days, held h cross join lateral unnest(h.occurrences) o
     where o < days.until and coalesce(o + h.length, o) > p_now
       -- One day of a series that is held otherwise is a meeting of its own.
       and not (h.part is null and exists (select from meeting_invitation x join meeting_invitation v on v.activity_id = h.id
              where x.contractor_id = v.contractor_id and x.uid = v.uid and x.recurrence_id = o)))
  select distinct on (n.matter, n.starts_at) i.id, n.starts_at, n.ends_at, n.place, n.is_today
    from next n cross join lateral (
      select i.id from item i where i.object_id = n.id and sees_item(i.id) order by i.created_at, i.id limit 1) i
   where exists (select from activity a where a.id = n.id and a.created_by = me())
      or exists (select from meeting_invitation v join message_copy c on c.message_id = v.message_id where v.activity_id = n.id and c.owner_id = me())
   order by n.matter, n.starts_at, i.id
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function my_meetings(timestamptz) from public;
  grant execute on function my_meetings(timestamptz) to lupa_app;
  alter function my_meetings(timestamptz) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
