import { readPatterns } from '../case-file/references.ts'
import type { Query, Statement } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import type { Answer } from '../message/store-message.ts'
import { readActiveRules, ruleHit } from '../rule/rule-hit.ts'
import { withWordsAgainst } from './blocked.ts'
import type { Decision } from './decide-filing.ts'
import { decideMessage, questionOf } from './decide-message.ts'
import { askParameters } from './filing-facts.ts'

const askAbout: Statement = { name: 'ask-about', text: 'select ask_about($1, $2, $3, $4, $5, $6, $7) as answer' }

/** What would become of a message that is not here, as its owner would be told; `sender` is the stranger from outside, if he wrote it. */
export interface Judgement {
  action: Decision['action']
  reason: string | null
  sender: string | null
}

/** Judges a message by the one rule without storing it. What people said of it or its thread before is not known then. */
export async function judgeUnstored(query: Query, parsed: ParsedMessage): Promise<Judgement> {
  const question = questionOf(parsed, await readPatterns(query))
  const [row] = await query<{ answer: Omit<Answer, 'stored'> }>(askAbout, [null, ...askParameters(question)])
  if (!row) throw new Error('ask_about answers always')
  const direction = directionOf(parsed, row.answer.facts.own)
  const arrival = { door: 'imap' as const, sourceHash: '', sourceSize: 0 }
  const rule = ruleHit(await readActiveRules(query), parsed, arrival, direction)
  const facts = { ...(await withWordsAgainst(query, question.sender, row.answer.facts)), rule }
  const stored = { id: '', direction, occurredAt: '' }
  const { apparent } = decideMessage({ ...row.answer, stored, facts }, parsed, arrival, question)
  return { action: apparent.action, reason: apparent.reason, sender: direction === 'in' ? question.sender : null }
}

/** As the database has it when it stores a message: by who of those who take part is one of us. */
function directionOf(parsed: ParsedMessage, own: string[]): 'in' | 'out' | 'internal' {
  const isOwn = ({ address }: { address: string }) => own.includes(address)
  if (!parsed.from.some(isOwn)) return 'in'
  const others = [...parsed.to, ...parsed.cc, ...parsed.bcc].filter(one => one.address !== '' && !isOwn(one))
  return others.length === 0 ? 'internal' : 'out'
}
