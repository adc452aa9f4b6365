import { domainOf, isFreeMail, readAddress } from '../../shared/address.ts'
import type { TriageGroup } from '../../shared/triage.ts'

/**
 * What a new file begins with, as the mail of a sender or a domain tells. A company is known by its domain, whoever of it
 * writes next; a domain that everybody has an address at knows nobody.
 */
export function strangerOf({ key, name }: Pick<TriageGroup, 'key' | 'name'>): { name: string; addresses: string } {
  const isSender = key.includes('@')
  const domain = domainOf(key)
  const known = isFreeMail(domain) ? (isSender ? key : '') : `@${domain}`
  return { name: isSender ? name : '', addresses: readAddress(known) ? known : '' }
}
