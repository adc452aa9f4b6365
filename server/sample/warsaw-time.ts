import type { Random } from './random.ts'

/** One minute in milliseconds. */
export const MINUTE_MS = 60_000
/** One hour in milliseconds. */
export const HOUR_MS = 60 * MINUTE_MS
/** One day in milliseconds. */
export const DAY_MS = 24 * HOUR_MS

/** Public holidays in Poland that keep their date. */
const holidays = ['1.1', '6.1', '1.5', '3.5', '15.8', '1.11', '11.11', '24.12', '25.12', '26.12']

/** The parts of a moment as a clock in Warsaw shows them. */
export type WarsawTime = {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
  offsetHours: 1 | 2
}

/** Reads a moment as a clock in Warsaw shows it. Written out, because `Intl` is too slow for thousands of mails. */
export function inWarsaw(moment: Date): WarsawTime {
  const offsetHours = isSummerTime(moment) ? 2 : 1
  const local = new Date(moment.getTime() + offsetHours * HOUR_MS)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    offsetHours,
  }
}

/** The moment at which a clock in Warsaw shows this hour and minute on the day of `moment`. */
export function atWarsawHour(moment: Date, hour: number, minute: number): Date {
  const seen = inWarsaw(moment)
  const seconds = (hour - seen.hour) * 3600 + (minute - seen.minute) * 60 - seen.second
  return new Date(moment.getTime() + seconds * 1000 - moment.getUTCMilliseconds())
}

/** Moves a moment forward into office hours (7:40 to 16:50, Monday to Friday) when it lies outside. */
export function intoOfficeHours(moment: Date, random: Random): Date {
  let result = moment
  const seen = inWarsaw(result)
  const minuteOfDay = seen.hour * 60 + seen.minute
  if (minuteOfDay > 16 * 60 + 50) result = new Date(atWarsawHour(result, 12, 0).getTime() + DAY_MS)
  while (isDayOff(result)) result = new Date(atWarsawHour(result, 12, 0).getTime() + DAY_MS)
  const isInside = result === moment && minuteOfDay >= 7 * 60 + 40
  const chosen = isInside ? result : atWarsawHour(result, random.between(8, 10), random.between(0, 59))
  return new Date(Math.floor(chosen.getTime() / MINUTE_MS) * MINUTE_MS + random.between(0, 59) * 1000)
}

/** The first working day that is at least so many days later. */
export function workingDayAfter(moment: Date, days: number): Date {
  let result = new Date(moment.getTime() + days * DAY_MS)
  while (isDayOff(result)) result = new Date(result.getTime() + DAY_MS)
  return result
}

function isDayOff(moment: Date): boolean {
  const { weekday, month, day } = inWarsaw(moment)
  return weekday === 0 || weekday === 6 || holidays.includes(`${day}.${month}`)
}

/** Summer time lasts from the last Sunday of March to the last Sunday of October, 01:00 UTC. */
function isSummerTime(moment: Date): boolean {
  const year = moment.getUTCFullYear()
  return moment.getTime() >= lastSunday(year, 2) && moment.getTime() < lastSunday(year, 9)
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * DAY_MS
}
