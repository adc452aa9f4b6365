import type { RuleBody } from '../../shared/rule.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Decision, RuleHit } from '../filing/decide-filing.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import type { Arrival, Stored } from '../message/store-message.ts'
import { matcherOf, type RuleMail } from './match-rule.ts'

/** A rule that is on, whose author may file where it files. */
type ActiveRule = RuleHit & Pick<RuleBody, 'conditions' | 'match'>

const activeRules: Statement = { name: 'active-rules', text: 'select active_rules() as rules' }

/** Writes down which version of a rule settled a mail: message, version. */
export const markRule: Statement = { name: 'mark-rule', text: 'select mark_rule($1, $2)' }

/** The rules to which the current user's mail is held, in their order. */
export async function readActiveRules(query: Query): Promise<ActiveRule[]> {
  const [row] = await query<{ rules: ActiveRule[] }>(activeRules, [])
  return row?.rules ?? []
}

/**
 * The first rule that a message fits. Those whose place its owner sees come first: were one that he does not see to
 * keep back one that he does, he would learn of it.
 */
export function ruleHit(
  rules: ActiveRule[],
  parsed: ParsedMessage,
  arrival: Arrival,
  direction: Stored['direction'],
): RuleHit | null {
  if (rules.length === 0) return null
  const fits = matcherOf(asRuleMail(parsed, arrival, direction))
  const found = rules.find(rule => rule.visible && fits(rule)) ?? rules.find(rule => !rule.visible && fits(rule))
  return found ?? null
}

/** Whether a decision was a rule's. */
export function isRuled({ targets, reason }: Decision): boolean {
  return reason === 'rule' || targets.some(target => target.method === 'rule')
}

/** Where a copy lay: the folder is what stands before the numbers of its place on the server. */
export function folderOf(remoteId: string | null | undefined): string | null {
  return remoteId?.split('/').slice(0, -2).join('/') || null
}

function asRuleMail(parsed: ParsedMessage, arrival: Arrival, direction: Stored['direction']): RuleMail {
  const { from, to, cc, subject, headerFields, attachments } = parsed
  return {
    from,
    to,
    cc,
    subject,
    headers: headerFields,
    hasAttachment: attachments.some(attachment => attachment.documentType !== null),
    direction,
    places: [{ mailboxId: arrival.mailboxId ?? null, folder: folderOf(arrival.remoteId) }],
  }
}
