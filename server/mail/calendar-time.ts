import type { CalendarLine } from './calendar-lines.ts'

/** A time as a wall clock shows it somewhere. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

/** A moment of a calendar: what the clock shows, and where. */
export interface CalendarTime {
  wall: WallTime
  zone: string
  isWholeDay: boolean
}

/** Where a time without a zone is meant, and one whose zone nobody knows. */
const OUR_ZONE = 'Europe/Warsaw'
const MINUTE_MS = 60_000

/** Names that Windows gives to zones (Unicode CLDR, windowsZones), those that Polish companies meet. */
const windowsZones: Record<string, string> = {
  'Central European Standard Time': 'Europe/Warsaw',
  'Central Europe Standard Time': 'Europe/Budapest',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kyiv',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  UTC: 'UTC',
}

const FORM = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/

/** Reads a date or a time with its zone; null when it is neither, or nobody can meet then. */
export function readCalendarTime({ value, parameters }: CalendarLine): CalendarTime | null {
  const match = FORM.exec(value.trim())
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(part => Number(part || 0))
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59)
    return null
  const zone = match[7] === 'Z' ? 'UTC' : zoneOf(parameters.get('TZID') ?? '')
  return { wall: { year, month, day, hour, minute, second }, zone, isWholeDay: match[4] === undefined }
}

/** The moment at which a clock in a zone shows that; of an hour that is skipped, one beside it. */
export function momentOf({ year, month, day, hour, minute, second }: WallTime, zone: string): Date {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59))
  const first = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(first, zone))
}

function zoneOf(name: string): string {
  // Some programs put their own path before the name: `/mozilla.org/20050126_1/Europe/Warsaw`.
  const wanted = windowsZones[name] ?? name.split('/').slice(-2).join('/')
  return wanted !== '' && formatOf(wanted) ? wanted : OUR_ZONE
}

const formats = new Map<string, Intl.DateTimeFormat | null>()
/** Names come from mail; more than there are zones in use are not remembered. */
const MOST_FORMATS = 200

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = newFormat(zone)
  if (formats.size < MOST_FORMATS) formats.set(zone, format)
  return format
}

function newFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return null
  }
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(formatOf(zone)?.format(moment) ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
}
