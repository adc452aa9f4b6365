import { type Candidates, isVouchedFor, type MessageFacts, type Proposal, type Target } from './facts.ts'

/** Below this a habit is none. */
const FEWEST_MAILS = 3
const SMALLEST_SHARE = 0.5

/** Step 7: the only open case of a contractor who takes part. */
export function byOnlyOpenCase(message: MessageFacts, known: Candidates, found: Target[]): Proposal[] {
  return found.flatMap(({ contractorId, caseId }) => {
    const open = known.addresses.find(fact => fact.contractorId === contractorId)?.openCases ?? []
    const [only] = open
    if (caseId || open.length !== 1 || !only) return []
    const score = 0.5
    return [
      {
        contractorId,
        caseId: only.id,
        method: 'only-open-case',
        evidence: only.reference,
        score,
        mayFile: isLikelyEnough(message, known, score),
      },
    ]
  })
}

/** Step 8: where most of the last mails with this person lie. */
export function byHistory(message: MessageFacts, known: Candidates): Proposal[] {
  return (known.history ?? [])
    .filter(({ count, total }) => count >= FEWEST_MAILS && count / total >= SMALLEST_SHARE)
    .map(({ contractorId, caseId, held, count, total }) => {
      // Never as sure as what the mail itself says.
      const score = Math.round((count / total) * 79) / 100
      const mayFile = (held || caseId !== null) && isLikelyEnough(message, known, score)
      return { contractorId, caseId, method: 'history', evidence: `${count}/${total}`, score, mayFile }
    })
}

/** Likelihood files only where the company said from which score on, and never for an unproven sender. */
function isLikelyEnough(message: MessageFacts, { threshold }: Candidates, score: number): boolean {
  return typeof threshold === 'number' && score >= threshold && isVouchedFor(message)
}
