import { withoutTag } from '../../shared/address.ts'
import type { Named } from './decide/facts.ts'

/** What identifies the question put to `filing_facts`. */
export interface FactsQuestion {
  participants: string[]
  references: string[]
  sender: string
  /** Id of the stored message, or null while it is only looked up. */
  storedId: string | null
  subject: Named
  text: Named
  /** The name for which similar domains are sought, or null where none can matter. */
  near: string | null
}

/** Parameters of `filing_facts`: addresses with and without their tags, references, sender, stored message. */
export function factsParameters(question: Omit<FactsQuestion, 'subject' | 'text' | 'near'>): unknown[] {
  const addresses = [...new Set(question.participants.flatMap(address => [address, withoutTag(address)]))]
  return [addresses, question.references, question.sender, question.storedId]
}

/** Parameters of `named_facts`: references of cases and tax numbers that the message names. */
export function namedParameters({ subject, text }: Pick<FactsQuestion, 'subject' | 'text'>): [string[], string[]] {
  const cases = [subject.cases, subject.labels ?? [], text.cases].flat()
  return [[...new Set(cases)], [...new Set([...subject.taxIds, ...text.taxIds])]]
}

/** Parameters of `ask_about`, without the message: all that a decision asks. */
export function askParameters(question: FactsQuestion): unknown[] {
  const [addresses, references, sender] = factsParameters(question)
  return [addresses, references, sender, ...namedParameters(question), question.near]
}
