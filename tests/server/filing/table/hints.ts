import { address } from '../filing-table.ts'
import {
  byAddress,
  type Case,
  chosenFile,
  failed,
  habit,
  habitCase,
  never,
  ours,
  pass,
  shared,
  theirs,
  withCase,
} from './facts.ts'

/** Steps 7 and 8: the only open case, the habit. */
export const hints: Case[] = [
  ['the only open case waits for people', { trust: pass }, { addresses: withCase }, 'file K:address'],
  [
    'the only open case, threshold above it',
    { trust: pass },
    { addresses: withCase, threshold: 0.6 },
    'file K:address',
  ],
  [
    'the only open case, threshold allows',
    { trust: pass },
    { addresses: withCase, threshold: 0.5 },
    'file K/S:only-open-case',
  ],
  ['threshold allows, nobody vouches', {}, { addresses: withCase, threshold: 0.5 }, 'file K:address'],
  ['threshold allows, our own mail', ours, { addresses: withCase, threshold: 0.4 }, 'file K/S:only-open-case'],
  [
    'threshold allows, two open cases',
    { trust: pass },
    {
      addresses: [
        address('jan@k.pl', 'K', [
          { id: 'S', reference: '1' },
          { id: 'T', reference: '2' },
        ]),
      ],
      threshold: 0.1,
    },
    'file K:address',
  ],
  [
    'threshold allows, a thread says more',
    { trust: pass, references: ['ich'] },
    { addresses: withCase, threads: [theirs], threshold: 0.1 },
    'file K/T:thread',
  ],
  [
    'threshold allows, the file was chosen by hand',
    { trust: pass, references: ['nasz'] },
    { addresses: withCase, threads: [chosenFile], threshold: 0.1 },
    'file K:earlier-decision',
  ],
  ['threshold allows, failing', { trust: failed }, { addresses: withCase, threshold: 0.1 }, 'triage failed-check'],
  ['habit with somebody whom no file knows', { trust: pass }, { history: [habit] }, 'suggest K:history? to-confirm'],
  ['habit, threshold allows', { trust: pass }, { history: [habit], threshold: 0.6 }, 'file K:history'],
  [
    'habit, threshold allows, nobody vouches',
    {},
    { history: [habit], threshold: 0.6 },
    'suggest K:history? to-confirm',
  ],
  ['habit, threshold too high', { trust: pass }, { history: [habit], threshold: 0.7 }, 'suggest K:history? to-confirm'],
  [
    'habit into a case, threshold allows',
    { trust: pass },
    { history: [habitCase, habit], threshold: 0.6 },
    'file K/S:history',
  ],
  [
    'habit into a case of a certain contractor, threshold allows',
    { trust: pass },
    { history: [habitCase], addresses: byAddress, threshold: 0.6 },
    'file K/S:history',
  ],
  [
    'habit into a case of a certain contractor',
    { trust: pass },
    { history: [habitCase], addresses: byAddress },
    'file K:address',
  ],
  [
    'too few mails are no habit',
    { trust: pass },
    { history: [{ ...habit, count: 2, total: 2 }], threshold: 0.1 },
    'triage unknown-sender',
  ],
  [
    'less than half is no habit',
    { trust: pass },
    { history: [{ ...habit, count: 4, total: 9 }], threshold: 0.1 },
    'triage unknown-sender',
  ],
  [
    'habit orders a shared address',
    {},
    { history: [{ ...habit, contractorId: 'L' }], addresses: shared },
    'suggest L:history? K:address? several-contractors',
  ],
  [
    'habit settles a shared address, threshold allows',
    { trust: pass },
    { history: [{ ...habit, contractorId: 'L' }], addresses: shared, threshold: 0.6 },
    'file L:history',
  ],
  [
    'habit with whom the mail was taken out of',
    { trust: pass },
    { ...never('K'), history: [habit], threshold: 0.1 },
    'triage unknown-sender',
  ],
  ['habit of a failing sender', { trust: failed }, { history: [habit], threshold: 0.1 }, 'triage failed-check'],
]
