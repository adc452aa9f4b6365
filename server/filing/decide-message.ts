import type { Tx } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { autoKindOf } from '../message/message-kind.ts'
import { referencesOf, type Stored } from '../message/store-message.ts'
import { type Decision, decideFiling, type MessageFacts, visibleOnly } from './decide-filing.ts'
import { type FactsRow, factsParameters } from './filing-facts.ts'

/** What becomes of a message, and what its owner is told: decided on what he may see. */
export interface Decided {
  decision: Decision
  apparent: Decision
}

/** Decides about a stored message: gathers what the company knows in one query and asks the one rule. */
export async function decideMessage(tx: Tx, stored: Stored, parsed: ParsedMessage): Promise<Decided> {
  const participants = participantsOf(parsed)
  const sender = parsed.from[0]?.address ?? ''
  const question = { participants, references: referencesOf(parsed), sender, storedId: stored.id }
  const [row] = await tx.sql<FactsRow>('select filing_facts($1, $2, $3, $4) as facts', factsParameters(question))
  if (!row) throw new Error('filing_facts answers always')
  const facts: MessageFacts = {
    sender,
    participants,
    inReplyTo: parsed.inReplyTo[0] ?? null,
    direction: stored.direction,
    // A mail that passed a server may come from anyone; what was never received was written here.
    isOwnersOwn: stored.direction === 'out' && sender === row.facts.me && parsed.headers.receivedCount === 0,
    autoKind: autoKindOf(parsed),
    isSenderDoubtful: parsed.marks.includes('several-from') || parsed.marks.includes('from-disagrees'),
  }
  return { decision: decideFiling(facts, row.facts), apparent: decideFiling(facts, visibleOnly(row.facts)) }
}

function participantsOf(parsed: ParsedMessage): string[] {
  const all = [...parsed.from, ...parsed.sender, ...parsed.to, ...parsed.cc, ...parsed.bcc]
  return [...new Set(all.map(mailbox => mailbox.address).filter(address => address !== ''))]
}
