import { expect, it } from 'vitest'
import { judgeTrust, type TrustFacts, type TrustSettings } from '../../../server/filing/trust/judge-trust.ts'

const ours: TrustSettings = { borders: ['mx.nasza.example'], isTenant: false }
const boast = (host: string, word = 'pass') => `${host}; dmarc=${word} header.from=k.example`

/** A mail of Jan of K, received by these servers, with these verdicts. */
const whyOf = (
  authenticationResults: string[],
  receivedBy: string[],
  more: Partial<TrustFacts> = {},
  settings = ours,
) =>
  judgeTrust(
    {
      sender: 'jan@k.example',
      marks: [],
      authenticationResults,
      receivedBy,
      isOwnersOwn: false,
      isFromMailbox: true,
      ...more,
    },
    settings,
    [],
  ).why

it.each<[name: string, why: string, ...Parameters<typeof whyOf>]>([
  ['praise by a server that it never passed', 'made-up-verdict', [boast('mx.zly.example')], ['mx.nasza.example']],
  ['praise without any way', 'made-up-verdict', [boast('mx.zly.example')], []],
  ['praise by a neighbour below a registry', 'made-up-verdict', [boast('mx.zly.com.pl')], ['mx.dobry.com.pl']],
  ['praise by the house that took it in', 'no-verdict', [boast('mx.dostawca.example')], ['in3.dostawca.example']],
  [
    'praise by the house before that',
    'no-verdict',
    [boast('dostawca.example')],
    ['x.inny.example', 'mx.dostawca.example'],
  ],
  ['a server that gives an address only', 'no-verdict', [boast('mx.dostawca.example')], ['10.1.2.3']],
  ['a server of an inner name', 'no-verdict', [boast('mx.dostawca.example')], ['sloti.internal']],
  ['praise of somebody else', 'no-verdict', [`mx.zly.example; dmarc=pass header.from=zly.example`], []],
  ['no praise', 'no-verdict', [boast('mx.zly.example', 'none')], []],
  ['praise that names nobody', 'no-verdict', ['dmarc=pass header.from=k.example'], []],
  ['our own verdict beside it', 'dmarc-pass', [boast('mx.zly.example'), boast('mx.nasza.example')], []],
  ['an imported mail', 'no-verdict', [boast('mx.zly.example')], [], { isFromMailbox: false }],
  ['no border named', 'no-verdict', [boast('mx.zly.example')], [], {}, { borders: [], isTenant: false }],
  ['a tenant’s mail', 'no-verdict', [boast('mx.zly.example')], [], {}, { borders: [], isTenant: true }],
])('judges %s', (_name, why, ...asked) => {
  expect(whyOf(...asked)).toBe(why)
})
