import type { Query, Statement } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'

const putAll: Statement = { name: 'put-invoices', text: 'select put_invoices($1)' }

/** Keeps what a stored message's structured invoices say. Most mail has none, and costs nothing. */
export async function putInvoices(query: Query, invoices: ParsedMessage['invoices']) {
  if (invoices.length > 0) await query(putAll, [JSON.stringify(invoices)])
}
