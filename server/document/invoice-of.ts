import type { Invoice } from '../../shared/invoice.ts'
import type { Tx } from '../database/work.ts'
import { readKsef } from '../mail/read-ksef.ts'
import { titleOfInvoice, wordsInInvoice } from '../message/show-invoice.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import type { DescribedFile } from './describe-upload.ts'

/** No structured invoice is larger; a larger file is not read for one. */
const LARGEST_BYTES = 5_000_000

/** A structured invoice in a file that was put in, with what its row shows. */
export interface UploadedInvoice {
  hash: string
  invoice: Invoice
  title: string
  words: string[]
}

/** What must be known of a file to look for an invoice in it. */
type InvoiceFile = Pick<DescribedFile, 'hash' | 'size' | 'mediaType'> & { documentType: string | null }

/** Reads the structured invoice in a file, where it is one. */
export async function invoiceOf(blobs: BlobStore, file: InvoiceFile): Promise<UploadedInvoice | null> {
  const isOne = file.documentType === 'invoice' && /^(?:application|text)\/xml$/.test(file.mediaType)
  if (!isOne || file.size > LARGEST_BYTES) return null
  const invoice = readKsef(await blobs.read(file.hash))
  return invoice && { hash: file.hash, invoice, title: titleOfInvoice(invoice), words: wordsInInvoice(invoice) }
}

/** Keeps what an invoice says, once its bytes are known to the database. */
export async function keepInvoice(tx: Tx, { hash, invoice }: UploadedInvoice) {
  await tx.sql('select put_invoices($1)', [JSON.stringify([{ hash, ...invoice }])])
}
