import type { WorkingHouse } from '../../job/jobs-database.ts'
import type { Letter } from '../write-letter.ts'
import { writeAddressLetter } from './address-letter.ts'
import { writeAlarmLetter, writeClearLetter } from './alarm-letter.ts'
import { writeBackupLetter } from './backup-letter.ts'
import { writeDigest } from './digest-letter.ts'
import { writeForgottenLetter } from './forgotten-letter.ts'
import type { MailToSend } from './mail-to-send.ts'
import { writePasswordLetter } from './password-letter.ts'

/** How each kind finds its words; null when there is nothing to tell any more. */
export type Letters = Record<MailToSend['kind'], (house: WorkingHouse, mail: MailToSend) => Promise<Letter | null>>

export const letters: Letters = {
  'password-link': writePasswordLetter,
  'password-forgotten': writeForgottenLetter,
  'mailbox-alarm': writeAlarmLetter,
  'mailbox-clear': writeClearLetter,
  'backup-alarm': writeBackupLetter,
  'address-changed': writeAddressLetter,
  digest: writeDigest,
}
