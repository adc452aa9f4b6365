import { showNip } from '../../../shared/tax-id.ts'
import {
  type Candidates,
  isVouchedFor,
  type MessageFacts,
  type Named,
  type NumberFact,
  type Proposal,
} from './facts.ts'
import { contractorsIn, isKnown } from './participants.ts'
import { isNamed, isTakenFor, partyOf } from './parties.ts'
import { shareWord } from './same-matter.ts'

/** A mail about a deal names two parties; one that names more is a list. */
const MOST_CONTRACTORS = 2

/** Step 4: the case that the subject names, else the one that the text names. */
export function byCaseNumber(message: MessageFacts, known: Candidates): Proposal[] {
  const inSubject = casesIn(message.subject, message, known, { isSubject: true })
  return inSubject.length > 0 ? inSubject : casesIn(message.text, message, known, { isSubject: false })
}

/** Step 4: the contractor whose tax number stands in the subject, else in the text. */
export function byTaxId(message: MessageFacts, known: Candidates): Proposal[] {
  const inSubject = taxIdsIn(message.subject, message, known, { isSubject: true })
  return inSubject.length > 0 ? inSubject : taxIdsIn(message.text, message, known, { isSubject: false })
}

type Spot = { isSubject: boolean }

/**
 * A case is entered by its number for a contractor who takes part, when the number leaves no choice; without one, for
 * whom we wrote to about it under that number, and for a stranger who names whom it concerns.
 */
function casesIn(named: Named, message: MessageFacts, known: Candidates, spot: Spot): Proposal[] {
  const present = contractorsIn(message, known)
  const cases = (known.numbers ?? []).filter(number => !number.closed && isMeant(number, named, message, present))
  const proposals = cases.flatMap(number => {
    const { reference, caseId } = number
    const { places, mayFile } = placesOf(number, message, known, spot)
    return places.map(
      (contractorId): Proposal => ({
        contractorId,
        caseId,
        method: 'case-number',
        evidence: reference,
        score: spot.isSubject ? 0.93 : 0.85,
        mayFile,
      }),
    )
  })
  return proposals.map(proposal => ({
    ...proposal,
    mayFile: proposal.mayFile && proposals.filter(other => other.contractorId === proposal.contractorId).length === 1,
  }))
}

/** The number of an offer is that of the case when it is a case of somebody who takes part, and about the same thing. */
function isMeant(
  { reference, contractorIds, title }: NumberFact,
  named: Named,
  message: MessageFacts,
  present: string[],
): boolean {
  if (named.cases.includes(reference)) return true
  const isOfPresent = contractorIds.some(id => present.includes(id))
  return isOfPresent && (named.labels ?? []).includes(reference) && shareWord(message.title, title)
}

function placesOf(
  { caseId, contractorIds }: NumberFact,
  message: MessageFacts,
  known: Candidates,
  spot: Spot,
): { places: string[]; mayFile: boolean } {
  const present = contractorsIn(message, known)
  const partaking = contractorIds.filter(id => present.includes(id))
  if (partaking.length > 0) return { places: partaking, mayFile: isVouchedFor(message) }
  const answered = spot.isSubject ? answeredIn(caseId, message, known) : []
  if (answered.length > 0) return { places: answered, mayFile: true }
  const told = contractorIds.filter(id => isToldBy(id, message, known))
  if (told.length > 0) return { places: told, mayFile: true }
  return { places: contractorIds.slice(0, 1), mayFile: isOurOwnLabel(message, present, spot) }
}

/** Whose case it is in which we wrote to the sender, whom our border vouches for, what he answers under the same number. */
function answeredIn(caseId: string, message: MessageFacts, { threads }: Candidates): string[] {
  if (message.direction !== 'in' || !isVouchedFor(message)) return []
  const ours = threads.filter(thread => thread.caseId === caseId && thread.sentByUs && thread.hasSender)
  return [...new Set(ours.map(({ contractorId }) => contractorId))]
}

/** A number can be guessed: a stranger must name the contractor too, and not be taken for him. */
function isToldBy(contractorId: string, message: MessageFacts, known: Candidates): boolean {
  const party = partyOf(contractorId, known)
  return party !== null && isVouchedStranger(message, known) && isNamed(message, party) && !isTakenFor(message, party)
}

/**
 * A tax number chooses among the contractors that take part. Of one who does not, it files by the subject of somebody
 * known whom our border vouches for (an accountant writes for a client), and of a vouched stranger who could not be taken
 * for him (a portal, an accountant without a file); an unproven word is only suggested.
 */
function taxIdsIn(named: Named, message: MessageFacts, known: Candidates, spot: Spot): Proposal[] {
  const present = contractorsIn(message, known)
  const isVouchedWriter =
    spot.isSubject && !message.isOwnersOwn && isVouchedFor(message) && isKnown(message.sender, known)
  const found = (known.taxIds ?? []).filter(({ nip }) => named.taxIds.includes(nip))
  const isFew = new Set(found.map(({ contractorId }) => contractorId)).size <= MOST_CONTRACTORS
  return found.map(({ nip, contractorId, held }) => {
    const isAlone = found.every(other => other.contractorId === contractorId)
    const isUnique = found.every(other => other.nip !== nip || other.contractorId === contractorId)
    const isMeant =
      present.includes(contractorId) ||
      (isAlone && (isVouchedWriter || isOurOwnLabel(message, present, spot))) ||
      (isUnique && isFew && isToldBy(contractorId, message, known))
    const mayFile = held && isMeant
    return { contractorId, caseId: null, method: 'tax-id', evidence: showNip(nip), score: 0.85, mayFile }
  })
}

/** Somebody outside whom our border vouches for, on a mail in which nobody takes part whom we know. */
function isVouchedStranger(message: MessageFacts, known: Candidates): boolean {
  const { direction, isOwnersOwn } = message
  return direction === 'in' && !isOwnersOwn && isVouchedFor(message) && contractorsIn(message, known).length === 0
}

/** We put it into the subject of a mail to somebody whom no file knows. */
function isOurOwnLabel({ isOwnersOwn }: MessageFacts, present: string[], { isSubject }: Spot): boolean {
  return isOwnersOwn && isSubject && present.length === 0
}
