import { decodeText } from '../../mail/decode-text.ts'
import { htmlToText } from '../../mail/html-to-text.ts'
import type { Page } from './page.ts'
import { readXmlText } from './read-xml.ts'

const LOOKED_AT = 65_536
/** Of what calls itself text so much may be signs that no text holds. */
const MOST_ODD = 0.02
/** More would only be thrown away when the page is full. */
const MOST_BYTES = 8 * 1024 * 1024

/** Whether bytes can be text at all, in whatever code page. */
export function isPlainText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, LOOKED_AT)
  if (sample.length === 0) return false
  if (utf16Of(sample) !== null) return true
  let odd = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) odd += 1
  return !sample.includes(0) && odd <= sample.length * MOST_ODD
}

export function readPlain(bytes: Buffer, page: Page) {
  page.add(decoded(bytes, null))
}

/** The text that a reader of the page sees; nothing of it runs or loads. */
export function readHtml(bytes: Buffer, page: Page) {
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.toString('latin1', 0, 4_096))
  page.add(htmlToText(decoded(bytes, declared?.[1] ?? null)))
}

/** What stands between the tags, as in an invoice for machines. What is not well formed is read as it stands. */
export function readXml(bytes: Buffer, page: Page) {
  const xml = decoded(
    bytes,
    /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/.exec(bytes.toString('latin1', 0, 400))?.[1] ?? null,
  )
  const isWellFormed = readXmlText(xml, page)
  if (!isWellFormed) page.add(xml.replace(/<[^<>]{0,2000}>/g, ' '))
}

function decoded(bytes: Buffer, declared: string | null): string {
  const start = bytes.subarray(0, MOST_BYTES)
  const utf16 = utf16Of(start)
  return utf16 ? new TextDecoder(utf16).decode(start) : decodeText(start, declared).text.replace(/^\ufeff/, '')
}

/** Only with its mark: without one, nothing tells it from bytes of other sorts. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
