import { domainOf } from '../../shared/address.ts'
import type { Unknown } from '../../shared/lookup.ts'

/** What a new contractor is pre-filled with. */
export interface Proposal {
  name: string
  person: string
  /** The company's domain, or null when anyone can get an address there. */
  domain: string | null
}

/** Guesses a contractor from a participant that nobody knows: the company from its domain, else the person himself. */
export function proposeContractor({ address, name, isFreeMail }: Unknown): Proposal {
  const domain = domainOf(address)
  const person = name.includes('@') ? '' : name.trim()
  if (isFreeMail) return { name: person || address, person, domain: null }
  return { name: companyOf(domain), person, domain }
}

const secondLevel = new Set(['com', 'co', 'org', 'net', 'edu', 'gov'])

/** "meblex" of `biuro.meblex.com.pl`, with a capital letter. */
function companyOf(domain: string): string {
  const parts = domain.split('.').slice(0, -1)
  if (parts.length > 1 && secondLevel.has(parts.at(-1) ?? '')) parts.pop()
  const word = parts.at(-1) ?? domain
  return word.charAt(0).toUpperCase() + word.slice(1)
}
