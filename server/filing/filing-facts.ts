import { withoutTag } from '../../shared/address.ts'
import type { Candidates } from './decide-filing.ts'

/** What identifies the question put to `filing_facts`. */
export interface FactsQuestion {
  participants: string[]
  references: string[]
  sender: string
  /** Id of the stored message, or null while it is only looked up. */
  storedId: string | null
}

/** Parameters of `filing_facts`: addresses with and without their tags, references, sender, stored message. */
export function factsParameters(question: FactsQuestion): unknown[] {
  const addresses = [...new Set(question.participants.flatMap(address => [address, withoutTag(address)]))]
  return [addresses, question.references, question.sender, question.storedId]
}

/** The row that `select filing_facts(...) as facts` answers. */
export interface FactsRow {
  facts: Candidates
}
