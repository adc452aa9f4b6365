import { type CalendarTime, momentOf } from './calendar-time.ts'

/** A series stops being written out after so many meetings, or so many days. */
const MOST = 1_000
const DAYS = 5 * 365 + 2
const DAY_MS = 86_400_000
const LONGEST_RULE = 2_000

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** A rule that is understood (RFC 5545, 3.3.10). Anything else is a series of which only the first meeting is known. */
interface Rule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count: number
  until: string
  months: number[]
  monthDays: number[]
  days: { weekday: number; nth: number }[]
}

/** A day of a series beside its first. */
interface Day {
  date: Date
  start: Date
}

/**
 * When the meetings of a series begin. It walks over the days of five years and asks of each whether the rule means it,
 * so no rule, however it is written, takes longer than that.
 */
export function occurrencesOf(start: CalendarTime, ruleText: string, excluded: ReadonlySet<number>): Date[] {
  const first = momentOf(start.wall, start.zone)
  const rule = readRule(ruleText)
  const { year, month, day } = start.wall
  const startDay = new Date(Date.UTC(year, month - 1, day))
  const found = [first]
  for (let ahead = 1; rule && ahead <= DAYS && found.length < Math.min(MOST, rule.count); ahead += 1) {
    const date = new Date(startDay.getTime() + ahead * DAY_MS)
    if (!means(rule, { date, start: startDay })) continue
    const wall = { ...start.wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    const moment = momentOf(wall, start.zone)
    if (rule.until !== '' && stampOf(moment).slice(0, rule.until.length) > rule.until) break
    found.push(moment)
  }
  const kept = found.filter(moment => !excluded.has(moment.getTime()))
  return kept.length > 0 ? kept : [first]
}

function readRule(text: string): Rule | null {
  if (text.length > LONGEST_RULE) return null
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .slice(0, 30)
      .map(part => part.split('=', 2) as [string, string]),
  )
  const numbers = (name: string) => (parts.get(name) ?? '').split(',').filter(Boolean).slice(0, 400).map(Number)
  const frequency = parts.get('FREQ')
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY' && frequency !== 'YEARLY') return null
  if (['BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYWEEKNO', 'BYYEARDAY'].some(name => parts.has(name))) return null
  const days = readDays(parts.get('BYDAY') ?? '', numbers('BYSETPOS'))
  if (!days) return null
  return {
    frequency,
    days,
    interval: Math.max(1, Math.trunc(Number(parts.get('INTERVAL') ?? 1)) || 1),
    count: Math.trunc(Number(parts.get('COUNT') ?? MOST)) || 1,
    until: (parts.get('UNTIL') ?? '').replace('Z', ''),
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
  }
}

/** `2TU`, `-1FR`, or `TU` with a place among one weekday, which is Outlook's way to say the same. */
function readDays(text: string, places: number[]): Rule['days'] | null {
  const names = text.split(',').filter(Boolean).slice(0, 50)
  if (places.length > 0 && (places.length > 1 || names.length !== 1)) return null
  const days = names.map(name => ({
    weekday: weekdays.indexOf(name.slice(-2)),
    nth: Number(name.slice(0, -2)) || places[0] || 0,
  }))
  return days.some(day => day.weekday < 0) ? null : days
}

function means(rule: Rule, day: Day): boolean {
  const { date, start } = day
  if (rule.months.length > 0 && !rule.months.includes(date.getUTCMonth() + 1)) return false
  return periodsSince(rule.frequency, day) % rule.interval === 0 && isItsDay(rule, date, start)
}

function periodsSince(frequency: Rule['frequency'], { date, start }: Day): number {
  if (frequency === 'DAILY') return Math.round((date.getTime() - start.getTime()) / DAY_MS)
  if (frequency === 'WEEKLY') return Math.round((mondayOf(date) - mondayOf(start)) / (7 * DAY_MS))
  const years = date.getUTCFullYear() - start.getUTCFullYear()
  return frequency === 'YEARLY' ? years : years * 12 + date.getUTCMonth() - start.getUTCMonth()
}

function isItsDay({ frequency, months, monthDays, days }: Rule, date: Date, start: Date): boolean {
  const isNamed = monthDays.length > 0 || days.length > 0
  if (frequency === 'WEEKLY' && days.length === 0) return date.getUTCDay() === start.getUTCDay()
  if (frequency === 'YEARLY' && months.length === 0 && date.getUTCMonth() !== start.getUTCMonth()) return false
  if ((frequency === 'MONTHLY' || frequency === 'YEARLY') && !isNamed) return date.getUTCDate() === start.getUTCDate()
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  const number = date.getUTCDate()
  const isMonthDay = monthDays.length === 0 || monthDays.includes(number) || monthDays.includes(number - length - 1)
  const isWeekday = ({ weekday, nth }: Rule['days'][number]) =>
    weekday === date.getUTCDay() &&
    (nth === 0 ||
      frequency === 'WEEKLY' ||
      nth === Math.ceil(number / 7) ||
      -nth === Math.ceil((length - number + 1) / 7))
  return isMonthDay && (days.length === 0 || days.some(isWeekday))
}

function mondayOf(date: Date): number {
  return date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS
}

function stampOf(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d+Z/g, '')
}
