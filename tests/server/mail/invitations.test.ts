import { describe, expect, it } from 'vitest'
import { readInvitations } from '../../../server/mail/invitations.ts'
import { parseMessage } from '../../../server/mail/parse.ts'
import { buildCalendar, buildInvitation, type InvitationInput } from '../../support/calendar.ts'

const invited = async (input: InvitationInput) =>
  (await parseMessage(Buffer.from(buildInvitation('jan@klient.example', buildCalendar(input))))).invitations

const daysOf = async (rule: string, more: InvitationInput = {}) => {
  const [one] = await invited({
    start: 'DTSTART;TZID=Europe/Warsaw:20260302T100000',
    ...more,
    lines: [`RRULE:${rule}`, ...(more.lines ?? [])],
  })
  return one?.occurrences.map(moment => moment.slice(0, 16)) ?? []
}

it('reads what, when, where and who, with texts unfolded and unescaped', async () => {
  const lines = [
    'SUMMARY:Odbiór\\, etap 2',
    'DESCRIPTION:Pierwsza linia\\nDruga\\; linia z ',
    ' <svg onload=alert(1)>',
    'LOCATION;LANGUAGE=pl:Sala "A"',
    'ORGANIZER;CN="Jan; Kowal: szef":MAILTO:Jan@Klient.Example',
    'SEQUENCE:2',
    'DTSTAMP:20260301T080000Z',
    'DTEND:20260310T103000Z',
    'BEGIN:VALARM',
    'DESCRIPTION:Alarm',
    'END:VALARM',
  ]

  expect(await invited({ lines })).toEqual([
    {
      method: 'request',
      uid: 'spotkanie-1',
      sequence: 2,
      stampedAt: '2026-03-01T08:00:00.000Z',
      recurrenceId: null,
      organizer: 'jan@klient.example',
      title: 'Odbiór, etap 2',
      note: 'Pierwsza linia\nDruga; linia z <svg onload=alert(1)>',
      place: 'Sala "A"',
      startsAt: '2026-03-10T09:00:00.000Z',
      endsAt: '2026-03-10T10:30:00.000Z',
      occurrences: ['2026-03-10T09:00:00.000Z'],
    },
  ])
})

it.each([
  ['DTSTART:20260710T090000Z', '2026-07-10T09:00:00.000Z'],
  ['DTSTART;TZID=Europe/Warsaw:20260710T090000', '2026-07-10T07:00:00.000Z'],
  ['DTSTART;TZID="Central European Standard Time":20260110T090000', '2026-01-10T08:00:00.000Z'],
  ['DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20260110T090000', '2026-01-10T14:00:00.000Z'],
  ['DTSTART;TZID=Nigdzie/Bądź:20260110T090000', '2026-01-10T08:00:00.000Z'],
  ['DTSTART:20260110T090000', '2026-01-10T08:00:00.000Z'],
  ['DTSTART;VALUE=DATE:20260110', '2026-01-09T23:00:00.000Z'],
])('understands %s', async (start, moment) => {
  expect((await invited({ start }))[0]?.startsAt).toBe(moment)
})

it.each([
  ['DURATION:PT1H30M', '2026-03-10T10:30:00.000Z'],
  ['DURATION:P1DT1H', '2026-03-11T10:00:00.000Z'],
  ['DTEND:20260310T080000Z', null],
  ['DURATION:zawsze', null],
])('takes %s for an end at %s', async (line, end) => {
  expect((await invited({ lines: [line] }))[0]?.endsAt).toBe(end)
})

