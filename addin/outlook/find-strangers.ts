import { domainOf, isFreeMail } from '../../shared/address.ts'
import type { MailAddress, MeantCase } from '../host/mail-host.ts'

/**
 * The recipients who belong neither to the case's contractor nor to our own company. Nobody, where it is not known who
 * belongs to the case: a guard that warns without cause is soon switched off.
 */
export function findStrangers(meant: MeantCase | null, recipients: MailAddress[], own: string): MailAddress[] {
  if (!meant || meant.parties.length === 0) return []
  // Colleagues share the domain, unless anybody may have an address there.
  const known = new Set([...meant.parties, own, ...(isFreeMail(domainOf(own)) ? [] : [`@${domainOf(own)}`])])
  return recipients.filter(({ address }) => !known.has(address) && !known.has(`@${domainOf(address)}`))
}
