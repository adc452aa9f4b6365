import { byAddress, type Case, chosen, doubtful, failed, hand, lookAlike, pass } from './facts.ts'

/** Step 0: what is left out. */
export const leftOut: Case[] = [
  [
    'blocked by the company',
    {},
    { blocked: { scope: 'company', value: 'k.pl' }, addresses: byAddress },
    'leave-out blocked-by-company',
  ],
  [
    'blocked by its owner',
    {},
    { blocked: { scope: 'personal', value: 'jan@k.pl' }, addresses: byAddress },
    'leave-out blocked-by-me',
  ],
  [
    'blocked and in a thread',
    { references: ['nasz'] },
    { blocked: { scope: 'company', value: 'k.pl' }, threads: [chosen], addresses: byAddress },
    'leave-out blocked-by-company',
  ],
  [
    'blocked and failing',
    { trust: failed },
    { blocked: { scope: 'company', value: 'k.pl' } },
    'leave-out blocked-by-company',
  ],
  ['not blocked', {}, { blocked: null, addresses: byAddress }, 'file K:address'],
  ['a failing newsletter', { autoKind: 'newsletter', trust: failed }, {}, 'leave-out newsletter'],
  ['a failing bounce', { autoKind: 'bounce', trust: failed }, {}, 'leave-out bounce'],
  ['who falsely claims to be one of us', { direction: 'internal', trust: failed }, {}, 'triage failed-check'],
  ['a look-alike of ours among ourselves', { direction: 'internal', trust: lookAlike }, {}, 'triage look-alike'],
  ['internal, vouched', { direction: 'internal', trust: pass }, {}, 'leave-out internal'],
  ['internal, filed by hand', { direction: 'internal' }, hand('K', 'S'), 'file K/S:earlier-decision'],
  [
    'internal, in a thread filed by hand',
    { direction: 'internal', references: ['nasz'] },
    { threads: [chosen] },
    'leave-out internal',
  ],
  ['two From addresses in internal mail', { direction: 'internal', trust: doubtful }, {}, 'triage doubtful-sender'],
]