describe('a series', () => {
  it.each([
    ['FREQ=DAILY;COUNT=3', ['2026-03-02T09:00', '2026-03-03T09:00', '2026-03-04T09:00']],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4',
      ['2026-03-02T09:00', '2026-03-04T09:00', '2026-03-16T09:00', '2026-03-18T09:00'],
    ],
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', ['2026-03-02T09:00', '2026-04-06T08:00', '2026-05-04T08:00']],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1;COUNT=2', ['2026-03-02T09:00', '2026-03-27T09:00']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260430T235959Z', ['2026-03-02T09:00', '2026-03-31T08:00', '2026-04-30T08:00']],
    ['FREQ=YEARLY;COUNT=2', ['2026-03-02T09:00', '2027-03-02T09:00']],
  ])('%s meets as its rule says, by the clock of its place', async (rule, days) => {
    expect(await daysOf(rule)).toEqual(days)
  })

  it('leaves out what was called off, and one meeting of it can be another', async () => {
    const days = await daysOf('FREQ=DAILY;COUNT=3', { lines: ['EXDATE;TZID=Europe/Warsaw:20260303T100000'] })
    const [one] = await invited({ lines: ['RECURRENCE-ID:20260317T090000Z', 'RRULE:FREQ=DAILY'] })

    expect(days).toEqual(['2026-03-02T09:00', '2026-03-04T09:00'])
    expect(one).toMatchObject({ recurrenceId: '2026-03-17T09:00:00.000Z', occurrences: ['2026-03-10T09:00:00.000Z'] })
  })

  it.each([
    ['FREQ=DAILY', 1_000],
    ['FREQ=DAILY;COUNT=999999999', 1_000],
    ['FREQ=WEEKLY', 262],
    ['FREQ=SECONDLY', 1],
    ['FREQ=MINUTELY;INTERVAL=0', 1],
    ['FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,1,2;BYSECOND=1,2,3', 1],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 1],
    ['FREQ=DAILY;INTERVAL=-5;COUNT=-1', 1],
    ['FREQ=DAILY;INTERVAL=1e308', 1],
    [`FREQ=MONTHLY;BYMONTHDAY=${'31,'.repeat(100_000)}`, 1],
    [`FREQ=WEEKLY;BYDAY=${'MO,'.repeat(100_000)}`, 1],
    ['FREQ', 1],
    ['', 1],
  ])('%.60s ends, and in no time', async (rule, most) => {
    const source = Buffer.from(buildInvitation('jan@klient.example', buildCalendar({ lines: [`RRULE:${rule}`] })))
    const { attachments } = await parseMessage(source)
    const start = performance.now()
    const [one] = readInvitations(attachments)
    const took = performance.now() - start

    expect(one?.occurrences.length).toBeLessThanOrEqual(most)
    expect(one?.occurrences.length).toBeGreaterThan(most === 1 ? 0 : most * 0.9)
    // The machine may be busy; what is bounded takes a few milliseconds alone.
    expect(took).toBeLessThan(50)
  })
})

describe('a hostile calendar', () => {
  const many = Array.from(
    { length: 5_000 },
    (_, index) => `BEGIN:VEVENT\r\nUID:${index}\r\nDTSTART:20260101T000000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT`,
  )
  it.each([
    ['deep nesting', 'BEGIN:VEVENT\r\n'.repeat(50_000)],
    ['5,000 series', many.join('\r\n')],
    [
      'a million folds',
      `BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260101T000000Z\r\nSUMMARY:a${'\r\n b'.repeat(300_000)}\r\nEND:VEVENT`,
    ],
    [
      'a quote that never ends',
      `BEGIN:VEVENT\r\nUID:x\r\nATTENDEE;CN="${'a:'.repeat(200_000)}\r\nDTSTART:20260101T000000Z\r\nEND:VEVENT`,
    ],
    [
      '100,000 exceptions',
      `BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260101T000000Z\r\n${'EXDATE:20260102T000000Z\r\n'.repeat(100_000)}END:VEVENT`,
    ],
    [
      'a zone that repeats each second',
      'BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=x:20260101T000000\r\nEND:VEVENT',
    ],
    [
      'times that are none',
      'BEGIN:VEVENT\r\nUID:x\r\nDTSTART:99999999T999999Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20260101\r\nEND:VEVENT',
    ],
  ])('of %s is read in bounded time, and its mail with it', async (_what, body) => {
    const calendar = `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n${body}\r\nEND:VCALENDAR`
    const start = performance.now()
    const parsed = await parseMessage(
      Buffer.from(buildInvitation('jan@klient.example', calendar, { subject: 'Mimo to' })),
    )

    expect(performance.now() - start).toBeLessThan(2_000)
    expect(parsed.subject).toBe('Mimo to')
    expect(parsed.invitations.length).toBeLessThanOrEqual(50)
    for (const { uid, title, occurrences } of parsed.invitations) {
      expect(uid.length + title.length).toBeLessThanOrEqual(600)
      expect(occurrences.length).toBeLessThanOrEqual(1_000)
    }
  })

  it.each(['PUBLISH', 'REPLY', 'COUNTER', 'REFRESH', ''])('with the method "%s" invites to nothing', async method => {
    expect(await invited({ method })).toEqual([])
  })
})
