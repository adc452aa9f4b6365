import type { ParsedMessage } from '../mail/parsed-message.ts'
import { autoKindOf } from '../message/message-kind.ts'
import { referencesOf, type Stored } from '../message/store-message.ts'
import { type Candidates, type Decision, decideFiling, type MessageFacts, visibleOnly } from './decide-filing.ts'
import type { FactsQuestion } from './filing-facts.ts'

/** What becomes of a message, and what its owner is told: decided on what he may see. */
export interface Decided {
  decision: Decision
  apparent: Decision
}

/** What is asked about a message before the decision. */
export function questionOf(parsed: ParsedMessage): FactsQuestion {
  const sender = parsed.from[0]?.address ?? ''
  return { participants: participantsOf(parsed), references: referencesOf(parsed), sender, storedId: null }
}

/** Decides about a stored message by the one rule, given what the company knows. */
export function decideMessage(stored: Stored, parsed: ParsedMessage, candidates: Candidates): Decided {
  const { participants, sender } = questionOf(parsed)
  const facts: MessageFacts = {
    sender,
    participants,
    inReplyTo: parsed.inReplyTo[0] ?? null,
    direction: stored.direction,
    // A mail that passed a server may come from anyone; what was never received was written here.
    isOwnersOwn: stored.direction === 'out' && sender === candidates.me && parsed.headers.receivedCount === 0,
    autoKind: autoKindOf(parsed),
    isSenderDoubtful: parsed.marks.includes('several-from') || parsed.marks.includes('from-disagrees'),
  }
  const decision = decideFiling(facts, candidates)
  return { decision, apparent: asCarriedOut(decideFiling(facts, visibleOnly(candidates)), decision) }
}

/**
 * Its owner is told of files only in which the mail will lie. What he does not see may have filed it elsewhere; then he
 * finds it among his undecided mail, as if several contractors had the address: filed for him too, it would become
 * known to more people than those who decided about it.
 */
function asCarriedOut(apparent: Decision, decision: Decision): Decision {
  if (apparent.action !== 'file') return apparent
  const targets = apparent.targets.filter(({ contractorId }) =>
    decision.targets.some(target => target.contractorId === contractorId),
  )
  if (targets.length > 0) return { ...apparent, targets }
  return { action: 'suggest', targets, suggestions: apparent.suggestions, reason: 'several-contractors' }
}

function participantsOf(parsed: ParsedMessage): string[] {
  const all = [...parsed.from, ...parsed.sender, ...parsed.to, ...parsed.cc, ...parsed.bcc]
  return [...new Set(all.map(mailbox => mailbox.address).filter(address => address !== ''))]
}
