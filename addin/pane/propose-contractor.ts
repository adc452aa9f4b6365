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
export function proposeContractor({ address, name, isFreeMail, company }: Unknown): Proposal {
  const domain = domainOf(address)
  const person = name.includes('@') ? '' : name.trim()
  if (isFreeMail) return { name: person || address, person, domain: null }
  return { name: company ?? domain, person, domain }
}
