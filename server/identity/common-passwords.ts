import { dictionary } from '@zxcvbn-ts/language-common'
import { Refusal } from '../refusal.ts'

/** What most people chose whose passwords became known somewhere, lower case. */
const common = new Set(dictionary['passwords-common'])

/** Refuses a password that is tried first by whoever guesses. */
export function refuseCommon(password: string) {
  if (common.has(password.normalize('NFKC').toLowerCase())) throw new Refusal('common-password')
}
