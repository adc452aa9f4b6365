import type { Candidates, MessageFacts, Proposal, Target } from './decide/facts.ts'
import { byHistory, byOnlyOpenCase } from './decide/hints.ts'
import { byCaseNumber, byTaxId } from './decide/numbers.ts'
import { byAddress, byDomain, byForwarded, byReplyTo } from './decide/participants.ts'
import { byRule } from './decide/rule-hit.ts'
import { byEarlierDecision, byOurId, byThread } from './decide/threads.ts'

export type { Candidates, MessageFacts, RuleHit, Target } from './decide/facts.ts'

/** What becomes of a message. Suggestions are for people; only targets are filed. */
export interface Decision {
  action: 'file' | 'suggest' | 'triage' | 'leave-out'
  targets: Target[]
  suggestions: Target[]
  reason: string | null
}

/**
 * The order in which a place is looked for. For each contractor the first step that may file decides; what a step may
 * not file by itself (for want of trust, or because people must choose) it suggests.
 */
const order: ((message: MessageFacts, known: Candidates) => Proposal[])[] = [
  byEarlierDecision,
  byRule,
  byOurId,
  byThread,
  byCaseNumber,
  byTaxId,
  byAddress,
  byDomain,
  byReplyTo,
  byForwarded,
]

/**
 * What becomes of a message: what a person decided about it stands; then what is left out stays out; a sender who fails
 * decides nothing; then the order above, and last what is merely likely (the only open case, the habit so far).
 * Into a file or case that the owner of the mail does not see it goes by a person's choice for it or its thread, and by a
 * rule of the company, whose administrators answer for it; never by what is said of an address, or anybody could gather a colleague's mail.
 */
export function decideFiling(message: MessageFacts, all: Candidates): Decision {
  const known = ownersPlaces(all)
  const decided = decidedByHand(known)
  if (decided.length > 0) return { action: 'file', targets: decided, suggestions: [], reason: null }
  const leftOut = leftOutFor(message, known)
  if (leftOut) return { action: 'leave-out', targets: [], suggestions: [], reason: leftOut }

  const excluded = [...known.never, ...(known.neverInThread ?? [])]
  const steps = order.flatMap(step =>
    step(message, known).filter(
      ({ contractorId, isChosen }) => !(isChosen ? known.never : excluded).includes(contractorId),
    ),
  )
  const certain = targetsOf(onlyOfRule(steps, known))
  const hints = [...byOnlyOpenCase(message, known, certain), ...byHistory(message, known)].filter(
    hint => !excluded.includes(hint.contractorId),
  )
  const targets = withHints(certain, hints)
  const suggestions = bestFirst([...steps, ...hints], targets)

  if (message.trust.trust === 'fail') return { action: 'triage', targets: [], suggestions, reason: message.trust.why }
  if (targets.length > 0) return { action: 'file', targets, suggestions, reason: null }
  if (suggestions.length > 0) return { action: 'suggest', targets: [], suggestions, reason: reasonOf(steps, known) }
  return { action: 'triage', targets: [], suggestions: [], reason: 'unknown-sender' }
}

/** What the owner of the mail may know of the candidates: his answer and his suggestions are decided on these. */
export function visibleOnly(known: Candidates): Candidates {
  return {
    ...ownersPlaces(known),
    filed: known.filed.filter(filing => filing.visible),
    threads: known.threads.filter(thread => thread.visible),
    rule: known.rule?.visible ? known.rule : null,
  }
}

/** Without whom an address, a number or a habit names that the owner of the mail does not see. */
function ownersPlaces(known: Candidates): Candidates {
  return {
    ...known,
    addresses: known.addresses.filter(fact => fact.visible),
    numbers: (known.numbers ?? []).filter(fact => fact.visible),
    taxIds: (known.taxIds ?? []).filter(fact => fact.visible),
    forwarded: (known.forwarded ?? []).filter(fact => fact.visible),
  }
}

