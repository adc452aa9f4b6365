import { withoutTag } from '../../shared/address.ts'

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
