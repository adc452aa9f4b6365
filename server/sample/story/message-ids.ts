import type { Random } from '../random.ts'
import type { Correspondent } from './planned-mail.ts'

/** A Message-ID as the writer's program makes it, without brackets; it does not depend on the time. */
export function inventMessageId(from: Correspondent, random: Random): string {
  const domain = from.email.split('@')[1] ?? 'invalid.example'
  switch (from.program) {
    case 'outlook':
      return `AS8PR${random.digits(2)}MB${random.digits(4)}${random.hex(26).toUpperCase()}@${domain}`
    case 'thunderbird':
      return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}@${domain}`
    case 'gmail':
      return `CA+${random.hex(10)}_${random.hex(12)}=${random.hex(14)}@mail.gmail.com`
    case 'apple':
      return `${[8, 4, 4, 4, 12].map(length => random.hex(length).toUpperCase()).join('-')}@${domain}`
    case 'roundcube':
      return `${random.hex(32)}@${domain}`
    default:
      return `${random.digits(14)}.${random.digits(8)}@${domain}`
  }
}

/** The subject of an answer in the way of the writer's program. */
export function answerSubject(subject: string, from: Correspondent): string {
  const prefix = from.program === 'outlook' ? { pl: 'Odp: ', en: 'RE: ', de: 'AW: ' }[from.language] : 'Re: '
  return prefix + bareSubject(subject)
}

/** The subject of a forwarded mail in the way of the writer's program. */
export function forwardSubject(subject: string, from: Correspondent): string {
  const prefix = from.program === 'outlook' ? 'PD: ' : 'Fwd: '
  return prefix + bareSubject(subject)
}

/** A subject without the marks of answers and forwards. */
export function bareSubject(subject: string): string {
  return subject.replace(/^(?:(?:odp|re|pd|fwd|aw|wg): )+/i, '')
}
