import type { Correspondent, PlannedMail } from '../story/planned-mail.ts'
import { clockTime, dottedDate, isoDate } from '../story/spell-date.ts'
import { inWarsaw } from '../warsaw-time.ts'
import { monthsOf, monthsShort, weekdays, weekdaysShort } from '../words/phrases.ts'

type Language = Correspondent['language']

/** The sentence above a quoted mail, as the program of the one who answers writes it. */
export function attribution(quoted: PlannedMail, writer: Correspondent): string {
  const { name, email } = quoted.from
  const at = quoted.sentAt
  const { day, month, year, weekday } = inWarsaw(at)
  if (writer.language === 'en') return `On ${isoDate(at)} ${clockTime(at)}, ${name} wrote:`
  if (writer.language === 'de') return `Am ${dottedDate(at)} um ${clockTime(at)} schrieb ${name}:`
  switch (writer.program) {
    case 'gmail':
      return `${weekdaysShort[weekday]}, ${day} ${monthsShort[month - 1]} ${year} o ${clockTime(at)} ${name} <${email}> napisał(a):`
    case 'apple':
      return `Wiadomość napisana przez ${name} <${email}> w dniu ${day} ${monthsShort[month - 1]} ${year}, o godz. ${clockTime(at)}:`
    case 'roundcube':
      return `W dniu ${isoDate(at)} ${clockTime(at)}, ${name} napisał(a):`
    case 'legacy':
      return `Dnia ${day} ${monthsOf[month - 1]} ${year} ${clockTime(at)} ${name} <${email}> napisał(a):`
    default:
      return `W dniu ${dottedDate(at)} o ${clockTime(at)}, ${name} pisze:`
  }
}

/** The lines that Outlook puts above a quoted mail, and every program above a forwarded one. */
export function headBlock(quoted: PlannedMail, language: Language): [label: string, value: string][] {
  const labels = {
    pl: ['Od', 'Wysłano', 'Do', 'DW', 'Temat'],
    en: ['From', 'Sent', 'To', 'Cc', 'Subject'],
    de: ['Von', 'Gesendet', 'An', 'Cc', 'Betreff'],
  }[language] as [string, string, string, string, string]
  const people = (list: Correspondent[]) => list.map(({ name, email }) => `${name} <${email}>`).join('; ')
  const block: [string, string][] = [
    [labels[0], people([quoted.from])],
    [labels[1], longDate(quoted.sentAt, language)],
    [labels[2], people(quoted.to)],
    [labels[3], people(quoted.cc)],
    [labels[4], quoted.subject],
  ]
  return block.filter(([, value]) => value !== '')
}

/** What stands above a forwarded mail in plain text. */
export function forwardLine(writer: Correspondent): string {
  if (writer.program === 'thunderbird') return '-------- Przekazana wiadomość --------'
  return writer.program === 'outlook' ? '________________________________' : '---------- Forwarded message ---------'
}

function longDate(at: Date, language: Language): string {
  const { day, month, year, weekday } = inWarsaw(at)
  if (language === 'pl') return `${weekdays[weekday]}, ${day} ${monthsOf[month - 1]} ${year} ${clockTime(at)}`
  return language === 'en' ? `${isoDate(at)} ${clockTime(at)}` : `${dottedDate(at)} ${clockTime(at)}`
}
