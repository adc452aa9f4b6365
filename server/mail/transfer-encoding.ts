const EQUALS = 0x3d
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** A part's bytes as its sender had them, and whether the encoding was broken somewhere. */
export type Decoded = {
  bytes: Buffer
  broken: boolean
}

/** Undoes a Content-Transfer-Encoding. What is broken is skipped, never refused. */
export function decodeTransfer(body: Buffer, encoding: string): Decoded {
  if (encoding === 'base64') return decodeBase64(body)
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(unifyLineEnds(body))
  if (encoding === 'binary') return { bytes: body, broken: false }
  return { bytes: unifyLineEnds(body), broken: false }
}

/** Decodes base64, also when each line was padded on its own, or when a list added plain text below. */
export function decodeBase64(body: Buffer): Decoded {
  const source = body.toString('latin1')
  const strange = source.search(/[^A-Za-z0-9+/=\s]/) >= 0
  const padding = source.indexOf('=')
  const padded = padding >= 0 && /[^=\s]/.test(source.slice(padding))
  if (!strange && !padded) return { bytes: Buffer.from(source, 'base64'), broken: isCutShort(source, padding) }

  const encoded = strange ? withoutForeignTail(source) : source
  if (!looksEncoded(encoded)) return { bytes: unifyLineEnds(body), broken: true }
  const units = encoded.replace(/[^A-Za-z0-9+/=]+/g, '').split(/=+/)
  return { bytes: Buffer.concat(units.map(unit => Buffer.from(unit, 'base64'))), broken: strange }
}

/** A last group of one character encodes nothing, so something is missing. */
function isCutShort(source: string, padding: number): boolean {
  const data = (padding < 0 ? source : source.slice(0, padding)).replace(/\s+/g, '')
  return data.length % 4 === 1
}

/** Plain text that merely claims to be base64 has blanks within its lines. */
function looksEncoded(source: string): boolean {
  const sample = source.slice(0, 4_000)
  const foreign = sample.match(/[^A-Za-z0-9+/=\r\n]/g)?.length ?? 0
  return foreign < sample.length / 12
}

/** Mailing lists write their footer below the encoded text; it must not be decoded as if it were data. */
function withoutForeignTail(source: string): string {
  const end = /=[ \t]*[\r\n]+(?=[^\r\n]*[^A-Za-z0-9+/=\s])/.exec(source)
  return end ? source.slice(0, end.index) : source
}

/** Decodes quoted-printable. An escape that is none stays as it is. */
export function decodeQuotedPrintable(body: Buffer): Decoded {
  const bytes = Buffer.allocUnsafe(body.length)
  let written = 0
  let broken = false
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index] ?? 0
    if (byte !== EQUALS) {
      bytes[written++] = byte
      continue
    }
    const value = hexByte(body[index + 1], body[index + 2])
    const lineEnd = value < 0 ? softBreakEnd(body, index + 1) : -1
    if (value >= 0) {
      bytes[written++] = value
      index += 2
    } else if (lineEnd >= 0) {
      index = lineEnd
    } else {
      bytes[written++] = byte
      broken = true
    }
  }
  return { bytes: bytes.subarray(0, written), broken }
}

/** Where a soft line break that starts after `=` ends, or -1 when there is none. Blanks may follow the sign. */
function softBreakEnd(body: Buffer, from: number): number {
  let index = from
  while (body[index] === 0x20 || body[index] === 0x09) index += 1
  if (index >= body.length) return body.length
  if (body[index] === CARRIAGE_RETURN && body[index + 1] === LINE_FEED) return index + 1
  return body[index] === LINE_FEED ? index : -1
}

function hexByte(high: number | undefined, low: number | undefined): number {
  const value = hexDigit(high) * 16 + hexDigit(low)
  return Number.isNaN(value) ? -1 : value
}

function hexDigit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN
}

/**
 * Gives text one kind of line end, CRLF as MIME has it, so that the same text has the same bytes
 * whether a store kept it with LF, CRLF, CRCRLF or bare CR.
 */
export function unifyLineEnds(body: Buffer): Buffer {
  if (hasOnlyCrlf(body)) return body
  return Buffer.from(body.toString('latin1').replace(/\r*\n|\r/g, '\r\n'), 'latin1')
}

function hasOnlyCrlf(body: Buffer): boolean {
  for (let at = body.indexOf(LINE_FEED); at >= 0; at = body.indexOf(LINE_FEED, at + 1)) {
    if (body[at - 1] !== CARRIAGE_RETURN || body[at - 2] === CARRIAGE_RETURN) return false
  }
  for (let at = body.indexOf(CARRIAGE_RETURN); at >= 0; at = body.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (body[at + 1] !== LINE_FEED) return false
  }
  return true
}
