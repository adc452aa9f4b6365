import type { House } from '../../http/app-type.ts'
import type { Letter } from '../write-letter.ts'
import { writeAlarmLetter, writeClearLetter } from './alarm-letter.ts'
import { writeDigest } from './digest-letter.ts'
import { writePasswordLetter } from './password-letter.ts'

/** A mail that waits: what for, to whom, about what. */
export interface MailToSend {
  id: string
  kind: 'password-link' | 'mailbox-alarm' | 'mailbox-clear' | 'digest'
  user_id: string
  email: string
  name: string
  language: 'pl' | 'en'
  about: string[]
  since: string | null
}

/** How each kind finds its words; null when there is nothing to tell any more. */
export type Letters = Record<MailToSend['kind'], (house: House, mail: MailToSend) => Promise<Letter | null>>

export const letters: Letters = {
  'password-link': writePasswordLetter,
  'mailbox-alarm': writeAlarmLetter,
  'mailbox-clear': writeClearLetter,
  digest: writeDigest,
}
