import { inWarsaw } from '../warsaw-time.ts'
import { months, monthsOf, onWeekday } from '../words/phrases.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** „14.10.2026”. */
export function dottedDate(moment: Date): string {
  const { day, month, year } = inWarsaw(moment)
  return `${two(day)}.${two(month)}.${year}`
}

/** „2026-10-14”. */
export function isoDate(moment: Date): string {
  const { day, month, year } = inWarsaw(moment)
  return `${year}-${two(month)}-${two(day)}`
}

/** „14 października”. */
export function dayAndMonth(moment: Date): string {
  const { day, month } = inWarsaw(moment)
  return `${day} ${monthsOf[month - 1]}`
}

/** „wrzesień 2026”. */
export function monthAndYear(moment: Date): string {
  const { month, year } = inWarsaw(moment)
  return `${months[month - 1]} ${year}`
}

/** „we wtorek”. */
export function weekdayPhrase(moment: Date): string {
  return onWeekday[inWarsaw(moment).weekday] ?? ''
}

/** „09:05”. */
export function clockTime(moment: Date): string {
  const { hour, minute } = inWarsaw(moment)
  return `${two(hour)}:${two(minute)}`
}
