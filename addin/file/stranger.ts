import { domainOf, isFreeMail, readAddress } from '../../shared/address.ts'
import type { TriageGroup } from '../../shared/triage.ts'

/**
 * Whether a group may be the mail of one party that has no file yet. A suggestion names a file; mails without a sender
 * name nobody; under a domain that everybody has an address at, many write who have nothing to do with each other; and
 * whoever imitates somebody or failed a check must not become known by a click.
 */
export function isStranger({
  key,
  suggestions,
  reasons,
}: Pick<TriageGroup, 'key' | 'suggestions' | 'reasons'>): boolean {
  const isSuspect = reasons.some(reason => reason !== 'unknown-sender')
  return key !== '' && !isSuspect && suggestions.length === 0 && (key.includes('@') || !isFreeMail(key))
}

/** What the new file begins with. A company is known by its domain, whoever of it writes next; a private person by his address. */
export function strangerOf({ key, name }: Pick<TriageGroup, 'key' | 'name'>): { name: string; addresses: string } {
  const domain = domainOf(key)
  const known = isFreeMail(domain) ? key : `@${domain}`
  return { name: key.includes('@') ? name : '', addresses: readAddress(known) ? known : '' }
}
