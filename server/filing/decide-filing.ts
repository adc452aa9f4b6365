import { domainOf, isFreeMail, withoutTag } from '../../shared/address.ts'
import type { FilingMethod } from '../../shared/kind.ts'

/** What a message says about itself, as far as the decision needs it. */
export interface MessageFacts {
  /** The address of the From header, lower case; empty when there is none. */
  sender: string
  /** From, Sender, To, Cc and Bcc, lower case, in that order. */
  participants: string[]
  inReplyTo: string | null
  direction: 'in' | 'out' | 'internal'
  /** Handed in by the one who wrote it, so that nobody can have forged it. */
  isOwnersOwn: boolean
  autoKind: 'auto-reply' | 'bounce' | 'newsletter' | null
  /** Two From addresses, or parsers that read different ones. */
  isSenderDoubtful: boolean
}

/** What the company knows that could concern the message; made by `filing_facts` in the database. */
export interface Candidates {
  /** The address of the user whose mail it is. */
  me: string | null
  own: string[]
  filed: { contractorId: string; caseId: string | null; method: FilingMethod; visible: boolean }[]
  never: string[]
  threads: ThreadFact[]
  addresses: AddressFact[]
  /** The rule that fits the message, if one does. */
  rule?: RuleHit | null
}

/** A rule of the mail's owner or of the company that fits a message, with its place where it files. */
export interface RuleHit {
  ruleId: string
  versionId: string
  name: string
  action: 'file' | 'leave-out'
  contractorId: string | null
  caseId: string | null
  caseReference: string | null
  /** Whether the one whose mail it is may see that place. */
  visible: boolean
}

/** A filing of a message that this one refers to; the directly answered one comes first. */
export interface ThreadFact {
  messageId: string
  contractorId: string
  caseId: string | null
  caseReference: string | null
  caseClosed: boolean
  sentByUs: boolean
  /** Whether the sender of this message took part in that one. */
  hasSender: boolean
  /** Addresses and domains of that contractor which take part in this message. */
  parties: string[]
  /** Whether the one whose mail it is may see that case. */
  visible: boolean
}

/** A contractor with an address or domain that takes part. */
export interface AddressFact {
  value: string
  isDomain: boolean
  contractorId: string
  /** Whether the one whose mail it is may see that contractor. */
  visible: boolean
  openCases: { id: string; reference: string }[]
}

/** A place for the message, and what it was decided on. */
export interface Target {
  contractorId: string
  caseId: string | null
  method: FilingMethod
  evidence: string
  score: number
}

/** What becomes of a message. Suggestions are for people; only targets are filed. */
export interface Decision {
  action: 'file' | 'suggest' | 'triage' | 'leave-out'
  targets: Target[]
  suggestions: Target[]
  reason: string | null
}

/**
 * The order of the decision: a hand-made decision wins, then a rule; what is left out stays out; a doubtful sender
 * decides nothing; then, for each contractor that takes part, the thread, the exact address, the domain. The only open case
 * is merely suggested. An address that several contractors share is for people to settle.
 */
export function decideFiling(message: MessageFacts, candidates: Candidates): Decision {
  const earlier = earlierDecision(candidates)
  if (earlier.length > 0) return { action: 'file', targets: earlier, suggestions: [], reason: null }
  const ruled = ruledDecision(message, candidates)
  if (ruled) return ruled
  const leftOut = message.direction === 'internal' ? 'internal' : message.autoKind
  if (leftOut) return { action: 'leave-out', targets: [], suggestions: [], reason: leftOut }

  const matches = matchParticipants(message, candidates)
  const certain = matches.filter(match => match.rivals === 1).map(match => match.target)
  const threaded = threadTargets(message, candidates)
  const targets = oncePerContractor([...threaded, ...certain]).filter(
    target => !candidates.never.includes(target.contractorId),
  )
  const open = onlyOpenCases(targets, candidates)
  const unsettled = matches.filter(match => match.rivals > 1).map(match => match.target)
  const suggestions = oncePerPlace([...threaded, ...open, ...targets, ...unsettled])

  if (message.isSenderDoubtful) return { action: 'triage', targets: [], suggestions, reason: 'doubtful-sender' }
  if (targets.length > 0) return { action: 'file', targets, suggestions, reason: null }
  if (suggestions.length > 0) return { action: 'suggest', targets: [], suggestions, reason: 'several-contractors' }
  return { action: 'triage', targets: [], suggestions: [], reason: 'unknown-sender' }
}

