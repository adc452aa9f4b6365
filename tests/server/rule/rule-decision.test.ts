import { expect, it } from 'vitest'
import {
  type Candidates,
  decideFiling,
  type MessageFacts,
  type RuleHit,
  visibleOnly,
} from '../../../server/filing/decide-filing.ts'

const mail: MessageFacts = {
  sender: 'jan@k.pl',
  participants: ['jan@k.pl', 'my@nasza.pl'],
  inReplyTo: null,
  direction: 'in',
  isOwnersOwn: false,
  autoKind: null,
  isSenderDoubtful: false,
}
const byAddress = { value: 'jan@k.pl', isDomain: false, contractorId: 'K', visible: true, openCases: [] }
const rule: RuleHit = {
  ruleId: 'r',
  versionId: 'v',
  name: 'Huta',
  action: 'file',
  contractorId: 'R',
  caseId: 'S',
  caseReference: '2026/0001',
  visible: true,
}
const known: Candidates = {
  me: 'my@nasza.pl',
  own: ['my@nasza.pl'],
  filed: [],
  never: [],
  threads: [],
  addresses: [byAddress],
  rule,
}
const hand = { contractorId: 'H', caseId: null, method: 'hand' as const, visible: true }

/** message, what is known → action, places with method, reason */
const table: [name: string, message: Partial<MessageFacts>, candidates: Partial<Candidates>, expected: string][] = [
  ['a rule before an address', {}, {}, 'file R/S:rule'],
  ['a rule for a newsletter', { autoKind: 'newsletter' }, {}, 'file R/S:rule'],
  ['what a person decided before a rule', {}, { filed: [hand] }, 'file H/null:earlier-decision'],
  ['not where a person took it out', {}, { never: ['R'] }, 'file K/null:address'],
  ['no rule for a doubtful sender', { isSenderDoubtful: true }, {}, 'triage  doubtful-sender'],
  ['a rule that leaves out', {}, { rule: { ...rule, action: 'leave-out', contractorId: null } }, 'leave-out  rule'],
  [
    'no leaving out of a doubtful sender',
    { isSenderDoubtful: true },
    { rule: { ...rule, action: 'leave-out' } },
    'triage  doubtful-sender',
  ],
  [
    'a hidden place beside what is decided otherwise',
    {},
    { rule: { ...rule, visible: false } },
    'file R/S:rule K/null:address',
  ],
  ['a hidden place alone', {}, { rule: { ...rule, visible: false }, addresses: [] }, 'file R/S:rule'],
  ['no rule', {}, { rule: null }, 'file K/null:address'],
]

function shown({ action, targets, reason }: ReturnType<typeof decideFiling>): string {
  const places = targets.map(target => `${target.contractorId}/${target.caseId}:${target.method}`)
  return [action, places.join(' '), reason].filter(part => part !== null).join(' ')
}

it.each(table)('%s', (_name, message, candidates, expected) => {
  expect(shown(decideFiling({ ...mail, ...message }, { ...known, ...candidates }))).toBe(expected)
})

it('tells the owner of the mail the same with a rule to a hidden place as without a rule', () => {
  const hidden = { ...known, rule: { ...rule, visible: false } }

  expect(decideFiling(mail, visibleOnly(hidden))).toEqual(decideFiling(mail, visibleOnly({ ...known, rule: null })))
})
