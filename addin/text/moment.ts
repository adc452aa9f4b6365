import type { Language } from './language.ts'

const tags = { pl: 'pl', en: 'en-GB' } as const

/** A moment as short as the reader needs it: "14:32" today, "12 mar" this year, else "12 mar 2025". */
export function shortMoment(language: Language, moment: Date, now = new Date()): string {
  if (moment.toDateString() === now.toDateString()) return format(language, moment, { timeStyle: 'short' })
  return nearDay(language, moment, now)
}

/** A day among others that are near: "12 mar" this year, else "12 mar 2025". */
export function nearDay(language: Language, day: Date, now = new Date()): string {
  const sameYear = day.getFullYear() === now.getFullYear()
  return format(language, day, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** A moment to the minute, as short as that allows: "14:32" today, "12 mar, 14:32" this year, else "12 mar 2025, 14:32". */
export function exactMoment(language: Language, moment: Date, now = new Date()): string {
  if (moment.toDateString() === now.toDateString()) return shortMoment(language, moment, now)
  const year = moment.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return format(language, moment, { day: 'numeric', month: 'short', ...year, hour: '2-digit', minute: '2-digit' })
}

/** A moment in full, as the tip over the short one: "czwartek, 12 marca 2026, 14:32". */
export function fullMoment(language: Language, moment: Date): string {
  return format(language, moment, { dateStyle: 'full', timeStyle: 'short' })
}

/** A day by itself, as in due dates: "12 mar 2026". */
export function shortDay(language: Language, day: Date): string {
  return format(language, day, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** A day as a letter bears it: "12 marca 2026". */
export function longDay(language: Language, day: Date): string {
  return format(language, day, { dateStyle: 'long' })
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times the use of it, so each is made once. */
function format(language: Language, moment: Date, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options)
  const made = formats.get(key) ?? new Intl.DateTimeFormat(tags[language], options)
  formats.set(key, made)
  return Number.isNaN(moment.getTime()) ? '' : made.format(moment)
}
