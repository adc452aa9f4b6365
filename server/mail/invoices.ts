import { readNip } from '../../shared/tax-id.ts'
import type { Attachment, ParsedMessage } from './parsed-message.ts'
import { readKsef } from './read-ksef.ts'

/** More invoices than this in one mail stay files. */
const INVOICES = 100

/** Reads the structured invoices among a message's files. */
export function readInvoices(attachments: Attachment[]): ParsedMessage['invoices'] {
  return attachments
    .filter(({ type, documentType }) => documentType === 'invoice' && /^(?:application|text)\/xml$/.test(type))
    .slice(0, INVOICES)
    .flatMap(({ hash, content }) => {
      const invoice = readKsef(content)
      return invoice ? [{ hash, ...invoice }] : []
    })
}

/**
 * The NIPs by which a message's invoices name a contractor, each once: the seller, or the buyer when the seller is
 * one of ours. While our own numbers are not known both count, the seller first. Numbers that do not add up are left out.
 */
export function nipsOfInvoices({ invoices }: Pick<ParsedMessage, 'invoices'>, own: readonly string[] = []): string[] {
  const others = invoices.flatMap(({ sellerNip, buyerNip }) => {
    const parties = [sellerNip, buyerNip].flatMap(nip => readNip(nip ?? '') ?? []).filter(nip => !own.includes(nip))
    return own.length > 0 ? parties.slice(0, 1) : parties
  })
  return [...new Set(others)]
}
