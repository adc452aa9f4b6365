import { expect, it } from 'vitest'
import { matcherOf, type RuleMail } from '../../../server/rule/match-rule.ts'
import type { RuleCondition, RuleOperator } from '../../../shared/rule.ts'

const mail: RuleMail = {
  from: [{ name: 'Zofia Żółć', address: 'zofia.zolc+faktury@poczta.huta.example' }],
  to: [
    { name: '', address: 'biuro@nasza.example' },
    { name: 'Dział Zakupów', address: 'zakupy@xn--w-uga1v8h.example' },
  ],
  cc: [],
  subject: 'Zamówienie 17/2026 — POTWIERDZENIE odbioru',
  headers: [
    { name: 'x-system', value: 'ERP Łódź' },
    { name: 'x-system', value: 'drugi' },
    { name: '__proto__', value: 'nic' },
  ],
  hasAttachment: true,
  direction: 'in',
  places: [{ mailboxId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', folder: 'INBOX/Faktury' }],
}

type Written = [field: RuleCondition['field'] | `header:${string}`, operator: RuleOperator, ...values: string[]]

function condition([field, operator, ...values]: Written, match: 'any' | 'all' = 'any'): RuleCondition {
  const [name, header] = field.split(':')
  return { field: name as RuleCondition['field'], operator, values, match, ...(header && { header }) }
}

function fits(given: RuleMail, conditions: RuleCondition[], match: 'any' | 'all' = 'all') {
  return matcherOf(given)({ conditions, match })
}

/** what a condition asks → whether the mail above fits; more about the mail where it differs */
const table: [expected: boolean, asked: Written, given?: Partial<RuleMail>][] = [
  [true, ['from', 'is', 'zofia.zolc+faktury@poczta.huta.example']],
  [true, ['from', 'is', 'zofia.zolc@poczta.huta.example']],
  [true, ['from', 'is', ' ZOFIA.ZOLC@Poczta.Huta.EXAMPLE ']],
  [false, ['from', 'is', 'zofia.zolc+inne@poczta.huta.example']],
  [false, ['from', 'is', 'zofia.zolc@huta.example']],
  [false, ['from', 'is', 'poczta.huta.example']],
  [false, ['from', 'is', 'zofia']],
  [false, ['from', 'is', '@']],
  [true, ['from', 'domain', 'huta.example']],
  [true, ['from', 'domain', '@huta.example']],
  [true, ['from', 'domain', 'POCZTA.huta.example.']],
  [true, ['from', 'domain', 'example']],
  [false, ['from', 'domain', 'uta.example']],
  [false, ['from', 'domain', 'huta']],
  [false, ['from', 'domain', 'inna.huta.example']],
  [false, ['from', 'domain', 'huta.example.pl']],
  [false, ['from', 'domain', '.']],
  [false, ['from', 'domain', 'huta.example'], { from: [{ name: '', address: 'a@zlahuta.example' }] }],
  [false, ['from', 'domain', 'huta.example'], { from: [{ name: 'x@huta.example', address: 'a@zla.example' }] }],
  [false, ['from', 'domain', 'huta.example'], { from: [{ name: '', address: 'a@huta.example.zla.example' }] }],
  [false, ['from', 'domain', 'huta.example'], { from: [{ name: 'huta.example', address: '' }] }],
  [false, ['from', 'domain', 'huta.example'], { from: [] }],
  [true, ['to', 'domain', 'żółw.example'.replace('żółw', 'żółw')], { to: [{ name: '', address: 'a@żółw.example' }] }],
  [true, ['to', 'domain', 'ŻÓŁW.example'], { to: [{ name: '', address: 'a@xn--w-uga1v8h.example' }] }],
  [true, ['to', 'domain', 'xn--w-uga1v8h.example'], { to: [{ name: '', address: 'a@żółw.example' }] }],
  [true, ['to', 'is', 'zakupy@żółw.example']],
  [true, ['to', 'is', 'zakupy@z\u0307o\u0301łw.example']],
  [false, ['to', 'domain', 'zolw.example']],
  [true, ['from', 'domain', 'bücher.example'], { from: [{ name: '', address: 'a@shop.xn--bcher-kva.example' }] }],
  [true, ['from', 'prefix', 'zofia.']],
  [true, ['from', 'prefix', 'ZOFIA.zolc+f']],
  [false, ['from', 'prefix', 'zolc']],
  [true, ['from', 'contains', 'zolc']],
  [true, ['from', 'contains', 'ŻÓŁĆ']],
  [true, ['from', 'contains', 'zofia żółć']],
  [true, ['from', 'contains', 'huta.ex']],
  [false, ['from', 'contains', 'żółw']],
  [true, ['to', 'contains', 'dzial zakupow']],
  [true, ['to', 'is', 'biuro@nasza.example']],
  [false, ['cc', 'is', 'biuro@nasza.example']],
  [false, ['cc', 'contains', 'a']],
  [false, ['cc', 'prefix', 'b']],
  [true, ['subject', 'contains', 'zamowienie']],
  [true, ['subject', 'contains', 'ZAMÓWIENIE']],
  [true, ['subject', 'contains', 'zamo\u0301wienie']],
  [true, ['subject', 'contains', 'potwierdzenie   odbioru']],
  [true, ['subject', 'prefix', 'zamówienie 17']],
  [false, ['subject', 'prefix', 'potwierdzenie']],
  [true, ['subject', 'is', 'zamówienie 17/2026 — potwierdzenie odbioru']],
  [false, ['subject', 'is', 'zamówienie']],
  [false, ['subject', 'contains', '.*']],
  [false, ['subject', 'contains', 'zam.wienie']],
  [true, ['subject', 'contains', '(a+)+$'], { subject: 'wzór (a+)+$ dosłownie' }],
  [true, ['subject', 'contains', 'faktura'], { subject: 'ＦＡＫＴＵＲＡ 1' }],
  [true, ['subject', 'contains', 'strasse'], { subject: 'Hauptstraße 4' }],
  [true, ['subject', 'contains', 'istanbul'], { subject: 'İSTANBUL' }],
  [false, ['subject', 'contains', '\u0301'], { subject: 'cokolwiek' }],
  [false, ['subject', 'contains', 'x'], { subject: '' }],
  [true, ['header:X-System', 'is', 'erp łódź']],
  [true, ['header:x-system', 'contains', 'lodz']],
  [true, ['header:X-SYSTEM', 'is', 'drugi']],
  [false, ['header:X-System', 'contains', 'łódź drugi']],
  [false, ['header:X-Systemu', 'contains', 'erp']],
  [false, ['header:constructor', 'contains', 'function']],
  [true, ['header:__proto__', 'is', 'nic']],
  [false, ['header:toString', 'contains', 'native']],
  [
    true,
    ['header:X-A', 'contains', 'bcc: x@zly.example'],
    { headers: [{ name: 'x-a', value: 'a\r\nBcc: x@zly.example' }] },
  ],
  [false, ['header:Bcc', 'contains', 'x'], { headers: [{ name: 'x-a', value: 'a\r\nBcc: x@zly.example' }] }],
  [true, ['folder', 'is', 'inbox/faktury']],
  [true, ['folder', 'prefix', 'INBOX/']],
  [true, ['folder', 'contains', 'faktur']],
  [false, ['folder', 'contains', 'a'], { places: [{ mailboxId: null, folder: null }] }],
  [false, ['folder', 'contains', 'a'], { places: [] }],
  [true, ['mailbox', 'is', '7C9E6679-7425-40de-944b-e07fc1f90ae7']],
  [false, ['mailbox', 'is', '7c9e6679-7425-40de-944b-e07fc1f90ae8']],
  [false, ['mailbox', 'is', '7c9e6679-7425-40de-944b-e07fc1f90ae7'], { places: [] }],
  [true, ['attachment', 'is', 'yes']],
  [false, ['attachment', 'is', 'no']],
  [true, ['attachment', 'is', 'no'], { hasAttachment: false }],
  [true, ['direction', 'is', 'in']],
  [true, ['direction', 'is', 'out', 'in']],
  [false, ['direction', 'is', 'out', 'internal']],
]

it.each(table)('%s: %j %j', (expected, asked, given = {}) => {
  expect(fits({ ...mail, ...given }, [condition(asked)])).toBe(expected)
})

it('has sixty cases and more', () => {
  expect(table.length).toBeGreaterThanOrEqual(60)
})

it.each<[boolean, 'any' | 'all', string[]]>([
  [true, 'any', ['reklamacja', 'zamówienie']],
  [false, 'any', ['reklamacja', 'zwrot']],
  [true, 'all', ['zamówienie', 'odbioru']],
  [false, 'all', ['zamówienie', 'zwrot']],
])('%s: %s of %j', (expected, match, values) => {
  expect(fits(mail, [condition(['subject', 'contains', ...values], match)])).toBe(expected)
})

it('holds all conditions against the mail, or any of them', () => {
  const both = [condition(['from', 'domain', 'huta.example']), condition(['subject', 'contains', 'reklamacja'])]

  expect(fits(mail, both, 'all')).toBe(false)
  expect(fits(mail, both, 'any')).toBe(true)
})

const long = [
  'a'.repeat(100_000),
  'ż'.repeat(50_000),
  '\ufdfa'.repeat(33_000),
  'a\u0301'.repeat(33_000),
  ' \t'.repeat(50_000),
  '\ud800'.repeat(33_000),
]
/** The best of a few runs, because other work on the machine takes time too. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
  return Math.min(...times)
}

const operators: RuleOperator[] = ['is', 'prefix', 'contains']

it.each(operators)('ends within 50 ms on subjects of 100 kB, by %s', operator => {
  const values = Array.from({ length: 20 }, (_, index) => `${'a'.repeat(190 - index)}b`)
  for (const subject of long)
    expect(fastest(() => fits({ ...mail, subject }, [condition(['subject', operator, ...values])]))).toBeLessThan(50)
})

it('ends within 50 ms on thousands of people', () => {
  const people = Array.from({ length: 1_500 }, (_, index) => ({ name: 'Ż'.repeat(30), address: `a${index}@b.example` }))
  const asked = [condition(['to', 'domain', 'c.example']), condition(['to', 'contains', 'nikt', 'd.example'])]

  expect(fastest(() => fits({ ...mail, to: people }, asked, 'any'))).toBeLessThan(50)
})
