import { decodeText } from '../mail/decode-text.ts'
import { parameter } from '../mail/field-parameters.ts'
import { valuesOf } from '../mail/header-facts.ts'
import { readMailboxes } from '../mail/mailboxes.ts'
import { leavesOf, type Part } from '../mail/part-tree.ts'
import { readParts } from '../mail/read-parts.ts'
import { decodeTransfer } from '../mail/transfer-encoding.ts'
import { type ReportEnvelope, readReportEnvelope } from './report-envelope.ts'

/** A journal report taken apart: the mail that it reports, byte for byte, and who took part in it. */
export interface JournalReport {
  source: Uint8Array
  envelope: ReportEnvelope
}

/** A longer text lists no recipients. */
const ENVELOPE_BYTES = 4 * 1024 * 1024

/**
 * Takes a journal report of Exchange apart. Null when the mail is none, `unreadable` when it says that it is one and
 * cannot be taken apart. A stranger's mail could look the same and reach the door as a mere copy, so a report must name
 * in its To the secret address that it is sent to, which strangers do not know.
 */
export function readJournalReport(source: Uint8Array, secretPart: string): JournalReport | 'unreadable' | null {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const { root } = readParts(bytes)
  if (!isReport(root)) return null
  if (!namesSecret(root, secretPart)) return 'unreadable'
  const leaves = leavesOf(root)
  const [text] = leaves.filter(part => part.type === 'text/plain')
  const [mail, second] = leaves.filter(part => part.type === 'message/rfc822')
  if (!text || !mail || second) return 'unreadable'
  const envelope = readReportEnvelope(textOf(bytes, text))
  const inner = bytesOf(bytes, mail)
  return envelope && inner.byteLength > 0 ? { source: inner, envelope } : 'unreadable'
}

/** The field with which Exchange since 2007 and Exchange Online mark their reports; it stands there without a value. */
function isReport({ fields }: Part): boolean {
  return fields.some(({ name }) => name === 'x-ms-journal-report')
}

function namesSecret({ fields }: Part, secretPart: string): boolean {
  return readMailboxes(valuesOf(fields, 'to')).some(({ address }) => address.split(/[+@]/)[0] === secretPart)
}

function textOf(source: Buffer, part: Part): string {
  const body = source.subarray(part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + ENVELOPE_BYTES))
  return decodeText(decodeTransfer(body, part.encoding).bytes, parameter(part.typeRest, 'charset')).text
}

/** A mail within a mail travels as it is; only some gateways encode it against the rule (RFC 2046, 5.2.1). */
function bytesOf(source: Buffer, part: Part): Buffer {
  const body = source.subarray(part.bodyStart, part.bodyEnd)
  const isEncoded = part.encoding === 'base64' || part.encoding === 'quoted-printable'
  return isEncoded ? decodeTransfer(body, part.encoding).bytes : body
}
