import { isAscii } from 'node:buffer'
import { decodeText, isPlainlyUtf8 } from './decode-text.ts'
import { unifyEncodedWords } from './encoded-words.ts'

/** One header field, unfolded, its letters decoded; encoded words in it are UTF-8 words. */
export type Field = {
  /** Lower case. */
  name: string
  value: string
}

/** The header of a message or of a part, and how it had to be read. */
export type Header = {
  fields: Field[]
  guessed: boolean
  hadNul: boolean
  /** Index of the line at which the text begins without an empty line before it, or null. */
  textFrom: number | null
}

/** Longer values serve attacks, not people; what lies beyond is not read. */
const VALUE_LENGTH = 1_000_000
const FIELD = /^([!-9;-~]{1,200})[ \t]*:/
const KNOWN =
  /^(?:from|to|cc|bcc|subject|date|message-id|received|mime-version|content-[a-z-]+|return-path|reply-to|sender|delivered-to|x-[a-z-]+)$/

/** Reads the lines of one header. */
export function readHeader(lines: Buffer[], charsetOfBody: string | null = null): Header {
  const texts = decodeLines(lines, charsetOfBody)
  const last = texts.lines.findLastIndex(line => KNOWN.test(nameOf(line)))
  const fields: Field[] = []
  let textFrom: number | null = null

  for (const [index, line] of texts.lines.entries()) {
    const name = nameOf(line)
    const open = fields.at(-1)
    if (name) fields.push({ name, value: line.slice(line.indexOf(':') + 1) })
    else if (/^[ \t]/.test(line) && open) unfold(open, line)
    else if (index > last) {
      textFrom = index
      break
    }
  }
  for (const field of fields)
    field.value = unifyEncodedWords(field.value.slice(0, VALUE_LENGTH).trim()).replace(/\0/g, '')
  return { fields, guessed: texts.guessed, hadNul: lines.some(line => line.includes(0)), textFrom }
}

/** Whether these fields can be a mail's header at all, and are no text with a colon in its first line. */
export function isMailHeader(fields: Field[]): boolean {
  return fields.some(({ name }) => KNOWN.test(name))
}

/** The first value of a field, or null. */
export function firstValue(fields: Field[], name: string): string | null {
  return fields.find(field => field.name === name)?.value ?? null
}

function nameOf(line: string): string {
  return FIELD.exec(line)?.[1]?.toLowerCase() ?? ''
}

function unfold(field: Field, line: string) {
  if (field.value.length < VALUE_LENGTH) field.value += line.slice(0, VALUE_LENGTH)
}

/** Raw letters above ASCII: UTF-8 where they are, else the body's code page, else whatever reads as Polish. */
function decodeLines(lines: Buffer[], charsetOfBody: string | null): { lines: string[]; guessed: boolean } {
  const foreign = lines.filter(line => !isPlainlyUtf8(line))
  if (foreign.length === 0) return { lines: lines.map(decodeUtf8), guessed: false }

  const all = decodeText(Buffer.concat(foreign), charsetOfBody)
  const replaced = new Map(splitLike(foreign, all.text).map((text, index) => [foreign[index], text]))
  return { lines: lines.map(line => replaced.get(line) ?? decodeUtf8(line)), guessed: true }
}

/** Cuts joint text back into its lines. In a single-byte charset each byte is one character; else each line stands alone. */
function splitLike(lines: Buffer[], text: string): string[] {
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  if (length !== text.length) return lines.map(line => decodeText(line, null).text)

  const ends: number[] = []
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length)
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
}

function decodeUtf8(line: Buffer): string {
  return isAscii(line) ? line.toString('latin1') : line.toString('utf8')
}
