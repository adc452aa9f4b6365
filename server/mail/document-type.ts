import type { DocumentType } from '../../shared/kind.ts'
import { decodeText } from './decode-text.ts'
import { documentTypeInWords } from './document-words.ts'
import { htmlToText } from './html-to-text.ts'
import { xmlRoot } from './xml-root.ts'

/** What is looked at to tell what an attachment is. */
export type Candidate = {
  name: string
  /** Media type by content. */
  type: string
  content: Uint8Array
  disposition: 'attachment' | 'inline'
  /** The HTML of the message shows it in its text. */
  isShown: boolean
}

/** Smaller pictures are logos, icons and tracking pixels. */
const PICTURE_BYTES = 5 * 1024
/** How much of a text is read: its title, not what it mentions further down. */
const TITLE_LENGTH = 300
const PROBE_BYTES = 64 * 1024
const MACHINE_TYPES =
  /^(?:application\/(?:pgp-\w+|(?:x-)?pkcs7-(?:signature|mime)|ics)|message\/(?:delivery-status|global-delivery-status|disposition-notification|feedback-report)|text\/(?:rfc822-headers|calendar|x-amp-html|watch-html|enriched|(?:x-)?vcard|directory))$/
const MACHINE_NAMES = /^(?:signature\.asc|encrypted\.asc|openpgp_.*\.asc|smime\.p7[sm]|.*\.(?:ics|vcf))$/i
/** Root elements of structured invoices and orders: `Faktura` is that of the Polish KSeF (schemas FA), the others of UBL and of EDI. */
const XML_ROOTS = new Map<string, DocumentType>([
  ['faktura', 'invoice'],
  ['invoice', 'invoice'],
  ['creditnote', 'invoice'],
  ['crossindustryinvoice', 'invoice'],
  ['document-invoice', 'invoice'],
  ['order', 'order'],
  ['document-order', 'order'],
  ['quotation', 'offer'],
])

/** Guesses what kind of document an attachment is, by its content first; null when it is none and stays with its mail. */
export function guessDocumentType(candidate: Candidate): DocumentType | null {
  const { name, type } = candidate
  if (MACHINE_TYPES.test(type) || MACHINE_NAMES.test(name)) return null

  const byName = documentTypeInWords(withoutExtension(name))
  if (type.startsWith('image/')) return isDecoration(candidate) ? null : (byName ?? 'document')
  return typeInContent(candidate) ?? byName ?? 'document'
}

/** Logos in signatures, icons and pixels; a scan with a telling name is none, unless it is tiny. */
function isDecoration({ name, content, disposition, isShown }: Candidate): boolean {
  if (content.length < PICTURE_BYTES) return true
  if (documentTypeInWords(withoutExtension(name)) !== null) return false
  return isShown || (disposition === 'inline' && /^image\d{3}\.\w+$/i.test(name))
}

function typeInContent({ type, content }: Candidate): DocumentType | null {
  if (type === 'application/xml' || type.endsWith('/xml')) return XML_ROOTS.get(xmlRoot(readStart(content))) ?? null
  if (type === 'text/html') return documentTypeInWords(htmlToText(readStart(content)).slice(0, TITLE_LENGTH))
  return type === 'text/plain' ? documentTypeInWords(readStart(content).slice(0, TITLE_LENGTH)) : null
}

function readStart(content: Uint8Array): string {
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)
  const wide = content[0] === 0xff ? 'utf-16le' : 'utf-16be'
  return decodeText(content.subarray(0, PROBE_BYTES), isWide ? wide : null).text
}

function withoutExtension(name: string): string {
  return name.replace(/\.\w{1,5}$/, '')
}
