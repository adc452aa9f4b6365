import { domainOf, isFreeMail, withoutTag } from '../../../shared/address.ts'
import type { AddressFact, Candidates, MessageFacts, Proposal } from './facts.ts'

type Known = Pick<Candidates, 'own' | 'addresses'>

/** Step 5: every participant by his exact address, or the address without its tag. */
export function byAddress(message: MessageFacts, known: Known): Proposal[] {
  return matched(message, known).filter(proposal => proposal.method === 'address')
}

/** Step 6: every participant whose address nobody has, by the domain of his company. */
export function byDomain(message: MessageFacts, known: Known): Proposal[] {
  return matched(message, known).filter(proposal => proposal.method === 'domain')
}

/**
 * Whoever a forwarded mail came from first. Anybody can write that into a mail, so it never files, whatever the sender is
 * worth, and people see it as what it is.
 */
export function byForwarded(
  message: MessageFacts,
  { own, forwarded = [] }: Pick<Candidates, 'own' | 'forwarded'>,
): Proposal[] {
  return (message.forwarded ?? [])
    .filter(address => !own.includes(address) && !message.participants.includes(address))
    .flatMap(address => factsOf(address, forwarded))
    .map(fact => ({ ...proposalOf(fact), method: 'forwarded', score: 0.5, mayFile: false }))
}

/** The contractors that take part, be it by an address that they share. */
export function contractorsIn(message: MessageFacts, known: Known): string[] {
  return matched(message, known).map(proposal => proposal.contractorId)
}

/** Whether an address or its domain belongs to anybody. */
export function isKnown(address: string, { addresses }: Known): boolean {
  return factsOf(address, addresses).length > 0
}

/** An address that several contractors share is for people to settle. */
function matched({ participants }: MessageFacts, { own, addresses }: Known): Proposal[] {
  return participants
    .filter(participant => !own.includes(participant))
    .flatMap(participant => {
      const facts = factsOf(participant, addresses)
      return facts.map(fact => ({ ...proposalOf(fact), mayFile: facts.length === 1 }))
    })
}

/** Who the address belongs to. Of several, those whom the owner of the mail sees: the others must not show by a doubt. */
function factsOf(participant: string, addresses: AddressFact[]): AddressFact[] {
  const all = allFactsOf(participant, addresses)
  return all.length > 1 ? all.filter(fact => fact.visible) : all
}

function allFactsOf(participant: string, addresses: AddressFact[]): AddressFact[] {
  const exact = addresses.filter(fact => !fact.isDomain && fact.value === participant)
  if (exact.length > 0) return exact
  const untagged = addresses.filter(fact => !fact.isDomain && fact.value === withoutTag(participant))
  if (untagged.length > 0) return untagged
  const domain = domainOf(participant)
  return isFreeMail(domain) ? [] : addresses.filter(fact => fact.isDomain && fact.value === domain)
}

function proposalOf({ contractorId, isDomain, value }: AddressFact): Omit<Proposal, 'mayFile'> {
  const place = { contractorId, caseId: null, evidence: value }
  return isDomain ? { ...place, method: 'domain', score: 0.8 } : { ...place, method: 'address', score: 0.9 }
}
