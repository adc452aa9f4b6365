import type { Invoice } from '../../shared/invoice.ts'

/** An invoice on a row of the file: `Faktura FV/7/2026, 1 230,00 zł`. A number tells people more than the name of an XML file. */
export function titleOfInvoice({ number, corrects, gross, currency }: Invoice): string {
  const word = corrects === null ? 'Faktura' : 'Faktura korygująca'
  const amount = gross === null ? '' : `, ${showAmount(gross, currency ?? 'PLN')}`
  return `${word} ${number}${amount}`
}

/** What people search an invoice by, beside the name of its file. */
export function wordsInInvoice(invoice: Invoice): string[] {
  const { number, sellerName, sellerNip, buyerName, buyerNip, corrects, gross } = invoice
  return ['faktura', number, sellerName, sellerNip, buyerName, buyerNip, corrects, gross].filter(word => word !== null)
}

function showAmount(amount: string, currency: string): string {
  const format = new Intl.NumberFormat('pl-PL', { style: 'currency', currency, useGrouping: 'always' })
  return format.format(amount as `${number}`)
}
