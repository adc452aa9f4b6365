import { buildMail } from './mail.ts'

/** What a test says about an invitation; the rest is the smallest valid one. */
export interface InvitationInput {
  method?: string
  uid?: string
  lines?: string[]
  start?: string
}

/** A calendar with one event, as mail programs send it. */
export function buildCalendar({
  method = 'REQUEST',
  uid = 'spotkanie-1',
  lines = [],
  start,
}: InvitationInput = {}): string {
  const event = [`UID:${uid}`, start ?? 'DTSTART:20260310T090000Z', ...lines]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** A mail that carries a calendar. */
export function buildInvitation(from: string, calendar: string, input: { subject?: string } = {}): string {
  const file = { name: 'zaproszenie.ics', type: 'text/calendar; method=REQUEST; charset=utf-8', content: calendar }
  return buildMail({ from, ...input, attachments: [file] })
}
