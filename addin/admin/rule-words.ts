import type { Rule, RuleCondition } from '../../shared/rule.ts'
import type { RulesText } from '../text/rules-pl.ts'

type Words = RulesText['rules']

/** What of a rule its sentence tells. */
export type Told = Pick<Rule, 'conditions' | 'match' | 'action' | 'contractorName' | 'caseReference'>

/** A rule as one sentence: when, and what then. Mailboxes are known by their addresses. */
export function ruleInWords(rule: Told, text: Words, mailboxes: ReadonlyMap<string, string>): string {
  // The name of a company may bring the full stop along: „Meblorama Sp. z o.o.”
  return text.sentence(conditionsInWords(rule, text, mailboxes), actionInWords(rule, text)).replace(/\.\.$/, '.')
}

function conditionsInWords(rule: Told, text: Words, mailboxes: ReadonlyMap<string, string>): string {
  const joint = rule.match === 'all' ? text.and : text.or
  return rule.conditions.map(condition => inWords(condition, text, mailboxes)).join(`, ${joint} `)
}

function inWords(condition: RuleCondition, text: Words, mailboxes: ReadonlyMap<string, string>): string {
  const { field, operator, values, match, header } = condition
  const joint = match === 'all' ? text.and : text.or
  const noun = lowered(text.fields[field])
  const named = header ? `${noun} ${header}` : noun
  const shown = values.map(value => shownValue(field, value, text, mailboxes)).join(` ${joint} `)
  const isChosen = field === 'attachment' || field === 'direction' || field === 'mailbox'
  return isChosen ? `${named}: ${shown}` : `${named} ${text.operators[operator]} ${shown}`
}

function shownValue(
  field: RuleCondition['field'],
  value: string,
  text: Words,
  mailboxes: ReadonlyMap<string, string>,
): string {
  if (field === 'attachment') return text.attachments[value === 'yes' ? 'yes' : 'no']
  if (field === 'direction') return text.directions[value as keyof Words['directions']] ?? value
  return field === 'mailbox' ? (mailboxes.get(value) ?? '…') : text.quoted(value)
}

/** What a rule does, in words. */
function actionInWords({ action, contractorName, caseReference }: Told, text: Words): string {
  if (action === 'leave-out') return text.leaveOut
  const place = [contractorName ?? text.hiddenPlace, caseReference].filter(Boolean).join(', ')
  return text.fileTo(place)
}

/** Inside a sentence a field begins with a small letter. */
function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
