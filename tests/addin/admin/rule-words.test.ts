import { expect, it } from 'vitest'
import { ruleInWords, type Told } from '../../../addin/admin/rule-words.ts'
import { rulesEn } from '../../../addin/text/rules-en.ts'
import { rulesPl } from '../../../addin/text/rules-pl.ts'

const rule: Told = {
  conditions: [
    { field: 'from', operator: 'domain', values: ['meblex.pl', 'meblex.com'], match: 'any' },
    { field: 'attachment', operator: 'is', values: ['yes'], match: 'any' },
    { field: 'mailbox', operator: 'is', values: ['m'], match: 'any' },
  ],
  match: 'all',
  action: 'file',
  contractorName: 'Meblex',
  caseReference: '2026/0017',
}
const mailboxes = new Map([['m', 'biuro@nasza.example']])

it('says a rule as one sentence', () => {
  expect(ruleInWords(rule, rulesPl.rules, mailboxes)).toBe(
    'Gdy nadawca ma domenę „meblex.pl” lub „meblex.com”, oraz załącznik: jest, oraz skrzynka: biuro@nasza.example, to przypisz do: Meblex, 2026/0017.',
  )
  const leftOut = { ...rule, conditions: rule.conditions.slice(0, 1), action: 'leave-out' as const }
  expect(ruleInWords(leftOut, rulesEn.rules, mailboxes)).toMatch(
    /^When sender .+“meblex.pl” or “meblex.com”, then .+\.$/,
  )
})

it('ends with one full stop, also behind a name that brings its own', () => {
  const told = { ...rule, contractorName: 'Meblex Sp. z o.o.', caseReference: null }

  expect(ruleInWords(told, rulesPl.rules, mailboxes)).toMatch(/przypisz do: Meblex Sp\. z o\.o\.$/)
})

it('tells nothing of a place that the reader does not see', () => {
  const hidden = { ...rule, contractorName: null, caseReference: null }

  expect(ruleInWords(hidden, rulesPl.rules, mailboxes)).toContain('przypisz do: miejsce niewidoczne.')
})
