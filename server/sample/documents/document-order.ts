import type { Random } from '../random.ts'
import type { Facts } from '../story/facts.ts'
import type { PlannedFile } from '../story/planned-mail.ts'
import type { FileKind } from '../words/scenario.ts'
import type { Sheet } from './sheet.ts'
import { sheetAsDocx } from './sheet-as-docx.ts'
import { sheetAsPdf } from './sheet-as-pdf.ts'
import { sheetAsXlsx } from './sheet-as-xlsx.ts'

/** A company or person as a document names it. */
export type Party = {
  name: string
  nip: string | null
  street: string
  postalCode: string
  city: string
  country: string
  account: string
}

/** Which document is wanted, between whom, and about what. */
export type DocumentOrder = {
  kind: FileKind
  facts: Facts
  ours: Party
  theirs: Party
  /** Whether we are the seller. */
  weSell: boolean
  /** Whether the document comes from us. */
  byUs: boolean
  at: Date
  scenario: string
  language: 'pl' | 'en' | 'de'
  random: Random
}

/** The seller and the buyer of the goods in question. */
export function dealOf(order: DocumentOrder): { seller: Party; buyer: Party } {
  return order.weSell ? { seller: order.ours, buyer: order.theirs } : { seller: order.theirs, buyer: order.ours }
}

/** A party as it stands in the head of a document. */
export function partyLines(party: Party): string[] {
  return [party.name, party.street, `${party.postalCode} ${party.city}`, ...(party.nip ? [`NIP: ${party.nip}`] : [])]
}

/** A number in a file name: slashes and spaces become underscores. */
export function inFileName(number: string | undefined): string {
  return (number ?? '').replace(/[/\s]+/g, '_')
}

/** A PDF that is made from a sheet when its bytes are needed. */
export function pdfFile(name: string, sheet: () => Sheet): PlannedFile {
  return { name: `${name}.pdf`, type: 'application/pdf', bytes: () => sheetAsPdf(sheet()) }
}

/** A Word document that is made from a sheet when its bytes are needed. */
export function docxFile(name: string, sheet: () => Sheet): PlannedFile {
  return {
    name: `${name}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: () => sheetAsDocx(sheet()),
  }
}

/** A workbook that is made from a sheet when its bytes are needed. */
export function xlsxFile(name: string, sheet: () => Sheet): PlannedFile {
  return {
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: () => sheetAsXlsx(sheet()),
  }
}
