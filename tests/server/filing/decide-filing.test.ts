import { expect, it } from 'vitest'
import {
  type AddressFact,
  type Candidates,
  decideFiling,
  type MessageFacts,
  type ThreadFact,
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
const nothing: Candidates = {
  me: 'my@nasza.pl',
  own: ['my@nasza.pl'],
  filed: [],
  never: [],
  threads: [],
  addresses: [],
}
const address = (value: string, contractorId: string, openCases: AddressFact['openCases'] = []): AddressFact => ({
  value,
  isDomain: !value.includes('@'),
  contractorId,
  visible: true,
  openCases,
})
const thread: ThreadFact = {
  messageId: 'nasz',
  contractorId: 'K',
  caseId: 'S',
  caseReference: '2026/0001',
  caseClosed: false,
  sentByUs: true,
  hasSender: true,
  parties: ['jan@k.pl'],
  visible: true,
}
const byAddress = [address('jan@k.pl', 'K')]

/** message facts, what the company knows → action, places with method */
const table: [name: string, message: Partial<MessageFacts>, known: Partial<Candidates>, expected: string][] = [
  ['nobody known', {}, {}, 'triage unknown-sender'],
  ['exact address', {}, { addresses: byAddress }, 'file K:address'],
  ['domain', {}, { addresses: [address('k.pl', 'K')] }, 'file K:domain'],
  [
    'address before domain of another',
    {},
    { addresses: [address('jan@k.pl', 'K'), address('k.pl', 'L')] },
    'file K:address',
  ],
  ['address behind its tag', { participants: ['jan+x@k.pl'] }, { addresses: byAddress }, 'file K:address'],
  [
    'free mail by domain',
    { participants: ['ola@wp.pl'] },
    { addresses: [address('wp.pl', 'K')] },
    'triage unknown-sender',
  ],
  [
    'free mail by address',
    { participants: ['ola@wp.pl'] },
    { addresses: [address('ola@wp.pl', 'K')] },
    'file K:address',
  ],
  [
    'one of ours is no contractor',
    { participants: ['my@nasza.pl'] },
    { addresses: [address('my@nasza.pl', 'K')] },
    'triage unknown-sender',
  ],
  [
    'known only in copy',
    { participants: ['x@y.pl', 'my@nasza.pl', 'jan@k.pl'] },
    { addresses: byAddress },
    'file K:address',
  ],
  [
    'two contractors',
    { participants: ['jan@k.pl', 'ewa@l.pl'] },
    { addresses: [...byAddress, address('l.pl', 'L')] },
    'file K:address L:domain',
  ],
  [
    'two people of one contractor',
    { participants: ['jan@k.pl', 'ola@k.pl'] },
    { addresses: [...byAddress, address('k.pl', 'K')] },
    'file K:address',
  ],
  [
    'shared address',
    {},
    { addresses: [address('jan@k.pl', 'K'), address('jan@k.pl', 'L')] },
    'suggest several-contractors',
  ],
  [
    'shared with somebody hidden',
    {},
    { addresses: [address('jan@k.pl', 'K'), { ...address('jan@k.pl', 'L'), visible: false }] },
    'file K:address',
  ],
  [
    'shared by hidden ones only',
    {},
    { addresses: ['K', 'L'].map(contractor => ({ ...address('jan@k.pl', contractor), visible: false })) },
    'triage unknown-sender',
  ],
  [
    'shared address and a certain one',
    { participants: ['jan@k.pl', 'ewa@l.pl'] },
    { addresses: [address('jan@k.pl', 'K'), address('jan@k.pl', 'M'), address('l.pl', 'L')] },
    'file L:domain',
  ],
  [
    'only open case is suggested, not chosen',
    {},
    { addresses: [address('jan@k.pl', 'K', [{ id: 'S', reference: '1' }])] },
    'file K:address',
  ],
  ['answer to our mail', { inReplyTo: 'nasz' }, { threads: [thread], addresses: byAddress }, 'file K/S:thread'],
  [
    'answer, case closed',
    { inReplyTo: 'nasz' },
    { threads: [{ ...thread, caseClosed: true }], addresses: byAddress },
    'file K:address',
  ],
  [
    'answer to their own mail',
    { inReplyTo: 'nasz' },
    { threads: [{ ...thread, sentByUs: false }], addresses: byAddress },
    'file K:address',
  ],
  [
    'our own answer to their mail',
    { inReplyTo: 'nasz', direction: 'out', isOwnersOwn: true },
    { threads: [{ ...thread, sentByUs: false }], addresses: byAddress },
    'file K/S:thread',
  ],
  [
    'stolen In-Reply-To',
    { inReplyTo: 'nasz', sender: 'zly@x.pl', participants: ['zly@x.pl'] },
    { threads: [{ ...thread, hasSender: false, parties: [] }] },
    'triage unknown-sender',
  ],
  [
    'stranger of the same company',
    { inReplyTo: 'nasz' },
    { threads: [{ ...thread, hasSender: false }], addresses: [address('k.pl', 'K')] },
    'file K:domain',
  ],
  [
    'branch without an outsider',
    { inReplyTo: 'nasz' },
    { threads: [{ ...thread, parties: [] }], addresses: byAddress },
    'file K:address',
  ],
  ['only in References', { inReplyTo: 'inny' }, { threads: [thread], addresses: byAddress }, 'file K:address'],
  [
    'thread without a case',
    { inReplyTo: 'nasz' },
    { threads: [{ ...thread, caseId: null }], addresses: byAddress },
    'file K:address',
  ],
  [
    'one thread in two cases of two contractors',
    { inReplyTo: 'nasz' },
    { threads: [thread, { ...thread, contractorId: 'L', caseId: 'T' }], addresses: byAddress },
    'file K/S:thread L/T:thread',
  ],
  [
    'thread and another contractor',
    { inReplyTo: 'nasz', participants: ['jan@k.pl', 'ewa@l.pl'] },
    { threads: [thread], addresses: [...byAddress, address('l.pl', 'L')] },
    'file K/S:thread L:domain',
  ],
  [
    'decided by hand',
    {},
    { filed: [{ contractorId: 'M', caseId: 'T', method: 'hand', visible: true }], addresses: byAddress },
    'file M/T:earlier-decision',
  ],
  [
    'filed by itself before',
    {},
    { filed: [{ contractorId: 'K', caseId: null, method: 'address', visible: true }], addresses: byAddress },
    'file K:address',
  ],
  ['taken out by hand', {}, { never: ['K'], addresses: byAddress }, 'triage unknown-sender'],
  [
    'taken out of one of two',
    { participants: ['jan@k.pl', 'ewa@l.pl'] },
    { never: ['K'], addresses: [...byAddress, address('l.pl', 'L')] },
    'file L:domain',
  ],
  ['internal', { direction: 'internal' }, { addresses: byAddress }, 'leave-out internal'],
  ['newsletter of a known one', { autoKind: 'newsletter' }, { addresses: byAddress }, 'leave-out newsletter'],
  ['auto-reply of a known one', { autoKind: 'auto-reply' }, { addresses: byAddress }, 'leave-out auto-reply'],
  ['bounce', { autoKind: 'bounce' }, {}, 'leave-out bounce'],
  [
    'newsletter filed by hand',
    { autoKind: 'newsletter' },
    { filed: [{ contractorId: 'K', caseId: null, method: 'hand', visible: true }] },
    'file K:earlier-decision',
  ],
  ['doubtful sender', { isSenderDoubtful: true }, { addresses: byAddress }, 'triage doubtful-sender'],
  [
    'doubtful sender in a thread',
    { isSenderDoubtful: true, inReplyTo: 'nasz' },
    { threads: [thread], addresses: byAddress },
    'triage doubtful-sender',
  ],
]

it.each(table)('%s', (_name, message, known, expected) => {
  const { action, targets, reason } = decideFiling({ ...mail, ...message }, { ...nothing, ...known })

  const places = targets.map(
    target => `${target.contractorId}${target.caseId ? `/${target.caseId}` : ''}:${target.method}`,
  )
  expect([action, ...places, reason].filter(Boolean).join(' ')).toBe(expected)
})

it('suggests the only open case first, and every contractor of a shared address', () => {
  const open = decideFiling(mail, {
    ...nothing,
    addresses: [address('jan@k.pl', 'K', [{ id: 'S', reference: '2026/0001' }])],
  })
  const shared = decideFiling(mail, { ...nothing, addresses: [address('jan@k.pl', 'K'), address('jan@k.pl', 'L')] })

  expect(open.suggestions).toMatchObject([
    { caseId: 'S', method: 'only-open-case', evidence: '2026/0001' },
    { caseId: null, method: 'address' },
  ])
  expect(shared.suggestions.map(target => target.contractorId)).toEqual(['K', 'L'])
})
