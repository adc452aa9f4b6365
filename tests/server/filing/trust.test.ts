import { expect, it } from 'vitest'
import { decideMessage, questionOf } from '../../../server/filing/decide-message.ts'
import type { FilingSettings } from '../../../server/filing/filing-settings.ts'
import { parseMessage } from '../../../server/mail/parse.ts'
import type { Arrival } from '../../../server/message/store-message.ts'
import { standardPattern } from '../../../shared/reference-pattern.ts'
import { buildMail, type MailInput } from '../../support/mail.ts'
import { address, nothing, number, thread } from './filing-table.ts'

const OURS = 'mx.nasza.example'
const settings: FilingSettings = { 'filing-borders': [OURS] }
const tenant: FilingSettings = { 'filing-tenant': true }

interface Arriving extends MailInput {
  /** Authentication-Results, topmost first. */
  verdicts?: string[]
  settings?: FilingSettings
  door?: Arrival['door']
  near?: string[]
  direction?: 'in' | 'out' | 'internal'
}

/**
 * Where a mail comes out: K has Jan's address and the domain budowa.example, our mail `nasz@nasza.example` to Jan lies in
 * case S, whose reference is 2026/0001.
 */
async function doorOf({ verdicts = [], door = 'imap', near, direction = 'in', ...input }: Arriving): Promise<string> {
  const headers = [...verdicts.map(verdict => `Authentication-Results: ${verdict}`), ...(input.headers ?? [])]
  const source = `${headers.map(line => `${line}\r\n`).join('')}${buildMail({ ...input, headers: [], messageId: '<m@x.example>' })}`
  const parsed = await parseMessage(Buffer.from(source))
  const sender = parsed.from[0]?.address ?? ''
  const facts = {
    ...nothing,
    me: 'my@nasza.example',
    own: ['my@nasza.example', 'biuro@nasza.example'],
    addresses: [address('jan@budowa.example', 'K'), address('budowa.example', 'K')],
    threads: parsed.inReplyTo.includes('nasz@nasza.example')
      ? [
          {
            ...thread,
            messageId: 'nasz@nasza.example',
            hasSender: sender === 'jan@budowa.example',
            parties: source.includes('@budowa.example') ? ['budowa.example'] : [],
          },
        ]
      : [],
    numbers: [number],
  }
  const stored = { id: 'M', direction, occurredAt: '2026-11-23T10:00:00.000Z' }
  const { decision } = decideMessage(
    { stored, facts, near: near ?? ['budowa.example', 'nasza.example'], settings: input.settings ?? settings },
    parsed,
    { door },
    questionOf(parsed, [standardPattern]),
  )
  const [target] = decision.targets
  if (decision.action !== 'file' || !target) return `${decision.action} ${decision.reason}`
  return target.caseId ? 'file case' : 'file contractor'
}

const senders = {
  'known address': 'Jan <jan@budowa.example>',
  'known domain': 'Ola <ola@budowa.example>',
  'look-alike': 'Jan <jan@bud0wa.example>',
  'display-name spoof': '"jan@budowa.example" <zly@obcy.example>',
}
type Sender = keyof typeof senders

const dmarc = (result: string, domain: string) => `dmarc=${result} header.from=${domain}`
const pass = (domain: string) => [`${OURS}; spf=pass smtp.mailfrom=${domain}; ${dmarc('pass', domain)}`]

/** What stands in the header → the door for each kind of sender; every mail is an answer to ours in case S. */
const table: [
  name: string,
  header: (domain: string) => Pick<Arriving, 'verdicts' | 'headers'>,
  doors: [address: string, domain: string, lookAlike: string, spoof: string],
][] = [
  [
    'pass',
    domain => ({ verdicts: pass(domain) }),
    ['file case', 'file case', 'triage look-alike', 'triage address-in-name'],
  ],
  [
    'fail',
    domain => ({ verdicts: [`${OURS}; ${dmarc('fail', domain)}`] }),
    ['triage failed-check', 'triage failed-check', 'triage look-alike', 'triage address-in-name'],
  ],
  ['none', () => ({}), ['file case', 'file contractor', 'triage look-alike', 'triage address-in-name']],
  [
    'forged header',
    domain => ({ verdicts: [`mx.zly.example; ${dmarc('pass', domain)}`] }),
    ['file case', 'file contractor', 'triage look-alike', 'triage address-in-name'],
  ],
  [
    'two headers',
    domain => ({ verdicts: [`${OURS}; ${dmarc('fail', domain)}`, `${OURS}; ${dmarc('pass', domain)}`] }),
    ['triage failed-check', 'triage failed-check', 'triage look-alike', 'triage address-in-name'],
  ],
  [
    'ARC only',
    domain => ({
      headers: [
        `ARC-Authentication-Results: i=1; ${OURS}; ${dmarc('pass', domain)}`,
        'ARC-Seal: i=1; cv=none; d=zly.example',
      ],
    }),
    ['file case', 'file contractor', 'triage look-alike', 'triage address-in-name'],
  ],
  [
    'mailing list',
    domain => ({ verdicts: [`${OURS}; ${dmarc('fail', domain)}`], headers: ['List-Id: <lista.obcy.example>'] }),
    ['leave-out newsletter', 'leave-out newsletter', 'leave-out newsletter', 'leave-out newsletter'],
  ],
  [
    'forwarded',
    domain => ({ verdicts: [`${OURS}; spf=fail smtp.mailfrom=przekazuje.example; dkim=pass header.d=${domain}`] }),
    ['file case', 'file case', 'triage look-alike', 'triage address-in-name'],
  ],
]
const kinds = Object.keys(senders) as Sender[]
const crossed = table.flatMap(([name, header, doors]) =>
  kinds.map((kind, index): [string, Arriving, string] => {
    const from = senders[kind]
    const domain = /@([^@>]+)>$/.exec(from)?.[1] ?? ''
    return [`${name}, ${kind}`, { from, inReplyTo: 'nasz@nasza.example', ...header(domain) }, doors[index] ?? '']
  }),
)

