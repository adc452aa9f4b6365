import type { PlannedFile } from '../story/planned-mail.ts'
import { HOUR_MS } from '../warsaw-time.ts'
import type { DocumentOrder } from './document-order.ts'

/** An invitation to a meeting that calendars understand (iCalendar, RFC 5545). */
export function invitationFile(order: DocumentOrder): PlannedFile {
  const start = new Date(order.facts.agreed.getTime())
  start.setUTCHours(9, 0, 0, 0)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meblosfera//Kalendarz//PL',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${order.random.hex(24)}@meblosfera.example`,
    `DTSTAMP:${stamp(order.at)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(new Date(start.getTime() + HOUR_MS))}`,
    `SUMMARY:Spotkanie – ${order.theirs.name.replaceAll(',', '\\,')}`,
    `LOCATION:${order.theirs.city}`,
    'ORGANIZER:mailto:biuro@meblosfera.example',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return {
    name: 'zaproszenie.ics',
    type: 'text/calendar; method=REQUEST; charset=utf-8',
    bytes: () => Buffer.from(lines.join('\r\n')),
  }
}

function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
