import { expect, it } from 'vitest'
import { InvoiceCard } from '../../../addin/file/invoice-card.tsx'
import type { Invoice } from '../../../shared/invoice.ts'
import { showPage } from '../admin/show-page.tsx'

const invoice: Invoice = {
  schema: 'FA(3)',
  number: 'FV/7/2026',
  sellerNip: '5213017228',
  sellerName: 'Żółw & Syn sp. z o.o.',
  buyerNip: 'DE 811 907 980',
  buyerName: null,
  issuedOn: '2026-11-02',
  dueOn: '2026-11-16',
  currency: 'PLN',
  net: '1000.00',
  vat: '230.00',
  gross: '1230.00',
  corrects: null,
}

/** What the card says, as word and fact. */
function factsOf(shown: Invoice, language: 'pl' | 'en' = 'pl'): Record<string, string> {
  showPage(() => <InvoiceCard invoice={shown} />, {}, { language })
  const facts = [...document.body.querySelectorAll('.fact')]
  const textOf = (fact: Element, part: string) =>
    (fact.querySelector(part)?.textContent ?? '').replace(/\s/g, ' ').trim()
  return Object.fromEntries(facts.map(fact => [textOf(fact, 'dt'), textOf(fact, 'dd')]))
}

it('says between whom an invoice is, how much it is and by when it is paid', () => {
  expect(factsOf(invoice)).toEqual({
    Numer: 'FV/7/2026',
    Wystawiona: '2 lis 2026',
    'Termin płatności': '16 lis 2026',
    Sprzedawca: 'Żółw & Syn sp. z o.o. NIP 521-301-72-28',
    Nabywca: 'NIP DE 811 907 980',
    Netto: '1 000,00 zł',
    VAT: '230,00 zł',
    Brutto: '1 230,00 zł',
  })
})

it('shows amounts to the last digit in their own currency, in English too', () => {
  const { Gross: gross } = factsOf({ ...invoice, currency: 'EUR', gross: '12345678901234567.89' }, 'en')

  expect(gross).toBe('€12,345,678,901,234,567.89')
})

it('leaves out what an invoice does not say, and names the one that it corrects', () => {
  const nothing = { sellerNip: null, sellerName: null, buyerNip: null, issuedOn: null, dueOn: null }
  const facts = factsOf({ ...invoice, ...nothing, net: null, vat: null, gross: null, corrects: 'FV/6/2026' })

  expect(facts).toEqual({ Numer: 'FV/7/2026', 'Do faktury': 'FV/6/2026' })
  expect(document.body.querySelector('h2')?.textContent).toBe('Faktura korygująca')
})
