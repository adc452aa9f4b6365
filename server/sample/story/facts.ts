import { DAY_MS, HOUR_MS, inWarsaw, workingDayAfter } from '../warsaw-time.ts'
import { ownCompany } from '../words/colleagues.ts'
import { wordFor } from './fill.ts'
import { dayAndMonth, dottedDate, isoDate, monthAndYear, weekdayPhrase } from './spell-date.ts'
import type { Subject, Tools } from './subject.ts'

/** What is true in one conversation: the matter, and the days that were agreed. */
export type Facts = { subject: Subject; at: Date; due: Date; agreed: Date; words: Record<string, string> }

/** What is true in a conversation of that matter which begins at the given time. */
export function inventFacts(subject: Subject, at: Date, tools: Tools): Facts {
  const { random, numbering } = tools
  const agreed = workingDayAfter(at, random.between(5, 12))
  const later = workingDayAfter(agreed, random.between(4, 12))
  const due = new Date(at.getTime() + random.pick([14, 21, 30]) * DAY_MS)
  const hour = random.between(8, 12)
  const invoiced = new Date(at.getTime() - HOUR_MS)
  const words = {
    ...subject.words,
    termin: dayAndMonth(agreed),
    termin2: dayAndMonth(later),
    dzien: weekdayPhrase(agreed),
    dzien2: weekdayPhrase(later),
    dateEn: isoDate(agreed),
    dateDe: dottedDate(agreed),
    godzina: `${hour}:${random.pick(['00', '15', '30'])}`,
    godzina2: `${hour + random.between(2, 4)}:00`,
    platnosc: dottedDate(due),
    data: dottedDate(at),
    rok: String(inWarsaw(at).year + (inWarsaw(at).month > 8 ? 1 : 0)),
    miesiac: monthAndYear(new Date(at.getTime() - 25 * DAY_MS)),
    faktura: numbering('invoice', invoiced),
    korekta: numbering('correction', at),
    fakturaDostawcy: numbering('supplier-invoice', at),
    ksef: `${ownCompany.nip}-${isoDate(at).replaceAll('-', '')}-${random.hex(12).toUpperCase()}-${random.hex(2).toUpperCase()}`,
  }
  return { subject, at, due, agreed, words }
}

/** A reminder is about the invoice of an earlier conversation, or of one that nobody kept. */
export function asReminder(facts: Facts, earlier: Facts | null): Facts {
  const due = earlier ? earlier.due : new Date(facts.at.getTime() - 7 * DAY_MS)
  return {
    ...facts,
    due,
    words: { ...facts.words, faktura: wordFor('faktura', (earlier ?? facts).words), platnosc: dottedDate(due) },
  }
}
