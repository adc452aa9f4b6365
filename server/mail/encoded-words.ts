import { decodeText } from './decode-text.ts'
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts'

type Words = { charset: string; bytes: Buffer[] }

const RUN = /=\?[^?\s]{1,80}\?[QqBb]\?[^?]*\?=(?:\s*=\?[^?\s]{1,80}\?[QqBb]\?[^?]*\?=)*/g
const WORD = /=\?([^?\s]{1,80})\?([QqBb])\?([^?]*)\?=/g

/**
 * Rewrites each run of RFC 2047 words as one UTF-8 word. Senders split words inside a character,
 * change the charset between words or declare a wrong one; after this any parser reads them right.
 */
export function unifyEncodedWords(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(RUN, run => `=?utf-8?B?${Buffer.from(decodeRun(run)).toString('base64')}?=`)
}

/** Decodes the RFC 2047 words of a header value. */
export function decodeEncodedWords(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(RUN, decodeRun)
}

/** Bytes of neighbours in one charset are joined before decoding, since a character may lie across them. */
function decodeRun(run: string): string {
  const words: Words[] = []
  for (const [, label = '', encoding = '', data = ''] of run.matchAll(WORD)) {
    const charset = (label.split('*')[0] ?? '').toLowerCase()
    const last = words.at(-1)
    if (last?.charset === charset) last.bytes.push(decodeWord(encoding, data))
    else words.push({ charset, bytes: [decodeWord(encoding, data)] })
  }
  return words.map(({ charset, bytes }) => decodeText(Buffer.concat(bytes), charset).text).join('')
}

function decodeWord(encoding: string, data: string): Buffer {
  if (encoding === 'B' || encoding === 'b') return decodeBase64(Buffer.from(data)).bytes
  return decodeQuotedPrintable(Buffer.from(data.replace(/_/g, ' ').replace(/=\s+(?=[0-9A-Fa-f])/g, '='))).bytes
}
