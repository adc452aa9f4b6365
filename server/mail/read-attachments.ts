import { createHash } from 'node:crypto'
import type { Attachment as PostalAttachment } from 'postal-mime'
import { cleanFileName, cleanLine } from './clean-text.ts'
import { guessDocumentType } from './document-type.ts'
import { decodeEncodedWords } from './encoded-words.ts'
import { firstValue, readHeader } from './header-fields.ts'
import { readLines } from './line-reader.ts'
import { mediaTypeOf } from './media-type.ts'
import type { Leaf } from './mend-source.ts'
import type { Attachment } from './parsed-message.ts'

const HEADER_LINES = 200
/** Parts that only repeat the text in another form and have no file name. */
const OTHER_FORMS = /^text\/(?:calendar|x-amp-html|watch-html|enriched)$/

/** Joins what postal-mime read of each attachment's header with the bytes that were kept aside. */
export function readAttachments(read: PostalAttachment[], leaves: Leaf[], html: string | null): Attachment[] {
  const attachments: Attachment[] = []
  for (const attachment of read) {
    const leaf = leaves[indexIn(attachment)]
    if (leaf) attachments.push(toAttachment(attachment, leaf, html))
  }
  return attachments
}

/** In the mended source an attachment's body is the index of its bytes. */
function indexIn({ content }: PostalAttachment): number {
  return Number.parseInt(
    typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('latin1'),
    10,
  )
}

function toAttachment(read: PostalAttachment, { part, bytes }: Leaf, html: string | null): Attachment {
  return describeFile({ name: read.filename ?? '', contentId: read.contentId ?? '', ...part, bytes }, html)
}

/** A file as it came, with what its carrier says of it. */
export type CarriedFile = {
  name: string
  /** Media type as declared, lower case. */
  type: string
  contentId: string
  /** As declared; '' where nothing is. */
  disposition: string
  bytes: Buffer
}

/** Makes a file an attachment: its name cleaned, its type told by its content, its bytes its own. */
export function describeFile(file: CarriedFile, html: string | null): Attachment {
  const content = ownBytes(file.bytes)
  const isMessage = file.type === 'message/rfc822'
  const type = isMessage || OTHER_FORMS.test(file.type) ? file.type : mediaTypeOf(content, file.type)
  const name = cleanFileName(file.name) || (isMessage ? nameOfMessage(file.bytes) : '')
  const contentId = cleanLine(file.contentId).replace(/^<|>$/g, '').slice(0, 500).toWellFormed() || null
  const disposition =
    file.disposition === 'inline' || (file.disposition === '' && contentId !== null) ? 'inline' : 'attachment'
  const isShown = contentId !== null && (html?.includes(`cid:${contentId}`) ?? false)
  return {
    name,
    type,
    size: content.length,
    hash: createHash('sha256').update(content).digest('hex'),
    disposition,
    contentId,
    documentType: guessDocumentType({ name, type, content, disposition, isShown }),
    content,
  }
}

/** A forwarded message without a file name is called by its subject. */
function nameOfMessage(bytes: Buffer): string {
  const lines = readLines(bytes, 0)
  const header: Buffer[] = []
  while (header.length < HEADER_LINES && lines.advance() && lines.end > lines.start)
    header.push(bytes.subarray(lines.start, lines.end))
  const subject = decodeEncodedWords(firstValue(readHeader(header).fields, 'subject') ?? '')
  const name = cleanFileName(subject.replace(/[/\\]/g, '-'))
  return name === '' ? '' : `${name.slice(0, 196).toWellFormed()}.eml`
}

/** Bytes in a buffer of their own, so that it can be handed to another thread without taking others' bytes along. */
function ownBytes(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = bytes
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength <= length * 1.1 + 64 && length > 4_096
  return isOwn ? new Uint8Array(buffer, byteOffset, length) : new Uint8Array(bytes)
}
