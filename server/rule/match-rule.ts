import { domainToASCII } from 'node:url'
import { domainOf, withoutTag } from '../../shared/address.ts'
import type { RuleBody, RuleCondition, RuleOperator } from '../../shared/rule.ts'
import { foldText } from './fold-text.ts'

/** Somebody whom a mail names; the address is lower case or empty. */
interface RulePerson {
  name: string
  address: string
}

/** What a rule can look at in a mail. */
export interface RuleMail {
  from: RulePerson[]
  to: RulePerson[]
  cc: RulePerson[]
  subject: string
  /** Fields of the header in their order; the name lower case, the value decoded. */
  headers: { name: string; value: string }[]
  hasAttachment: boolean
  direction: 'in' | 'out' | 'internal'
  /** Through which mailbox and folder it came, once for each copy. */
  places: { mailboxId: string | null; folder: string | null }[]
}

/** What can have no second spelling. */
const isPlain = /^[!-?[-~@]+$/

type Test = (operator: RuleOperator, value: string) => boolean
type Matcher = (rule: Pick<RuleBody, 'conditions' | 'match'>) => boolean

/**
 * Tells of a mail which rules it fits. What a mail does not have fits no condition about it. What many rules look at
 * is prepared once.
 */
export function matcherOf(mail: RuleMail): Matcher {
  const tests = new Map<string, Test>()
  const testFor = (condition: RuleCondition) => {
    const key = `${condition.field} ${condition.header?.toLowerCase() ?? ''}`
    const test = tests.get(key) ?? testOf(condition, mail)
    tests.set(key, test)
    return test
  }
  const holds = (condition: RuleCondition) => {
    const fits = (value: string) => testFor(condition)(condition.operator, value)
    return condition.match === 'all' ? condition.values.every(fits) : condition.values.some(fits)
  }
  return ({ conditions, match }) => (match === 'all' ? conditions.every(holds) : conditions.some(holds))
}

/** How one value is held against one part of the mail. */
function testOf({ field, header }: RuleCondition, mail: RuleMail): Test {
  switch (field) {
    case 'from':
    case 'to':
    case 'cc':
      return peopleTest(mail[field])
    case 'subject':
      return textTest([mail.subject])
    case 'header':
      return textTest(valuesOf(mail, header ?? ''))
    case 'folder':
      return textTest(mail.places.flatMap(({ folder }) => folder ?? []))
    case 'mailbox':
      return (_operator, value) => mail.places.some(({ mailboxId }) => mailboxId === value.toLowerCase())
    case 'attachment':
      return (_operator, value) => value === (mail.hasAttachment ? 'yes' : 'no')
    case 'direction':
      return (_operator, value) => value === mail.direction
  }
}

function valuesOf({ headers }: RuleMail, wanted: string): string[] {
  const name = wanted.toLowerCase()
  return headers.filter(field => field.name === name).map(({ value }) => value)
}

/** Letters are compared folded, and one text at a time: an end and a beginning never make a word together. */
function textTest(texts: string[]): Test {
  const folded = texts.map(foldText)
  return (operator, value) => {
    const wanted = foldText(value)
    return wanted !== '' && folded.some(text => compare(operator, text, wanted))
  }
}

function peopleTest(people: RulePerson[]): Test {
  const addresses = people.map(({ address }) => asciiAddress(address)).filter(address => address !== '')
  let words: string[] | undefined
  return (operator, value) => {
    const wanted = operator === 'contains' ? foldText(value) : value.trim().toLowerCase()
    if (wanted === '') return false
    if (operator !== 'contains') return addresses.some(address => compareAddress(operator, address, wanted))
    words ??= people.map(({ name, address }) => foldText(`${name} ${address}`))
    return words.some(text => text.includes(wanted))
  }
}

/** An address by itself or behind a plus tag, a domain with what lies below it, or the beginning of an address. */
function compareAddress(operator: RuleOperator, address: string, value: string): boolean {
  if (operator === 'prefix') return address.startsWith(value)
  if (operator === 'is') return [address, withoutTag(address)].includes(asciiAddress(value))
  const wanted = asciiDomain(value.replace(/^@/, ''))
  const domain = domainOf(address)
  return wanted !== '' && (domain === wanted || domain.endsWith(`.${wanted}`))
}

function compare(operator: RuleOperator, text: string, wanted: string): boolean {
  if (operator === 'is') return text === wanted
  return operator === 'prefix' ? text.startsWith(wanted) : text.includes(wanted)
}

/** An international domain has two spellings and is one. */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at >= 0 && isPlain.test(address)) return address
  return at < 0 ? '' : `${address.slice(0, at).normalize('NFC')}@${asciiDomain(address.slice(at + 1))}`
}

function asciiDomain(domain: string): string {
  const bare = domain.replace(/\.$/, '').toLowerCase()
  return isPlain.test(bare) ? bare : domainToASCII(bare) || bare
}
