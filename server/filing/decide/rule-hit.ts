import { type Candidates, isVouchedFor, type MessageFacts, type Proposal } from './facts.ts'

/**
 * What a rule wants. It is the company's word, but that it fits is the sender's: one whom nobody vouches for gets into
 * the contractor's file, and the case is suggested.
 */
export function byRule(message: MessageFacts, { rule }: Candidates): Proposal[] {
  if (rule?.action !== 'file' || !rule.contractorId) return []
  const { contractorId, caseId, name } = rule
  const place = { contractorId, method: 'rule', evidence: name, score: 0.99 } as const
  if (!caseId || isVouchedFor(message)) return [{ ...place, caseId, mayFile: true }]
  return [
    { ...place, caseId, mayFile: false },
    { ...place, caseId: null, mayFile: true },
  ]
}
