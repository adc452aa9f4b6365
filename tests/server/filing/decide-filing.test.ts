import { expect, it } from 'vitest'
import type { Candidates, MessageFacts } from '../../../server/filing/decide/facts.ts'
import { decide, number, thread, written } from './filing-table.ts'
import { addresses } from './table/addresses.ts'
import { basics } from './table/basics.ts'
import { choices } from './table/choices.ts'
import {
  byAddress,
  byDomain,
  type Case,
  failed,
  habit,
  names,
  nip,
  nips,
  none,
  pass,
  rule,
  ruleCase,
  shared,
  theirs,
  withCase,
} from './table/facts.ts'
import { hints } from './table/hints.ts'
import { leftOut } from './table/left-out.ts'
import { numbers } from './table/numbers.ts'
import { rules } from './table/rules.ts'
import { strangers } from './table/strangers.ts'
import { threads } from './table/threads.ts'

/** The same mail under each trust: what files, what only suggests, what warns. */
const steps: [
  step: string,
  message: Partial<MessageFacts>,
  known: Partial<Candidates>,
  byTrust: [pass: string, none: string, own: string],
][] = [
  [
    'our id',
    { references: ['nasz'] },
    { threads: [thread], addresses: byAddress },
    ['K/S:thread', 'K/S:thread', 'K/S:thread'],
  ],
  [
    'thread',
    { references: ['ich'] },
    { threads: [theirs], addresses: byAddress },
    ['K/T:thread', 'K/T:thread', 'K/T:thread'],
  ],
  [
    'thread that the sender was not in',
    { references: ['ich'] },
    { threads: [{ ...theirs, hasSender: false }], addresses: byAddress },
    ['K/T:thread', 'K:address', 'K/T:thread'],
  ],
  [
    'case number',
    { subject: names('2026/0001') },
    { numbers: [number], addresses: byAddress },
    ['K/S:case-number', 'K:address', 'K/S:case-number'],
  ],
  ['address', {}, { addresses: byAddress }, ['K:address', 'K:address', 'K:address']],
  ['domain', {}, { addresses: byDomain }, ['K:domain', 'K:domain', 'K:domain']],
  ['rule into a case', {}, { rule: ruleCase }, ['M/U:rule', 'M:rule', 'M/U:rule']],
  [
    'only open case',
    {},
    { addresses: withCase, threshold: 0.1 },
    ['K/S:only-open-case', 'K:address', 'K/S:only-open-case'],
  ],
]
const underTrust = steps.flatMap(([step, message, known, [passing, unproven, own]]): Case[] => [
  [`${step}: pass`, { ...message, trust: pass }, known, `file ${passing}`],
  [`${step}: none`, { ...message, trust: none }, known, `file ${unproven}`],
  [`${step}: our own`, { ...message, isOwnersOwn: true }, known, `file ${own}`],
  [`${step}: fail`, { ...message, trust: failed }, known, 'triage failed-check'],
])

it.each([
  ...basics,
  ...choices,
  ...rules,
  ...threads,
  ...numbers,
  ...strangers,
  ...addresses,
  ...hints,
  ...leftOut,
  ...underTrust,
])('%s', (_name, message, known, expected) => {
  expect(written(decide(message, known))).toBe(expected)
})

it('suggests the only open case first, and every contractor of a shared address', () => {
  const open = decide({}, { addresses: withCase })

  expect(open.suggestions).toMatchObject([
    { caseId: 'S', method: 'only-open-case', evidence: '2026/0001' },
    { caseId: null, method: 'address' },
  ])
  expect(decide({}, { addresses: shared }).suggestions.map(target => target.contractorId)).toEqual(['K', 'L'])
})

it('suggests the case that an unproven sender names, and says why it files only into the file', () => {
  const named = decide({ subject: names('2026/0001') }, { numbers: [number], addresses: byAddress })

  expect(named.suggestions).toMatchObject([
    { contractorId: 'K', caseId: 'S', method: 'case-number', evidence: '2026/0001' },
    { contractorId: 'K', caseId: null, method: 'address', evidence: 'jan@k.pl' },
  ])
})

it('shows what it was decided on: rule, NIP, share of the last mails', () => {
  expect(decide({}, { rule }).targets).toMatchObject([{ evidence: 'Faktury' }])
  expect(decide({ text: nips('5213017228') }, { taxIds: [nip], addresses: shared }).targets).toMatchObject([
    { evidence: '521-301-72-28' },
  ])
  expect(decide({}, { history: [habit] }).suggestions).toMatchObject([{ evidence: '8/10', score: 0.63 }])
})
