import { decodeText, isUtf7 } from './decode-text.ts'
import { parameter } from './field-parameters.ts'
import { unfoldFlowed } from './flowed-text.ts'
import type { Field } from './header-fields.ts'
import { htmlToText } from './html-to-text.ts'
import type { Mark } from './parsed-message.ts'
import { isMultipart, isNamed, leavesOf, type Part } from './part-tree.ts'
import { readParts } from './read-parts.ts'
import { decodeTransfer } from './transfer-encoding.ts'

/** A part that is no text to be shown, with its decoded bytes. */
export type Leaf = {
  part: Part
  bytes: Buffer
}

/** A message in a form that every MIME parser reads alike. */
export type Mended = {
  /** UTF-8 throughout; in place of each attachment's bytes stands its index in `leaves`. */
  source: Buffer
  leaves: Leaf[]
  root: Part
  /** The header of the message as it came, before mending. */
  fields: Field[]
  marks: Set<Mark>
}

type Mending = { leaves: Leaf[]; marks: Set<Mark>; shown: Set<Part>; boundaries: number; textBytes: number }

/** More text than this is a log or an attack, and too much for search. */
const TEXT_BYTES = 8 * 1024 * 1024

/**
 * Rewrites a hostile or sloppy message so that postal-mime reads it as its sender meant: one kind of line end,
 * all letters in UTF-8, no part beyond the limits, every delimiter ours. Attachments are decoded here once and
 * kept out of the rewritten source, which also keeps their bytes exact.
 */
export function mendSource(source: Buffer): Mended {
  const { root, marks } = readParts(source)
  const mending: Mending = { leaves: [], marks, shown: shownParts(root), boundaries: 0, textBytes: 0 }
  const chunks: string[] = []
  for (const { name, value } of root.fields) {
    if (!name.startsWith('content-')) chunks.push(`${name}: ${value}\n`)
  }
  writePart(root, source, mending, chunks)
  return { source: Buffer.from(chunks.join('')), leaves: mending.leaves, root, fields: root.fields, marks }
}

/** The parts shown as the message's text: text without a file name, and the very first one even with a name. */
function shownParts(root: Part): Set<Part> {
  const texts = leavesOf(root).filter(({ type, disposition }) => isText(type) && disposition !== 'attachment')
  return new Set(texts.filter((part, index) => index === 0 || !isNamed(part)))
}

function isText(type: string): boolean {
  return type === 'text/plain' || type === 'text/html'
}

function writePart(part: Part, source: Buffer, mending: Mending, chunks: string[]) {
  markProtection(part, mending.marks)
  if (isMultipart(part)) return writeMultipart(part, source, mending, chunks)

  const { bytes, broken } = decodeTransfer(source.subarray(part.bodyStart, part.bodyEnd), part.encoding)
  if (broken) mending.marks.add('bad-encoding')
  for (const { name, value } of part.fields) {
    if (name === 'content-id' || name === 'content-description') chunks.push(`${name}: ${value}\n`)
  }
  if (mending.shown.has(part) && mayShow(bytes, mending)) writeText(part, bytes, mending, chunks)
  else writeAttachment(part, bytes, mending, chunks)
}

/** Counts a text against what the whole message may show. */
function mayShow({ length }: Buffer, mending: Mending): boolean {
  mending.textBytes += length
  if (mending.textBytes > TEXT_BYTES) mending.marks.add('text-too-long')
  return mending.textBytes <= TEXT_BYTES
}

function writeMultipart(part: Part, source: Buffer, mending: Mending, chunks: string[]) {
  mending.boundaries += 1
  const boundary = `part-${mending.boundaries}-of-message`
  chunks.push(`content-type: ${part.type}; boundary="${boundary}"\n\n`)
  for (const child of part.children) {
    chunks.push(`--${boundary}\n`)
    writePart(child, source, mending, chunks)
  }
  chunks.push(`--${boundary}--\n`)
}

function writeText(part: Part, bytes: Buffer, { marks }: Mending, chunks: string[]) {
  const charset = parameter(part.typeRest, 'charset') ?? charsetInHtml(part, bytes)
  const { text, guessed, broken } = decodeText(bytes, charset)
  const type = isUtf7(charset) ? 'text/plain' : part.type
  if (guessed) marks.add('charset-guessed')
  if (broken) marks.add('bad-encoding')
  if (text.includes('\0')) marks.add('nul-bytes')
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text)) marks.add('encrypted')
  if (/^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text)) marks.add('signed')

  const shown = type === part.type ? unfold(part, text) : htmlToText(text)
  chunks.push(`content-type: ${type}; charset=utf-8\ncontent-transfer-encoding: base64\n\n`)
  chunks.push(`${Buffer.from(shown).toString('base64')}\n`)
}

function unfold({ type, typeRest }: Part, text: string): string {
  if (type !== 'text/plain' || parameter(typeRest, 'format')?.toLowerCase() !== 'flowed') return text
  return unfoldFlowed(text, { deletesBlank: parameter(typeRest, 'delsp')?.toLowerCase() === 'yes' })
}

/** HTML without a declared charset may name it itself; ASCII can't hide that. */
function charsetInHtml(part: Part, bytes: Buffer): string | null {
  if (part.type !== 'text/html') return null
  const charset = /<meta[^>]{0,200}?charset=["']?([\w:.-]+)/i.exec(bytes.toString('latin1', 0, 2_000))?.[1] ?? null
  return charset !== null && /^utf-?(?:7|16|32)/i.test(charset) ? null : charset
}

function writeAttachment(part: Part, bytes: Buffer, { leaves }: Mending, chunks: string[]) {
  const type = isText(part.type) || part.type === 'message/rfc822' ? 'application/octet-stream' : part.type
  chunks.push(`content-type: ${type};${part.typeRest}\n`)
  chunks.push(`content-disposition: attachment;${part.dispositionRest}\n\n${leaves.length}\n`)
  leaves.push({ part, bytes })
}

/** S/MIME and PGP are kept as they are; nothing decrypted is ever mixed with clear text. */
function markProtection({ type, typeRest }: Part, marks: Set<Mark>) {
  const isSigned = /^(?:multipart\/signed|application\/(?:x-)?pkcs7-signature|application\/pgp-signature)$/.test(type)
  const isSealed = /^(?:multipart\/encrypted|application\/pgp-encrypted|application\/(?:x-)?pkcs7-mime)$/.test(type)
  const isSignedData = isSealed && /signed-data/i.test(parameter(typeRest, 'smime-type') ?? '')
  if (isSigned || isSignedData) marks.add('signed')
  else if (isSealed) marks.add('encrypted')
}