/** What the owner of the mail may know of the candidates: his answer and his suggestions are decided on these. */
export function visibleOnly(candidates: Candidates): Candidates {
  return {
    ...candidates,
    filed: candidates.filed.filter(filing => filing.visible),
    threads: candidates.threads.filter(thread => thread.visible),
    addresses: candidates.addresses.filter(fact => fact.visible),
    rule: candidates.rule?.visible ? candidates.rule : null,
  }
}

/**
 * After what a person decided: a rule, unless the sender is doubtful. One that files where the owner of the mail may
 * not look takes nothing from what is decided otherwise, or he would learn of it by what is missing.
 */
function ruledDecision(message: MessageFacts, candidates: Candidates): Decision | null {
  const { rule, never } = candidates
  if (!rule || message.isSenderDoubtful) return null
  if (rule.action === 'leave-out') return { action: 'leave-out', targets: [], suggestions: [], reason: 'rule' }
  const { contractorId, caseId, name } = rule
  if (!contractorId || never.includes(contractorId)) return null
  const target: Target = { contractorId, caseId, method: 'rule', evidence: name, score: 1 }
  const rest = rule.visible ? null : decideFiling(message, { ...candidates, rule: null })
  const targets = oncePerContractor([target, ...(rest?.targets ?? [])])
  return { action: 'file', targets, suggestions: rest?.suggestions ?? [target], reason: null }
}

/** Step 1: what a person decided about this message stands. */
function earlierDecision({ filed, never }: Candidates): Target[] {
  return filed
    .filter(filing => filing.method === 'hand' && !never.includes(filing.contractorId))
    .map(({ contractorId, caseId }) => ({ contractorId, caseId, method: 'earlier-decision', evidence: '', score: 1 }))
}

/**
 * Steps 2 and 3: the case of the answered message, while somebody of that contractor still takes part. Into a case
 * only by an answer to what we sent, from somebody who was part of it (In-Reply-To can be stolen), or by our own answer.
 */
function threadTargets(message: MessageFacts, { threads }: Candidates): Target[] {
  const followed = threads.filter(
    thread =>
      thread.caseId !== null &&
      !thread.caseClosed &&
      thread.parties.length > 0 &&
      thread.messageId === message.inReplyTo &&
      (message.isOwnersOwn || (message.direction === 'in' && thread.sentByUs && thread.hasSender)),
  )
  return followed.map(thread => ({
    contractorId: thread.contractorId,
    caseId: thread.caseId,
    method: 'thread',
    evidence: thread.caseReference ?? thread.messageId,
    score: 0.95,
  }))
}

interface ParticipantMatch {
  target: Target
  /** How many contractors the same address or domain belongs to. */
  rivals: number
}

/** Steps 5 and 6: each participant by his exact address, the address without its tag, or his company's domain. */
function matchParticipants(message: MessageFacts, { own, addresses }: Candidates): ParticipantMatch[] {
  return message.participants
    .filter(participant => !own.includes(participant))
    .flatMap(participant => {
      const facts = factsOf(participant, addresses)
      return facts.map(fact => ({ target: targetOf(fact), rivals: facts.length }))
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

function targetOf(fact: AddressFact): Target {
  const method = fact.isDomain ? 'domain' : 'address'
  return {
    contractorId: fact.contractorId,
    caseId: null,
    method,
    evidence: fact.value,
    score: fact.isDomain ? 0.8 : 0.9,
  }
}

/** Step 7, for people: the contractor's only open case. */
function onlyOpenCases(targets: Target[], { addresses }: Candidates): Target[] {
  return targets.flatMap(target => {
    if (target.caseId) return []
    const open = addresses.find(fact => fact.contractorId === target.contractorId)?.openCases ?? []
    const [only] = open
    if (open.length !== 1 || !only) return []
    return [
      {
        contractorId: target.contractorId,
        caseId: only.id,
        method: 'only-open-case',
        evidence: only.reference,
        score: 0.5,
      },
    ]
  })
}

function oncePerContractor(targets: Target[]): Target[] {
  return targets.filter(
    (target, index) => targets.findIndex(other => other.contractorId === target.contractorId) === index,
  )
}

function oncePerPlace(targets: Target[]): Target[] {
  const place = (target: Target) => `${target.contractorId} ${target.caseId}`
  return targets.filter((target, index) => targets.findIndex(other => place(other) === place(target)) === index)
}
