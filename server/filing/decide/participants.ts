import { domainOf, isFreeMail, withoutTag } from '../../../shared/address.ts'
import type { AddressFact, Candidates, MessageFacts, Proposal } from './facts.ts'

type Known = Pick<Candidates, 'own' | 'addresses' | 'freeMail' | 'threads'>

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
  { own, forwarded = [], freeMail = [] }: Pick<Candidates, 'own' | 'forwarded' | 'freeMail'>,
): Proposal[] {
  return (message.forwarded ?? [])
    .filter(address => !own.includes(address) && !message.participants.includes(address))
    .flatMap(address => factsOf(address, { addresses: forwarded, freeMail }))
    .map(fact => ({ ...proposalOf(fact), method: 'forwarded', score: 0.5, mayFile: false }))
}

/**
 * Whoever gets the answers to a mail in which nobody takes part whom we know: a form, a portal or a shared disk writes for
 * him. Like an address in copy it leads into his file and into no case.
 */
export function byReplyTo(message: MessageFacts, known: Known): Proposal[] {
  if (message.isOwnersOwn || contractorsIn(message, known).length > 0) return []
  return (message.replyTo ?? [])
    .filter(address => !known.own.includes(address) && !message.participants.includes(address))
    .flatMap(address => {
      const facts = factsOf(address, known).filter(({ isDomain }) => !isDomain)
      return facts.map(fact => ({
        ...proposalOf(fact),
        method: 'reply-to' as const,
        score: 0.7,
        mayFile: facts.length === 1 && fact.held,
      }))
    })
}

/** The contractors that take part, be it by an address that they share. */
export function contractorsIn(message: MessageFacts, known: Known): string[] {
  return matched(message, known).map(proposal => proposal.contractorId)
}

/** Whether an address or its domain belongs to anybody. */
export function isKnown(address: string, known: Pick<Known, 'addresses' | 'freeMail'>): boolean {
  return factsOf(address, known).length > 0
}

/** An address that several contractors share is for people to settle, and so is whoever is in copy perhaps by mistake. */
function matched(message: MessageFacts, known: Known): Proposal[] {
  return message.participants
    .filter(participant => !known.own.includes(participant))
    .flatMap(participant => {
      const facts = factsOf(participant, known)
      return facts.map(fact => ({
        ...proposalOf(fact),
        mayFile: facts.length === 1 && fact.held && !isPerhapsMistaken(participant, fact, message, known),
      }))
    })
}

/**
 * A mail program completes a name to that of somebody else: whom another contractor puts in copy without a mail of the
 * thread in that file has perhaps nothing to do with it.
 */
function isPerhapsMistaken(participant: string, fact: AddressFact, message: MessageFacts, known: Known): boolean {
  if (message.direction !== 'in' || !message.copied?.includes(participant)) return false
  const writers = factsOf(message.sender, known).map(({ contractorId }) => contractorId)
  if (writers.length === 0 || writers.includes(fact.contractorId)) return false
  return !known.threads.some(({ contractorId }) => contractorId === fact.contractorId)
}

/** Who the address belongs to. */
function factsOf(
  participant: string,
  { addresses, freeMail = [] }: Pick<Known, 'addresses' | 'freeMail'>,
): AddressFact[] {
  const exact = addresses.filter(fact => !fact.isDomain && fact.value === participant)
  if (exact.length > 0) return exact
  const untagged = addresses.filter(fact => !fact.isDomain && fact.value === withoutTag(participant))
  if (untagged.length > 0) return untagged
  const domain = domainOf(participant)
  const isFree = isFreeMail(domain) || freeMail.includes(domain)
  return isFree ? [] : addresses.filter(fact => fact.isDomain && fact.value === domain)
}

function proposalOf({ contractorId, isDomain, value }: AddressFact): Omit<Proposal, 'mayFile'> {
  const place = { contractorId, caseId: null, evidence: value }
  return isDomain ? { ...place, method: 'domain', score: 0.8 } : { ...place, method: 'address', score: 0.9 }
}
