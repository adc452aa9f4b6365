import type { Language } from '../text/language.ts'

const STEP = 1000
const units = ['B', 'kB', 'MB', 'GB'] as const
const numbers = {
  pl: new Intl.NumberFormat('pl', { maximumSignificantDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }),
}

/** Writes a number of bytes as people read it: 834 B, 12,3 kB, 3,4 MB. */
export function showSize(language: Language, bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)))
  return `${numbers[language].format(bytes / STEP ** step)}\u00A0${units[step]}`
}
