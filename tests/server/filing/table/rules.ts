import { thread } from '../filing-table.ts'
import { byAddress, type Case, failed, leaveOut, never, ours, pass, rule, ruleCase, shared } from './facts.ts'

/** What a rule wants. */
export const rules: Case[] = [
  ['a rule files', {}, { rule }, 'file M:rule'],
  ['a rule settles, the address is not asked', {}, { rule, addresses: byAddress }, 'file M:rule'],
  ['a rule settles a shared address', {}, { rule: { ...rule, contractorId: 'L' }, addresses: shared }, 'file L:rule'],
  ['a rule before our id', { references: ['nasz'] }, { rule, threads: [thread], addresses: byAddress }, 'file M:rule'],
  ['a rule into a case, vouched sender', { trust: pass }, { rule: ruleCase }, 'file M/U:rule'],
  ['a rule into a case, our own mail', ours, { rule: ruleCase }, 'file M/U:rule'],
  ['a rule into a case, nobody vouches', {}, { rule: ruleCase }, 'file M:rule'],
  ['a rule, the sender fails', { trust: failed }, { rule }, 'triage failed-check'],
  ['a rule leaves out', {}, { rule: leaveOut, addresses: byAddress }, 'leave-out rule'],
  ['a rule leaves out a failing sender', { trust: failed }, { rule: leaveOut }, 'leave-out rule'],
  [
    'a rule for a file that he cannot see files beside his own',
    {},
    { rule: { ...rule, visible: false }, addresses: byAddress },
    'file M:rule K:address',
  ],
  [
    'a rule for a contractor the mail was taken out of',
    {},
    { rule, ...never('M'), addresses: byAddress },
    'file K:address',
  ],
  ['a rule wants a newsletter', { autoKind: 'newsletter' }, { rule }, 'file M:rule'],
  ['a rule wants internal mail', { direction: 'internal' }, { rule }, 'file M:rule'],
  [
    'a rule wants a newsletter of a failing sender',
    { autoKind: 'newsletter', trust: failed },
    { rule },
    'leave-out newsletter',
  ],
  [
    'a rule for a newsletter that was taken out',
    { autoKind: 'newsletter' },
    { rule, ...never('M') },
    'leave-out newsletter',
  ],
  [
    'a hidden rule wants a newsletter',
    { autoKind: 'newsletter' },
    { rule: { ...rule, visible: false } },
    'leave-out newsletter',
  ],
  ['no rule', {}, { rule: null, addresses: byAddress }, 'file K:address'],
]
