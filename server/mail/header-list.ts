import { cleanLine } from './clean-text.ts'
import { decodeEncodedWords } from './encoded-words.ts'
import type { Field } from './header-fields.ts'
import type { HeaderField } from './parsed-message.ts'
import { readParts } from './read-parts.ts'

/** More fields, longer values or more of them together say nothing that a rule could ask. */
const FIELDS = 200
const VALUE_LENGTH = 1_000
const TOTAL_LENGTH = 64_000
const HEADER_BYTES = 256 * 1024

/** The first fields of a header as plain lines: decoded, without control characters, within limits. */
export function listHeaderFields(fields: Field[]): HeaderField[] {
  const list: HeaderField[] = []
  let left = TOTAL_LENGTH
  for (const { name, value } of fields.slice(0, FIELDS)) {
    const words = cleanLine(decodeEncodedWords(value.slice(0, VALUE_LENGTH * 4)))
    const text = words.slice(0, Math.min(VALUE_LENGTH, left)).toWellFormed()
    left -= text.length
    if (left <= 0) break
    list.push({ name, value: text })
  }
  return list
}

/** The same from a source on its way, of which nothing but the beginning is read. */
export async function readHeaderList(source: AsyncIterable<Uint8Array>): Promise<HeaderField[]> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= HEADER_BYTES) break
  }
  const start = Buffer.concat(chunks).subarray(0, HEADER_BYTES)
  const ends = [start.indexOf('\r\n\r\n'), start.indexOf('\n\n')].filter(end => end > 0)
  const end = ends.length > 0 ? Math.min(...ends) : start.length
  return listHeaderFields(readParts(start.subarray(0, end)).root.fields)
}