/** Step 1 for the message itself. */
function decidedByHand({ filed, never }: Candidates): Target[] {
  return filed
    .filter(
      ({ method, contractorId }) => (method === 'hand' || method === 'address-tag') && !never.includes(contractorId),
    )
    .map(({ contractorId, caseId }) => ({ contractorId, caseId, method: 'earlier-decision', evidence: '', score: 1 }))
}

/** Why a message is left out, or null. Whoever only claims to be one of us is not internal. */
function leftOutFor(message: MessageFacts, known: Candidates): string | null {
  const wanted = wantedByRule(message, known)
  // A form of our own site writes from one of our addresses for somebody outside.
  const isForm = byReplyTo(message, known).length > 0
  if (!wanted && !isForm && message.direction === 'internal' && message.trust.trust !== 'fail') return 'internal'
  if (!wanted && message.autoKind) return message.autoKind
  if (known.blocked && message.direction === 'in')
    return known.blocked.scope === 'personal' ? 'blocked-by-me' : 'blocked-by-company'
  const isChosen = byEarlierDecision(message, known).some(proposal => proposal.mayFile)
  return known.rule?.action === 'leave-out' && known.rule.visible && !isChosen ? 'rule' : null
}

/** Somebody who made a rule to file a newsletter wants it; what is left out by itself is left out by default only. */
function wantedByRule({ trust }: MessageFacts, { rule, never }: Candidates): boolean {
  return rule?.action === 'file' && rule.visible && trust.trust !== 'fail' && !never.includes(rule.contractorId ?? '')
}

/** A rule settles where a message goes; one that the owner of the mail cannot see settles it for its own file only. */
function onlyOfRule(steps: Proposal[], { rule }: Candidates): Proposal[] {
  const byRules = steps.filter(({ method, isChosen }) => method === 'rule' || isChosen)
  return rule?.visible && byRules.some(({ method }) => method === 'rule') ? byRules : steps
}

function targetsOf(steps: Proposal[]): Target[] {
  const filing = steps.filter(step => step.mayFile).map(toTarget)
  return filing.filter(
    (target, index) => filing.findIndex(other => other.contractorId === target.contractorId) === index,
  )
}

/** A likely case of a contractor that is certain takes the place of his file; a likely contractor files when none is certain. */
function withHints(certain: Target[], hints: Proposal[]): Target[] {
  const filing = hints.filter(hint => hint.mayFile)
  if (certain.length === 0) return targetsOf(filing).slice(0, 1)
  return certain.map(target => {
    if (target.caseId || target.method === 'earlier-decision' || target.method === 'rule') return target
    const likely = filing.find(hint => hint.contractorId === target.contractorId && hint.caseId)
    return likely ? toTarget(likely) : target
  })
}

/** Cases before whole files, what is filed before what is only possible; each place once. */
function bestFirst(proposals: Proposal[], targets: Target[]): Target[] {
  const likely = (method: string) => method === 'history' || method === 'only-open-case'
  const rank = ({ caseId, method, contractorId, mayFile }: Proposal) => {
    if (caseId) return likely(method) ? 1 : 0
    if (mayFile && targets.some(target => target.contractorId === contractorId)) return 2
    return likely(method) ? 3 : 4
  }
  const place = (target: Target) => `${target.contractorId} ${target.caseId}`
  const sorted = proposals.toSorted((one, other) => rank(one) - rank(other)).map(toTarget)
  return sorted.filter((target, index) => sorted.findIndex(other => place(other) === place(target)) === index)
}

function reasonOf(steps: Proposal[], { addresses }: Candidates): string {
  const outside = addresses.filter(({ held }) => !held).map(({ contractorId }) => contractorId)
  const isShared = steps.some(
    ({ method, contractorId }) => (method === 'address' || method === 'domain') && !outside.includes(contractorId),
  )
  return isShared ? 'several-contractors' : 'to-confirm'
}

function toTarget({ mayFile: _mayFile, isChosen: _isChosen, ...target }: Proposal): Target {
  return target
}
