import { wordFor } from '../story/fill.ts'
import type { DocumentOrder } from './document-order.ts'

/** Amounts of the invoice in question. */
export function invoiceAmounts(order: DocumentOrder): { net: number; tax: number; gross: number; rate: number } {
  const { line, currency } = order.facts.subject
  const rate = currency === 'PLN' ? 23 : 0
  const net = Math.round(line.amount * line.price * 100) / 100
  const tax = Math.round(net * rate) / 100
  return { net, tax, gross: Math.round((net + tax) * 100) / 100, rate }
}

/** The number of the invoice in question. */
export function invoiceNumber(order: DocumentOrder): string {
  return wordFor(order.weSell ? 'faktura' : 'fakturaDostawcy', order.facts.words)
}
