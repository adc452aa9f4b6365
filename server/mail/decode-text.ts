import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { correctCharset, guessCharset } from './guess-charset.ts'

/** Text read from bytes, and what had to be done to read it. */
export type DecodedText = {
  text: string
  guessed: boolean
  broken: boolean
}

/** Code pages in which every byte is some letter, so a wrong declaration goes unnoticed. */
const SINGLE_BYTE = /^(?:iso-8859-\d+|windows-125\d|macintosh)$/
const STATEFUL = /^(?:utf-?7|unicode-1-1-utf-7|utf-?16|utf-?32|ucs-?2|iso-?2022|hz)/
const UTF8_CHARACTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g
const UTF8_OR_STRAY = new RegExp(`(?:${UTF8_CHARACTER.source})+|([\\x80-\\xff])`, 'g')
const PROBE_BYTES = 64 * 1024
const UNKNOWN = /^(?:|us-ascii|ascii|ansi_x3\.4-1968|unknown(?:-8bit)?|x-unknown|8bit|7bit|binary|default|none)$/

/**
 * Reads text in its declared charset, and finds the true one where none, an impossible or a wrong one
 * is declared, which is common in mail made by shop and accounting programs.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const label = (declared ?? '').toLowerCase().replace(/["'\s]/g, '')
  if (STATEFUL.test(label)) return fromStateful(bytes, label)
  if (isAscii(bytes)) return read(bytes, 'utf-8', { guessed: false })

  const charset = knownCharset(label)
  if (isMultiByte(charset)) return strictly(bytes, charset)
  if (charset === 'utf-8') return isUtf8(bytes) ? read(bytes, charset, { guessed: false }) : fromBrokenUtf8(bytes)
  if (isPlainlyUtf8(bytes)) return read(bytes, 'utf-8', { guessed: charset !== null })
  if (charset === null && !UNKNOWN.test(label) && iconv.encodingExists(label)) {
    return { text: iconv.decode(Buffer.from(bytes), label as 'utf8'), guessed: false, broken: false }
  }
  if (charset === null) return read(bytes, guessCharset(bytes), { guessed: true })

  const chosen = SINGLE_BYTE.test(charset) ? correctCharset(bytes, charset) : charset
  return read(bytes, chosen, { guessed: chosen !== charset })
}

/**
 * Whether undeclared bytes are UTF-8 and not only look so: the ÓŁ of SPÓŁKA in windows-1250
 * is at the same time one rare Cyrillic letter in UTF-8.
 */
export function isPlainlyUtf8(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false
  if (isAscii(bytes)) return true
  const foreign = new TextDecoder().decode(bytes.subarray(0, PROBE_BYTES)).match(/\p{L}*[^\0-\x7f]\p{L}*/gu) ?? []
  return !foreign.every(word => /[A-Za-z]/.test(word) && /^[A-Za-z\u0400-\u07ff]+$/.test(word))
}

function read(bytes: Uint8Array, charset: string, { guessed }: { guessed: boolean }): DecodedText {
  return { text: new TextDecoder(charset).decode(bytes), guessed, broken: false }
}

/** UTF-7 is text, never HTML: browsers stopped reading it because scripts were smuggled in it. */
export function isUtf7(declared: string | null): boolean {
  return /^(?:utf-?7|unicode-1-1-utf-7)/i.test((declared ?? '').trim())
}

function fromStateful(bytes: Uint8Array, label: string): DecodedText {
  const charset = knownCharset(label)
  if (charset) return strictly(bytes, charset)
  const name = isUtf7(label) ? 'utf-7' : label
  if (!iconv.encodingExists(name)) return decodeText(bytes, null)
  return { text: iconv.decode(Buffer.from(bytes), name as 'utf8'), guessed: false, broken: false }
}

function strictly(bytes: Uint8Array, charset: string): DecodedText {
  const text = new TextDecoder(charset).decode(bytes)
  const broken = text.includes('\ufffd')
  if (broken && isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), guessed: true, broken: false }
  return { text, guessed: false, broken }
}

/** UTF-8 with a few strange bytes stays UTF-8 and those are read as windows-1250; with many it never was UTF-8. */
function fromBrokenUtf8(bytes: Uint8Array): DecodedText {
  const raw = Buffer.from(bytes).toString('latin1')
  const right = raw.match(UTF8_CHARACTER)?.length ?? 0
  const wrong = raw.replace(UTF8_CHARACTER, '').match(/[\x80-\xff]/g)?.length ?? 0
  if (wrong > right / 4)
    return { text: new TextDecoder(guessCharset(bytes)).decode(bytes), guessed: true, broken: false }

  const text = raw.replace(UTF8_OR_STRAY, (match: string, stray?: string) => {
    const decoder = new TextDecoder(stray === undefined ? 'utf-8' : 'windows-1250')
    return decoder.decode(Buffer.from(match, 'latin1'))
  })
  return { text, guessed: false, broken: true }
}

function isMultiByte(charset: string | null): charset is string {
  return charset !== null && /^(?:gb|big5|euc-|shift_jis|iso-2022|utf-16)/.test(charset)
}

/** The charset's standard name, or null when the label names none that decides. Latin 1 is read as windows-1252, as browsers do. */
function knownCharset(label: string): string | null {
  if (UNKNOWN.test(label)) return null
  for (const spelling of [
    label,
    label.replace(/^x-/, ''),
    label.replace(/^(?:x-)?(?:cp|ms|win)-?(?=\d)/, 'windows-'),
  ]) {
    try {
      return new TextDecoder(spelling).encoding
    } catch {
      // Not a label of the Encoding Standard; try the next spelling.
    }
  }
  return null
}
