import { isPlainText } from './read-plain.ts'

/** How the bytes of a document are read for their text. */
export type Sort = 'pdf' | 'zip' | 'ole' | 'rtf' | 'html' | 'xml' | 'mail' | 'plain'

const LOOKED_AT = 4_096
const OLE = 'd0cf11e0a1b11ae1'
/** A mail as a file begins with fields, some of which every mail has. */
const MAIL = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/
const MAIL_FIELD = /^(?:from|received|return-path|date|subject|message-id|delivered-to|mime-version):/gim

/**
 * Tells a document by its bytes alone: they are read once for all who have them, so no name that somebody gave them may
 * play a part. Null where there is no text to be read.
 */
export function sortOf(bytes: Buffer): Sort | null {
  const start = bytes.toString('latin1', 0, LOOKED_AT)
  // Readers take a PDF that begins a little later, and so do we.
  if (/%PDF-\d/.test(start.slice(0, 1_024))) return 'pdf'
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  if (bytes.toString('hex', 0, 8) === OLE) return 'ole'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (!isPlainText(bytes)) return null
  // In UTF-16 every other byte is none.
  const words = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')
  if (/^\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b/is.test(words)) return 'html'
  if (/^\s*<\?xml\b/.test(words)) return /<html\b/i.test(words) ? 'html' : 'xml'
  if (MAIL.test(words) && new Set(words.match(MAIL_FIELD)?.map(field => field.toLowerCase())).size >= 2) return 'mail'
  return 'plain'
}
