import type { Random } from '../random.ts'
import type { PlannedMail, Program } from '../story/planned-mail.ts'
import type { Field, HeaderWords } from './header.ts'
import { spellWords } from './header.ts'

/** The fields by which a mail program gives itself away. */
export function programFields(mail: PlannedMail, random: Random, words: HeaderWords): Field[] {
  const topic = mail.subject.replace(/^(?:(?:odp|re|pd|fwd|aw|wg)\.?: )+/i, '')
  switch (mail.from.program) {
    case 'outlook':
      return [
        ['Thread-Topic', spellWords(topic, words)],
        ['Thread-Index', Buffer.from(`01d${random.hex(41)}`, 'hex').toString('base64')],
        ['Accept-Language', 'pl-PL, en-US'],
        ['Content-Language', mail.from.language === 'pl' ? 'pl-PL' : 'en-US'],
        ['X-MS-Has-Attach', mail.files.length > 0 ? 'yes' : ''],
      ]
    case 'thunderbird':
      return [
        ['User-Agent', 'Mozilla Thunderbird'],
        ['Content-Language', 'pl'],
      ]
    case 'apple':
      return [['X-Mailer', 'Apple Mail (2.3826.400.131.1.6)']]
    case 'roundcube':
      return [
        ['User-Agent', 'Roundcube Webmail/1.6.9'],
        ['X-Sender', mail.from.email],
      ]
    case 'legacy':
      return [
        ['X-Mailer', 'Poczta Firmowa 4.2 (Windows)'],
        ['X-Priority', '3 (Normal)'],
      ]
    default:
      return []
  }
}

/** The boundary between parts as that program writes it. */
export function boundaryFor(program: Program, random: Random): string {
  switch (program) {
    case 'outlook':
      return `_00${random.between(2, 9)}_AS8PR${random.digits(2)}MB${random.digits(4)}${random.hex(12).toUpperCase()}_`
    case 'thunderbird':
      return `------------${random.hex(24)}`
    case 'gmail':
      return `00000000000${random.hex(17)}`
    case 'apple':
      return `Apple-Mail=_${random.hex(8).toUpperCase()}-${random.hex(4).toUpperCase()}-4${random.hex(3).toUpperCase()}`
    case 'roundcube':
      return `=_${random.hex(32)}`
    default:
      return `----=_NextPart_000_${random.hex(4).toUpperCase()}_01D${random.hex(5).toUpperCase()}`
  }
}

/** How that program spells file names with Polish letters. */
export function fileNameWay(program: Program): 'rfc2231' | 'split' | 'encoded-word' {
  if (program === 'thunderbird' || program === 'roundcube') return 'split'
  return program === 'apple' ? 'rfc2231' : 'encoded-word'
}

/** Whether that program sends HTML beside the plain text. */
export function writesHtml(program: Program): boolean {
  return program === 'outlook' || program === 'gmail' || program === 'apple' || program === 'thunderbird'
}
