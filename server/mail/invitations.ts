import { createHash } from 'node:crypto'
import { type CalendarEvent, type CalendarLine, calendarText, readCalendarLines } from './calendar-lines.ts'
import { type CalendarTime, momentOf, readCalendarTime } from './calendar-time.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import type { Attachment, Invitation } from './parsed-message.ts'
import { occurrencesOf } from './recurrence.ts'

const CALENDARS = 5
const TITLE_LENGTH = 300
const NOTE_LENGTH = 10_000
const UID_LENGTH = 300
const DAY_MS = 86_400_000
const LONGEST_SEQUENCE = 1_000_000_000

/** Reads the invitations and cancellations that a message carries (RFC 5546); other calendars are files like any other. */
export function readInvitations(attachments: Attachment[]): Invitation[] {
  const calendars = attachments.filter(({ type }) => type === 'text/calendar').slice(0, CALENDARS)
  const all = calendars.flatMap(({ content }) => invitationsIn(Buffer.from(content).toString('utf8')))
  // Many programs send the same calendar twice, as a part and as a file.
  return [...new Map(all.map(one => [`${one.uid} ${one.recurrenceId} ${one.method}`, one])).values()]
}

function invitationsIn(text: string): Invitation[] {
  const { properties, events } = readCalendarLines(text)
  const method = properties.get('METHOD')?.value.trim().toLowerCase()
  if (method !== 'request' && method !== 'cancel') return []
  return events.flatMap(event => readEvent(event, method) ?? [])
}

function readEvent(event: CalendarEvent, method: Invitation['method']): Invitation | null {
  const first = (name: string): CalendarLine | undefined => event.get(name)?.[0]
  const textOf = (name: string) => calendarText(first(name)?.value ?? '')
  const uid = cleanLine(textOf('UID'))
  const startLine = first('DTSTART')
  const start = startLine ? readCalendarTime(startLine) : null
  if (uid === '' || !start) return null
  const recurrenceId = momentIn(first('RECURRENCE-ID'))
  const rule = recurrenceId ? '' : (first('RRULE')?.value ?? '')
  const isCancelled = method === 'cancel' || first('STATUS')?.value.trim().toUpperCase() === 'CANCELLED'
  return {
    method: isCancelled ? 'cancel' : 'request',
    uid: uid.length > UID_LENGTH ? createHash('sha256').update(uid).digest('hex') : uid,
    sequence: Math.min(Math.max(0, Math.trunc(Number(first('SEQUENCE')?.value ?? 0)) || 0), LONGEST_SEQUENCE),
    stampedAt: momentIn(first('DTSTAMP')),
    recurrenceId,
    organizer: addressIn(first('ORGANIZER')?.value ?? ''),
    title: cleanLine(textOf('SUMMARY')).slice(0, TITLE_LENGTH).toWellFormed(),
    note: cleanText(textOf('DESCRIPTION')).trim().slice(0, NOTE_LENGTH).toWellFormed(),
    place: cleanLine(textOf('LOCATION')).slice(0, TITLE_LENGTH).toWellFormed(),
    startsAt: momentOf(start.wall, start.zone).toISOString(),
    endsAt: endOf(event, start),
    occurrences: occurrencesOf(start, rule, excludedIn(event)).map(moment => moment.toISOString()),
  }
}

function momentIn(line: CalendarLine | undefined): string | null {
  const time = line ? readCalendarTime(line) : null
  return time ? momentOf(time.wall, time.zone).toISOString() : null
}

/** Its end, or its start and how long it lasts; an end before the start is none. */
function endOf(event: CalendarEvent, start: CalendarTime): string | null {
  const startsAt = momentOf(start.wall, start.zone).getTime()
  const stated = momentIn(event.get('DTEND')?.[0])
  const lasting = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/.exec(
    event.get('DURATION')?.[0]?.value.trim() ?? '',
  )
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = (lasting ?? []).slice(1, 5).map(part => Number(part || 0))
  const length = (weeks * 7 + days) * DAY_MS + hours * 3_600_000 + minutes * 60_000
  if (stated) return Date.parse(stated) >= startsAt ? stated : null
  return lasting ? new Date(startsAt + length).toISOString() : null
}

function excludedIn(event: CalendarEvent): Set<number> {
  const moments = (event.get('EXDATE') ?? []).flatMap(line =>
    line.value.split(',', 500).map(value => momentIn({ ...line, value })),
  )
  return new Set(moments.filter(moment => moment !== null).map(moment => Date.parse(moment)))
}

function addressIn(value: string): string {
  const address = value
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  return /^[^\s@<>]{1,200}@[^\s@<>]{1,200}$/.test(address) ? address : ''
}
