import type { Query, Statement } from '../database/work.ts'

/** A meeting of the reader's that is near. */
export interface NextMeeting {
  itemId: string
  title: string
  startsAt: string
  endsAt: string | null
  place: string
  contractorName: string | null
  isToday: boolean
}

const meetingsSql: Statement = {
  name: 'my-meetings',
  text: `
    select i.id as "itemId", i.title, iso(m.starts_at) as "startsAt", iso(m.ends_at) as "endsAt", m.place, c.name as "contractorName", m.is_today as "isToday"
      from my_meetings($1) m join item i on i.id = m.item_id left join contractor c on c.id = i.contractor_id
     order by m.starts_at, i.id limit $2`,
}

/** The reader's meetings of today, as far as they are not over, and of tomorrow: those entered and those invited to by mail. */
export function listMeetings(query: Query, now: Date, most: number): Promise<NextMeeting[]> {
  return query<NextMeeting>(meetingsSql, [now.toISOString(), most])
}