const jan = senders['known address']
const named = { from: jan, subject: 'Sprawa 2026/0001' }
const byOurs = (...results: string[]) => ({ ...named, verdicts: [`${OURS}; ${results.join('; ')}`] })
const stranger = { from: 'zly@obcy.example', inReplyTo: 'nasz@nasza.example' }

const others: [name: string, arriving: Arriving, door: string][] = [
  ['stolen In-Reply-To', stranger, 'triage unknown-sender'],
  ['stolen In-Reply-To, K in copy', { ...stranger, cc: 'jan@budowa.example' }, 'file contractor'],
  [
    'stolen In-Reply-To, vouched for, K in copy',
    { ...stranger, cc: 'jan@budowa.example', verdicts: pass('obcy.example') },
    'file contractor',
  ],
  ['two From fields', { from: jan, headers: ['From: zly@obcy.example'] }, 'triage doubtful-sender'],
  [
    'two mailboxes in From',
    { from: 'jan@budowa.example, zly@obcy.example', verdicts: pass('budowa.example') },
    'triage doubtful-sender',
  ],
  [
    'a name with letters of another alphabet, vouched for',
    {
      from: `=?utf-8?B?${Buffer.from('J\u0430n').toString('base64')}?= <jan@budowa.example>`,
      verdicts: pass('budowa.example'),
    },
    'triage doubtful-sender',
  ],
  [
    'a name with a letter without width',
    { from: `=?utf-8?B?${Buffer.from('Ja\u200bn').toString('base64')}?= <jan@budowa.example>` },
    'triage doubtful-sender',
  ],
  ['parsers that disagree', { from: 'Jan <jan@budowa.example> <zly@obcy.example>' }, 'triage doubtful-sender'],
  ['case number, vouched', byOurs(dmarc('pass', 'budowa.example')), 'file case'],
  ['case number, no verdict', named, 'file contractor'],
  [
    'case number, imported with a verdict',
    { ...byOurs(dmarc('pass', 'budowa.example')), door: 'import' },
    'file contractor',
  ],
  ['case number, pushed by the add-in', { ...byOurs(dmarc('pass', 'budowa.example')), door: 'push' }, 'file case'],
  ['our border in capitals', { ...named, verdicts: [`MX.Nasza.Example; DMARC=Pass`] }, 'file case'],
  [
    'a version and comments',
    { ...named, verdicts: [`${OURS} 1; (ours; dmarc=fail) dmarc=pass (p=none; dis=none) header.from=budowa.example`] },
    'file case',
  ],
  ['a verdict in a comment', byOurs('spf=none (dmarc=pass) smtp.mailfrom=budowa.example'), 'file contractor'],
  ['a verdict in a quoted reason', byOurs('spf=none reason="x; dmarc=pass"'), 'file contractor'],
  ['a quote that never ends', byOurs('spf=none reason="x; dmarc=pass'), 'file contractor'],
  ['dmarc about another From', byOurs(dmarc('pass', 'zly.example')), 'file contractor'],
  ['spf aligned', byOurs('spf=pass smtp.mailfrom=jan@budowa.example'), 'file case'],
  ['spf of a host below it', byOurs('spf=pass smtp.mailfrom=bounce.budowa.example'), 'file case'],
  ['spf of another', byOurs('spf=pass smtp.mailfrom=zly.example'), 'file contractor'],
  [
    'spf of a registry',
    { ...named, from: 'x@a.com.pl', verdicts: [`${OURS}; spf=pass smtp.mailfrom=com.pl`] },
    'suggest to-confirm',
  ],
  ['dkim of another', byOurs('dkim=pass header.d=zly.example'), 'file contractor'],
  [
    'several signatures, one aligned',
    byOurs('dkim=pass header.d=esp.example', 'dkim=pass header.d=budowa.example'),
    'file case',
  ],
  ['a broken signature is no failure', byOurs('dkim=fail header.d=budowa.example'), 'file contractor'],
  ['none of our border', byOurs('none'), 'file contractor'],
  ['temporary error', byOurs(dmarc('temperror', 'budowa.example')), 'file contractor'],
  [
    'a verdict of ours below another’s',
    { ...named, verdicts: [`filtr.wewnetrzny.example; x-spam=no`, ...pass('budowa.example')] },
    'file case',
  ],
  ['no border configured', { ...byOurs(dmarc('pass', 'budowa.example')), settings: {} }, 'file contractor'],
  [
    'a border written wrongly',
    { ...byOurs(dmarc('pass', 'budowa.example')), settings: { 'filing-borders': OURS } },
    'file contractor',
  ],
  [
    'tenant: compauth passes',
    {
      ...named,
      settings: tenant,
      verdicts: [
        'spf=pass smtp.mailfrom=budowa.example; dmarc=pass action=none header.from=budowa.example;compauth=pass reason=100',
      ],
    },
    'file case',
  ],
  [
    'tenant: compauth fails',
    {
      ...named,
      settings: tenant,
      verdicts: ['spf=pass; dmarc=pass header.from=budowa.example; compauth=fail reason=001'],
    },
    'triage failed-check',
  ],
  [
    'tenant: compauth is not sure',
    { ...named, settings: tenant, verdicts: ['dmarc=pass header.from=budowa.example; compauth=softpass reason=201'] },
    'file contractor',
  ],
  [
    'tenant: a forged one below',
    { ...named, settings: tenant, verdicts: ['dmarc=none; compauth=none reason=405', 'dmarc=pass; compauth=pass'] },
    'file contractor',
  ],
  [
    'compauth without a tenant',
    { ...named, verdicts: ['dmarc=pass header.from=budowa.example; compauth=pass reason=100'] },
    'file contractor',
  ],
  [
    'foreign letters',
    { from: 'jan@xn--budow-4ve.example', verdicts: pass('xn--budow-4ve.example') },
    'triage look-alike',
  ],
  ['a hyphen', { from: 'jan@bud-owa.example', verdicts: pass('bud-owa.example') }, 'triage look-alike'],
  ['swapped letters', { from: 'jan@budwoa.example' }, 'triage look-alike'],
  ['a letter more', { from: 'jan@budowaa.example' }, 'triage look-alike'],
  ['another registry', { from: 'jan@budowa.com' }, 'triage look-alike'],
  ['rn for m', { from: 'jan@forrna.example', near: ['forma.example'] }, 'triage look-alike'],
  [
    'look-alike of our own domain',
    { from: 'prezes@nasza-.example'.replace('-.', 's.'), direction: 'in' },
    'triage look-alike',
  ],
  [
    'a short name one letter off is its own',
    { from: 'jan@pko.example', near: ['pkn.example'] },
    'triage unknown-sender',
  ],
  ['two letters off is its own', { from: 'jan@bidova.example' }, 'triage unknown-sender'],
  [
    'a subdomain of a known one',
    { from: 'jan@poczta.budowa.example', near: ['budowa.example'] },
    'triage unknown-sender',
  ],
  [
    'one of us, failing',
    { from: 'prezes@nasza.example', direction: 'internal', verdicts: [`${OURS}; ${dmarc('fail', 'nasza.example')}`] },
    'triage failed-check',
  ],
  ['one of us, without a verdict', { from: 'prezes@nasza.example', direction: 'internal' }, 'leave-out internal'],
  [
    'my own mail from my folder',
    { from: 'my@nasza.example', to: jan, direction: 'out', subject: '2026/0001' },
    'file case',
  ],
  [
    'what claims to be mine and came by a server',
    {
      from: 'my@nasza.example',
      to: jan,
      direction: 'out',
      subject: '2026/0001',
      headers: ['Received: from x by y; Mon, 23 Nov 2026 10:00:00 +0100'],
    },
    'file contractor',
  ],
  [
    'the same address in the name is no spoof',
    { from: '"jan@budowa.example" <jan@budowa.example>' },
    'file contractor',
  ],
]

it.each([...crossed, ...others])('%s', async (_name, arriving, door) => {
  expect(await doorOf(arriving)).toBe(door)
})
