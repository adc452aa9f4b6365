import type { Invoice } from '../../shared/invoice.ts'

/**
 * An invoice on a row of the file: `Faktura FV/7/2026, 1 230,00 zł, termin 14.12.2026`. A number tells people more than the
 * name of an XML file.
 */
export function titleOfInvoice({ number, corrects, gross, currency, dueOn }: Invoice): string {
  const word = corrects === null ? 'Faktura' : 'Faktura korygująca'
  const amount = gross === null ? '' : `, ${showAmount(gross, currency ?? 'PLN')}`
  const due = dueOn === null ? '' : showDue(dueOn)
  return `${word} ${number}${amount}${due}`
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

/** What an invoice says as its due date need not be one. */
function showDue(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  const format = new Intl.DateTimeFormat('pl-PL', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `, termin ${format.format(date)}`
}
