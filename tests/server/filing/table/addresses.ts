import { address, thread } from '../filing-table.ts'
import { byAddress, byDomain, type Case, ours, pass, shared } from './facts.ts'

/** Steps 5 and 6: address and domain. */
export const addresses: Case[] = [
  [
    'address of the second before the domain of the first',
    { participants: ['ola@k.pl', 'jan@k.pl'] },
    { addresses: [...byAddress, address('k.pl', 'K')] },
    'file K:address',
  ],
  [
    'address of one and domain of another, the domain first',
    { participants: ['ewa@l.pl', 'jan@k.pl'] },
    { addresses: [...byAddress, address('l.pl', 'L')] },
    'file K:address L:domain',
  ],
  [
    'known only as recipient',
    { sender: 'x@y.pl', participants: ['x@y.pl', 'jan@k.pl'] },
    { addresses: byAddress },
    'file K:address',
  ],
  [
    'shared domain',
    {},
    { addresses: [address('k.pl', 'K'), address('k.pl', 'L')] },
    'suggest K:domain? L:domain? several-contractors',
  ],
  [
    'own address under the contractor’s domain',
    { participants: ['my@nasza.pl'] },
    { addresses: [address('nasza.pl', 'K')] },
    'triage unknown-sender',
  ],
  [
    'the domain of a subdomain is another',
    { participants: ['jan@sub.k.pl'] },
    { addresses: byDomain },
    'triage unknown-sender',
  ],
  [
    'tagged address, tag-less of two',
    { participants: ['jan+x@k.pl'] },
    { addresses: shared },
    'suggest K:address? L:address? several-contractors',
  ],
  [
    'tagged address known as such',
    { participants: ['jan+x@k.pl'] },
    { addresses: [address('jan+x@k.pl', 'L'), ...byAddress] },
    'file L:address',
  ],
  [
    'our own mail to two',
    { ...ours, participants: ['my@nasza.pl', 'jan@k.pl', 'ewa@l.pl'] },
    { addresses: [...byAddress, address('l.pl', 'L')] },
    'file K:address L:domain',
  ],
  ['vouched by address', { trust: pass }, { addresses: byAddress }, 'file K:address'],
  ['vouched by domain', { trust: pass }, { addresses: byDomain }, 'file K:domain'],
  ['vouched stranger', { trust: pass }, {}, 'triage unknown-sender'],
  ['nobody in From', { sender: '', participants: [] }, {}, 'triage unknown-sender'],
  [
    'nobody in From, known in copy',
    { sender: '', participants: ['jan@k.pl'] },
    { addresses: byAddress },
    'file K:address',
  ],
  [
    'another contractor in copy: perhaps a slip',
    { participants: ['jan@k.pl', 'ewa@l.pl'], copied: ['ewa@l.pl'] },
    { addresses: [...byAddress, address('l.pl', 'L')] },
    'file K:address',
  ],
  [
    'another contractor in copy of our own mail',
    { ...ours, participants: ['my@nasza.pl', 'jan@k.pl', 'ewa@l.pl'], copied: ['ewa@l.pl'] },
    { addresses: [...byAddress, address('l.pl', 'L')] },
    'file K:address L:domain',
  ],
  [
    'another contractor in copy, in a thread that lies in his file',
    { participants: ['jan@k.pl', 'ewa@l.pl'], copied: ['ewa@l.pl'], references: ['nasz'] },
    {
      addresses: [...byAddress, address('l.pl', 'L')],
      threads: [{ ...thread, contractorId: 'L', caseId: null, caseReference: null, parties: ['l.pl'] }],
    },
    'file K:address L:domain',
  ],
  [
    'a colleague of the sender in copy',
    { participants: ['jan@k.pl', 'ola@k.pl'], copied: ['ola@k.pl'] },
    { addresses: [address('ola@k.pl', 'K'), ...byAddress] },
    'file K:address',
  ],
  [
    'known only in copy of a stranger',
    { sender: 'x@y.pl', participants: ['x@y.pl', 'jan@k.pl'], copied: ['jan@k.pl'] },
    { addresses: byAddress },
    'file K:address',
  ],
]
