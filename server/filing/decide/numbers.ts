import { showNip } from '../../../shared/tax-id.ts'
import { type Candidates, isVouchedFor, type MessageFacts, type Named, type Proposal } from './facts.ts'
import { contractorsIn, isKnown } from './participants.ts'

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

/** A case is entered by its number only for a contractor who takes part, and when the number leaves no choice. */
function casesIn(named: Named, message: MessageFacts, known: Candidates, spot: Spot): Proposal[] {
  const present = contractorsIn(message, known)
  const cases = (known.numbers ?? []).filter(({ reference, closed }) => named.cases.includes(reference) && !closed)
  const proposals = cases.flatMap(({ reference, caseId, contractorIds }) => {
    const partaking = contractorIds.filter(id => present.includes(id))
    const places = partaking.length > 0 ? partaking : contractorIds.slice(0, 1)
    const mayFile = partaking.length > 0 ? isVouchedFor(message) : isOurOwnLabel(message, present, spot)
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

/**
 * A tax number chooses among the contractors that take part. Of one who does not, it files by the subject of somebody
 * known whom our border vouches for (an accountant writes for a client); an unproven word is only suggested.
 */
function taxIdsIn(named: Named, message: MessageFacts, known: Candidates, spot: Spot): Proposal[] {
  const present = contractorsIn(message, known)
  const isVouchedWriter =
    spot.isSubject && !message.isOwnersOwn && isVouchedFor(message) && isKnown(message.sender, known)
  const found = (known.taxIds ?? []).filter(({ nip }) => named.taxIds.includes(nip))
  return found.map(({ nip, contractorId }) => {
    const isAlone = found.every(other => other.contractorId === contractorId)
    const mayFile =
      present.includes(contractorId) || (isAlone && (isVouchedWriter || isOurOwnLabel(message, present, spot)))
    return { contractorId, caseId: null, method: 'tax-id', evidence: showNip(nip), score: 0.85, mayFile }
  })
}

/** We put it into the subject of a mail to somebody whom no file knows. */
function isOurOwnLabel({ isOwnersOwn }: MessageFacts, present: string[], { isSubject }: Spot): boolean {
  return isOwnersOwn && isSubject && present.length === 0
}
