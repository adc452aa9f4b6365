import type { PlannedFile } from '../story/planned-mail.ts'
import type { FileKind } from '../words/scenario.ts'
import { contractFile, protocolFile, signedContractFile, signedProtocolFile } from './agreement-documents.ts'
import type { DocumentOrder } from './document-order.ts'
import { invitationFile } from './invitation.ts'
import {
  balanceFile,
  correctionFile,
  eInvoiceFile,
  invoiceFile,
  statementFile,
  transferFile,
} from './money-documents.ts'
import { certificateFile, minutesFile, photoFile, planFile, policyFile } from './paper-documents.ts'
import { offerFile, orderFile, orderSheetFile, priceListFile, theirOfferFile } from './trade-documents.ts'
import { freightOrderFile, waybillFile } from './transport-documents.ts'

const makers: Record<FileKind, (order: DocumentOrder) => PlannedFile> = {
  offer: offerFile,
  'price-list': priceListFile,
  'order-sheet': orderSheetFile,
  order: orderFile,
  invoice: invoiceFile,
  'e-invoice': eInvoiceFile,
  correction: correctionFile,
  contract: contractFile,
  'signed-contract': signedContractFile,
  protocol: protocolFile,
  'signed-protocol': signedProtocolFile,
  photo: photoFile,
  transfer: transferFile,
  waybill: waybillFile,
  certificate: certificateFile,
  plan: planFile,
  balance: balanceFile,
  'freight-order': freightOrderFile,
  invitation: invitationFile,
  statement: statementFile,
  policy: policyFile,
  minutes: minutesFile,
  'their-offer': theirOfferFile,
}

/** Plans the documents that hang on a mail. */
export function makeFiles(kinds: FileKind[], order: Omit<DocumentOrder, 'kind'>): PlannedFile[] {
  return kinds.map(kind => makers[kind]({ ...order, kind })).filter(isFirstOfItsName)
}

function isFirstOfItsName(file: PlannedFile, index: number, files: PlannedFile[]): boolean {
  return files.findIndex(other => other.name === file.name) === index
}
