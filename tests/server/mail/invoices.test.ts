import { expect, it } from 'vitest'
import { addAmounts, readAmount } from '../../../server/mail/amount.ts'
import { nipsOfInvoices } from '../../../server/mail/invoices.ts'
import { parseMessage } from '../../../server/mail/parse.ts'
import { readKsef } from '../../../server/mail/read-ksef.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'
import { buildKsef, FA2, FA3 } from '../../support/ksef.ts'
import { buildMail } from '../../support/mail.ts'

const MB = 1024 * 1024
const read = (xml: string) => readKsef(Buffer.from(xml))

it.each([
  [FA2, 'FA(2)'],
  [FA3, 'FA(3)'],
])('reads an invoice of the namespace %s', (namespace, schema) => {
  expect(read(buildKsef({ namespace }))).toEqual({
    schema,
    number: 'FV/7/2026',
    sellerNip: '5213017228',
    sellerName: 'Żółw & Syn sp. z o.o.',
    buyerNip: '1234563218',
    buyerName: 'Nasza Firma S.A.',
    issuedOn: '2026-11-02',
    dueOn: '2026-11-16',
    currency: 'PLN',
    net: '1000.00',
    vat: '230.00',
    gross: '1230.00',
    corrects: null,
  })
})

it('adds up every rate, and not the tax that is repeated in złoty', () => {
  const amounts = `<P_13_1>0.10</P_13_1><P_14_1>0.02</P_14_1><P_14_1W>900</P_14_1W><P_13_2>0.2</P_13_2><P_14_2>0.01</P_14_2>
    <P_13_6_1>5</P_13_6_1><P_13_7>7.77</P_13_7><P_13_11>1</P_13_11><P_15>14.10</P_15>`

  expect(read(buildKsef({ amounts, currency: 'EUR' }))).toMatchObject({
    currency: 'EUR',
    net: '14.07',
    vat: '0.03',
    gross: '14.10',
  })
})

it('reads a correction with its negative amounts and the number that it corrects', () => {
  const invoice = read(
    buildKsef({
      amounts: '<P_13_1>-100.50</P_13_1><P_14_1>-23.12</P_14_1><P_15>-123.62</P_15>',
      correction:
        '<DaneFaKorygowanej><DataWystFaKorygowanej>2026-10-01</DataWystFaKorygowanej><NrFaKorygowanej>FV/1/2026</NrFaKorygowanej></DaneFaKorygowanej>',
    }),
  )

  expect(invoice).toMatchObject({ net: '-100.50', vat: '-23.12', gross: '-123.62', corrects: 'FV/1/2026' })
})

it('takes the first of several days of payment, and none where there is none', () => {
  const instalments = ['2026-12-16', '2026-11-20', '2027-01-16'].map(
    day => `<TerminPlatnosci><Termin>${day}</Termin></TerminPlatnosci>`,
  )

  expect(read(buildKsef({ payment: `<Platnosc>${instalments.join('')}</Platnosc>` }))?.dueOn).toBe('2026-11-20')
  expect(read(buildKsef({ payment: '<Platnosc><Zaplacono>1</Zaplacono></Platnosc>' }))?.dueOn).toBeNull()
  expect(
    read(buildKsef({ payment: '<Platnosc><TerminPlatnosci><Termin>2026-02-31</Termin></TerminPlatnosci></Platnosc>' }))
      ?.dueOn,
  ).toBeNull()
})

it('reads the invoice whatever prefix its namespace has, and nothing of other namespaces', () => {
  const prefixed = buildKsef()
    .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1fa:')
    .replace('xmlns=', 'xmlns:fa=')
  const foreign = buildKsef().replace('<P_2>', '<P_2 xmlns="urn:inny">OBCY</P_2><P_2>')

  expect(read(prefixed)?.number).toBe('FV/7/2026')
  expect(read(foreign)?.number).toBe('FV/7/2026')
})

