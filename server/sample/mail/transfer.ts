import iconv from 'iconv-lite'
import type { Transfer } from '../story/planned-mail.ts'

/** A text made ready to travel, with the words for its Content-Type and Content-Transfer-Encoding. */
export type TravellingText = {
  charset: string | null
  encoding: 'quoted-printable' | 'base64' | '8bit' | '7bit'
  body: Buffer
}

/** Letters that people's older programs write plainly, because ISO-8859-2 has no typographic marks. */
const plainMarks: Record<string, string> = { '„': '"', '”': '"', '–': '-', '—': '-', '…': '...', '’': "'", '²': '2' }

/** Encodes a text of CRLF lines; what its charset cannot say travels as UTF-8. */
export function encodeText(text: string, transfer: Transfer): TravellingText {
  const [wanted, way] = transfer.split(' ') as [string, 'quoted' | 'base64' | '8bit' | 'undeclared']
  const plain =
    wanted === 'utf-8'
      ? text
      : text.replace(/[„”–—…’²]/g, mark =>
          wanted === 'iso-8859-2' || mark === '²' ? (plainMarks[mark] ?? mark) : mark,
        )
  const bytes = encodeIn(plain, wanted)
  if (!bytes) return encodeText(text, 'utf-8 quoted')
  if (bytes.every(byte => byte < 128) && longestLine(plain) < 990 && way !== 'base64')
    return { charset: way === 'undeclared' ? null : 'us-ascii', encoding: '7bit', body: bytes }
  if (way === 'base64') return { charset: wanted, encoding: 'base64', body: base64Lines(bytes) }
  if (way === 'quoted' || longestLine(plain) > 990)
    return { charset: wanted, encoding: 'quoted-printable', body: quotedPrintable(bytes) }
  return { charset: way === 'undeclared' ? null : wanted, encoding: '8bit', body: bytes }
}

/** The bytes of a text in a charset, or null when the charset lacks a letter. */
export function encodeIn(text: string, charset: string): Buffer | null {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8')
  const bytes = iconv.encode(text, charset)
  return iconv.decode(bytes, charset) === text ? bytes : null
}

/** Base64 in lines of 76 characters. */
export function base64Lines(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return Buffer.from(`${text.replace(/.{76}(?=.)/g, '$&\r\n')}\r\n`, 'latin1')
}

const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)

/** Quoted-printable by RFC 2045, section 6.7. */
function quotedPrintable(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split('\r\n').map(quotedLine)
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

function quotedLine(line: string): string {
  let result = ''
  let length = 0
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index)
    const isLast = index === line.length - 1
    const isPlain = (code > 32 && code < 127 && code !== 61) || (code === 32 && !isLast)
    const written = isPlain ? (line[index] ?? '') : (HEX[code] ?? '')
    if (length + written.length > 75) {
      result += '=\r\n'
      length = 0
    }
    result += written
    length += written.length
  }
  return result
}

function longestLine(text: string): number {
  return text.split('\r\n').reduce((longest, line) => Math.max(longest, line.length), 0)
}
