import { domainOf, sharesDomain } from '../../shared/address.ts'
import type { MailAddress, MeantCase } from '../host/mail-host.ts'

/**
 * The recipients who belong neither to the case's contractor nor to our own company. Nobody, where it is not known who
 * belongs to the case: a guard that warns without cause is soon switched off.
 */
export function findStrangers(meant: MeantCase | null, recipients: MailAddress[], own: string): MailAddress[] {
  if (!meant || meant.parties.length === 0) return []
  const known = new Set(meant.parties)
  return findOutsiders(recipients, own).filter(
    ({ address }) => !known.has(address) && !known.has(`@${domainOf(address)}`),
  )
}

/** The recipients outside our company. Colleagues share the domain, unless anybody may have an address there. */
export function findOutsiders(recipients: MailAddress[], own: string): MailAddress[] {
  return recipients.filter(({ address }) => address !== own && !sharesDomain(address, own))
}

/** A recipient, and the contractors that he belongs to. */
export interface Owned {
  address: string
  owners: string[]
}

/**
 * Recipients of whom it is known whose they are, where they do not all belong to one contractor; else nobody. It is asked
 * where no case says whom the mail is for.
 */
export function findMixed<One extends Owned>(recipients: One[]): One[] {
  const known = recipients.filter(({ owners }) => owners.length > 0)
  const shared = known[0]?.owners.some(owner => known.every(({ owners }) => owners.includes(owner))) ?? true
  return shared ? [] : known
}