const entities = Array.from({ length: 20 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`).join('')
const hostile: [string, string][] = [
  ['a document type', buildKsef().replace('<Faktura', '<!DOCTYPE Faktura><Faktura')],
  [
    'entities that grow',
    buildKsef({ number: '&e20;' }).replace('<Faktura', `<!DOCTYPE Faktura [<!ENTITY e0 "ha">${entities}]><Faktura`),
  ],
  [
    'an entity of a file',
    buildKsef({ number: '&x;' }).replace(
      '<Faktura',
      '<!DOCTYPE Faktura [<!ENTITY x SYSTEM "file:///etc/passwd">]><Faktura',
    ),
  ],
  ['an entity that nobody declared', buildKsef({ number: '&x;' })],
  ['another namespace', buildKsef({ namespace: 'http://crd.gov.pl/wzor/2099/01/01/1/' })],
  ['no namespace', buildKsef().replace(/ xmlns="[^"]+"/, '')],
  ['no number', buildKsef({ number: '' })],
  ['an end too early', buildKsef().slice(0, 900)],
  ['more than 4 MB', buildKsef({ number: 'x'.repeat(5 * MB) })],
  ['600,000 elements within each other', buildKsef({ amounts: '<a>'.repeat(600_000) })],
  ['only opening brackets', '<'.repeat(MB)],
  ['nothing', ''],
]

it.each(hostile)('takes no invoice from a file with %s', (_name, xml) => {
  const tookMs = startCpuClock()

  expect(read(xml)).toBeNull()
  expect(tookMs()).toBeLessThan(2_000)
})

it('reads a large invoice in time', () => {
  const tookMs = startCpuClock()

  const invoice = read(buildKsef({ amounts: `${'<P_15>1.00</P_15>'.repeat(200_000)}` }))

  expect(invoice?.gross).toBe('1.00')
  expect(tookMs()).toBeLessThan(2_000)
})

it('reads the fields that are right and leaves out those that are not', () => {
  const invoice = read(
    buildKsef({
      currency: 'zł',
      amounts: '<P_13_1>1e9</P_13_1><P_15>12,50</P_15>',
      number: ` ${'9'.repeat(300)}\u0000`.replace('\0', ''),
    }),
  )

  expect(invoice).toMatchObject({ currency: null, net: null, vat: null, gross: null, number: '9'.repeat(256) })
})

it('never fails on 500 damaged invoices', () => {
  const xml = buildKsef()
  for (let round = 0; round < 500; round += 1) {
    const at = (round * 7_919) % xml.length
    expect(() =>
      read(xml.slice(0, at) + String.fromCharCode((round * 31) % 256) + xml.slice(at + (round % 3))),
    ).not.toThrow()
  }
})

it('gives a mail its invoices', async () => {
  const attachments = [
    { name: 'faktura.xml', type: 'application/xml', content: buildKsef() },
    { name: 'inny.xml', type: 'text/xml', content: '<Zamowienie/>' },
  ]

  const parsed = await parseMessage(Buffer.from(buildMail({ attachments })))

  expect(parsed.invoices).toMatchObject([{ hash: parsed.attachments[0]?.hash, number: 'FV/7/2026' }])
  expect(parsed.attachments.map(({ documentType }) => documentType)).toEqual(['invoice', 'document'])
})

it('names a contractor by the seller’s NIP, or by the buyer’s when we are the seller', () => {
  const invoice = (seller: string, buyer: string) => ({ hash: '', ...read(buildKsef({ seller, buyer })) }) as never
  const invoices = [invoice('5213017228', '1234563218'), invoice('5213017228', '1234563219')]

  expect(nipsOfInvoices({ invoices }, ['1234563218'])).toEqual(['5213017228'])
  expect(nipsOfInvoices({ invoices }, ['5213017228'])).toEqual(['1234563218'])
  expect(nipsOfInvoices({ invoices })).toEqual(['5213017228', '1234563218'])
  expect(nipsOfInvoices({ invoices: [] })).toEqual([])
})

it('adds money exactly', () => {
  expect(addAmounts(['0.10', '0.20', '-0.35'])).toBe('-0.05')
  expect(addAmounts(['9999999999999999.99', '0.01'])).toBe('10000000000000000.00')
  expect(addAmounts([])).toBe('0.00')
  expect(['1.5', '-0.05', '0', '01', '1.234', '1 000'].map(readAmount)).toEqual([
    '1.50',
    '-0.05',
    '0.00',
    null,
    null,
    null,
  ])
})
