import { type Candidates, isVouchedFor, type MessageFacts, type Proposal, type RuleHit, type Target } from './facts.ts'

/**
 * What a rule wants. It is the company's word, but that it fits is the sender's: one whom nobody vouches for gets into
 * the contractor's file, and the case is suggested.
 */
export function byRule(message: MessageFacts, { rule }: Candidates): Proposal[] {
  if (rule?.action !== 'file' || !rule.contractorId) return []
  const { contractorId, caseId } = rule
  const place = { contractorId, method: 'rule', evidence: evidenceOf(rule), score: 0.99 } as const
  if (!caseId || isVouchedFor(message)) return [{ ...place, caseId, mayFile: true }]
  return [
    { ...place, caseId, mayFile: false },
    { ...place, caseId: null, mayFile: true },
  ]
}

/** By what a rule is known where it filed: what it said at that time. */
export function evidenceOf({ name, version }: Pick<RuleHit, 'name' | 'version'>): string {
  return `${name} v${version}`
}

/**
 * A rule that says who sees its mail, and cannot do its work, lets nobody else file that mail: neither where it files nor,
 * unless a person chose so for the thread, anywhere, as far as the owner of the mail may know of the rule.
 */
export function withheldByRule(steps: Proposal[], { rule }: Candidates): Proposal[] {
  if (!rule?.stopped) return steps
  const isWithheld = ({ contractorId, isChosen }: Proposal) =>
    contractorId === rule.contractorId || (rule.visible && !isChosen)
  return steps.map(step => (isWithheld(step) ? { ...step, mayFile: false } : step))
}

/** Who sees the mail where the rule files is the rule's word, also where a person's earlier choice leads there. */
export function withCircle(targets: Target[], { rule }: Candidates): Target[] {
  if (!rule?.narrows || rule.action !== 'file') return targets
  const { contractorId, versionId } = rule
  return targets.map(target => (target.contractorId === contractorId ? { ...target, circleOf: versionId } : target))
}
