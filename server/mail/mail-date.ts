const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zones by name, as older programs and Polish web mail write them, in minutes east of UTC. */
const ZONES = new Map([
  ...['cet', 'met', 'bst', 'west', 'wat'].map((name): [string, number] => [name, 60]),
  ...['cest', 'mest', 'eet', 'cat'].map((name): [string, number] => [name, 120]),
  ['eest', 180],
  ['msk', 180],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['cst', -360],
  ['mdt', -360],
  ['mst', -420],
  ['pdt', -420],
  ['pst', -480],
])
const RFC_DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:\.\d+)?(?:\s+(?:(am|pm)\b\s*)?(?:(?:gmt|utc)?([+-]\d{1,2}):?(\d{2})|([a-z]{1,5})))?/i
const C_DATE = /([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{3,5})\s+)?(\d{4})/i
const ISO_DATE = /(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:Z|([+-]\d{2}):?(\d{2}))?/i

/**
 * The moment a Date or Received header names, or null when it names none. It accepts what real programs write
 * (no weekday, two-digit years, zones by name) but guesses nothing; without a zone it is UTC.
 */
export function readMailDate(value: string | null): Date | null {
  const text = (value ?? '').slice(0, 1_000).replace(/\([^()]*\)/g, ' ')
  const date = fromRfc(RFC_DATE.exec(text)) ?? fromIso(ISO_DATE.exec(text)) ?? fromC(C_DATE.exec(text))
  return date && date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 3000 ? date : null
}

function fromRfc(match: RegExpExecArray | null): Date | null {
  if (!match) return null
  const [, day, month = '', year, hour, minute, second, half, zoneHour, zoneMinute, zone = ''] = match
  const shift = half?.toLowerCase() === 'pm' && Number(hour) < 12 ? 12 : 0
  const time = [Number(hour) + shift, Number(minute), Number(second ?? 0)] as const
  return moment(
    [fullYear(year), MONTHS.indexOf(month.toLowerCase()), Number(day)],
    time,
    offset(zoneHour, zoneMinute, zone),
  )
}

function fromIso(match: RegExpExecArray | null): Date | null {
  if (!match) return null
  const [, year, month, day, hour, minute, second, zoneHour, zoneMinute] = match
  const time = [Number(hour), Number(minute), Number(second ?? 0)] as const
  return moment([Number(year), Number(month) - 1, Number(day)], time, offset(zoneHour, zoneMinute, ''))
}

function fromC(match: RegExpExecArray | null): Date | null {
  if (!match) return null
  const [, month = '', day, hour, minute, second, zone = '', year] = match
  const time = [Number(hour), Number(minute), Number(second)] as const
  return moment(
    [Number(year), MONTHS.indexOf(month.toLowerCase()), Number(day)],
    time,
    offset(undefined, undefined, zone),
  )
}

type Day = readonly [year: number, month: number, day: number]
type Time = readonly [hour: number, minute: number, second: number]

/** Null for what no calendar or clock has. A leap second is the next second. */
function moment([year, month, day]: Day, [hour, minute, second]: Time, zone: number): Date | null {
  const isTime = hour < 24 && minute < 60 && second <= 60 && Math.abs(zone) <= 14 * 60
  const date = new Date(Date.UTC(year, month, day, hour, minute, second) - zone * 60_000)
  const isDay = month >= 0 && month < 12 && day >= 1 && new Date(Date.UTC(year, month, day)).getUTCDate() === day
  return isTime && isDay ? date : null
}

function offset(hour: string | undefined, minute: string | undefined, zone: string): number {
  if (hour === undefined) return ZONES.get(zone.toLowerCase()) ?? 0
  const sign = hour.startsWith('-') ? -1 : 1
  return sign * (Math.abs(Number(hour)) * 60 + Number(minute ?? 0))
}

/** RFC 5322 §4.3: 00 to 49 lie in this century, 50 to 99 in the last; three digits count from 1900. */
function fullYear(year = ''): number {
  const value = Number(year)
  if (year.length === 2) return value < 50 ? 2000 + value : 1900 + value
  return year.length === 3 ? 1900 + value : value
}
