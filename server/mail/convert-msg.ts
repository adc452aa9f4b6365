import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { FieldsData } from '@kenjiuno/msgreader'
import MailComposer from 'nodemailer/lib/mail-composer'
import { isSoundOle } from './sound-ole.ts'
import { joinHeaders, namesSender, withoutFields } from './transport-headers.ts'

/** A file that calls itself a .msg and holds no message. */
class NoMessage extends Error {
  override readonly name = 'NoMessage'
}

type Library = typeof import('@kenjiuno/msgreader')
type Reader = InstanceType<Library['default']>
type Address = { name: string; address: string }

// A CommonJS module whose class is its member `default`; an import would find it in another place under each loader.
const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as Library

/** Messages within messages become mail; deeper ones stay .msg files. */
const DEPTH = 3
/** [MS-OXPROPS]: PidTagInReplyToId and PidTagInternetReferences. */
const IN_REPLY_TO = '1042'
const REFERENCES = '1039'

/**
 * Writes the message that Outlook saved as .msg in the form in which mail travels: with the header that it travelled
 * with, else with one made from its properties. The same .msg gives the same bytes each time.
 */
export async function convertMsg(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
  if (!isSoundOle(Buffer.from(own.buffer))) throw new NoMessage()
  const reader = new MsgReader(own.buffer)
  reader.parserConfig = { includeRawProps: true, ansiEncoding: 'cp1250' }
  const fields = reader.getFileData()
  if (fields.dataType !== 'msg') throw new NoMessage()
  const boundary = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  return new Uint8Array(await compose(fields, reader, { boundary, depth: 1 }))
}

async function compose(fields: FieldsData, reader: Reader, at: { boundary: string; depth: number }): Promise<Buffer> {
  const headers = wordsOf(fields.headers)
  const messageId = wordsOf(fields.messageId)
  const subject = wordsOf(fields.subject)
  const date = dateOf(fields)
  const from = senderOf(fields)
  const html = htmlOf(fields)
  const plain = wordsOf(fields.body)
  if (!from && subject === '' && plain === '' && html === null && !namesSender(headers)) throw new NoMessage()
  const mail = new MailComposer({
    // Nothing outside this message is ever read, whatever it names.
    disableFileAccess: true,
    disableUrlAccess: true,
    baseBoundary: at.boundary,
    ...(from && { from }),
    ...recipientsOf(fields),
    subject,
    ...(date && { date }),
    ...(messageId && { messageId }),
    ...threadOf(fields),
    ...(plain !== '' && { text: plain }),
    ...(html !== null && { html }),
    ...(plain === '' && html === null && { text: '' }),
    attachments: await attachmentsOf(fields, reader, at),
  } as ConstructorParameters<typeof MailComposer>[0]).compile()
  mail.keepBcc = true
  const whole = await mail.build()
  const end = whole.indexOf('\r\n\r\n')
  const composed = whole.toString('latin1', 0, end)
  const invented = new Set([...(date ? [] : ['date']), ...(messageId ? [] : ['message-id'])])
  const header = namesSender(headers) ? joinHeaders(headers, composed) : withoutFields(composed, invented)
  return Buffer.concat([Buffer.from(header), whole.subarray(end)])
}

async function attachmentsOf(fields: FieldsData, reader: Reader, at: { boundary: string; depth: number }) {
  const attachments = []
  for (const [index, file] of (fields.attachments ?? []).entries()) {
    const inner = file.innerMsgContentFields
    if (inner && at.depth < DEPTH) {
      const content = await compose(inner, reader, { boundary: `${at.boundary}${index}`, depth: at.depth + 1 })
      attachments.push({ contentType: 'message/rfc822', content, contentDisposition: 'attachment' as const })
      continue
    }
    const { fileName, content } = reader.getAttachment(file)
    const type = /^[\w.+-]+\/[\w.+-]+$/.exec(wordsOf(file.attachMimeTag))?.[0]
    const cid = wordsOf(file.pidContentId)
    attachments.push({
      filename: wordsOf(fileName) || wordsOf(file.name) || 'attachment',
      content: Buffer.from(content),
      contentType: type && !/^(?:message|multipart)\//i.test(type) ? type : 'application/octet-stream',
      ...(cid && { cid }),
    })
  }
  return attachments
}

function senderOf(fields: FieldsData): Address | null {
  const { senderSmtpAddress, senderEmail, sentRepresentingSmtpAddress, creatorSMTPAddress, senderName } = fields
  const known = [senderSmtpAddress, senderEmail, sentRepresentingSmtpAddress, creatorSMTPAddress]
  const address = known.find(isAddress) ?? ''
  const name = wordsOf(senderName)
  return address || name ? { name, address } : null
}

function recipientsOf({ recipients }: FieldsData) {
  const of = (type: string) =>
    (recipients ?? [])
      .filter(({ recipType }) => (recipType ?? 'to') === type)
      .map(({ name, smtpAddress, email }) => ({
        name: wordsOf(name),
        address: [smtpAddress, email].find(isAddress) ?? '',
      }))
  return { to: of('to'), cc: of('cc'), bcc: of('bcc') }
}

function threadOf({ rawProps }: FieldsData) {
  const textOf = (id: string) =>
    wordsOf(rawProps?.find(({ propertyTag }) => propertyTag?.toLowerCase().startsWith(id))?.value)
  const [inReplyTo, references] = [textOf(IN_REPLY_TO), textOf(REFERENCES)]
  return { ...(inReplyTo && { inReplyTo }), ...(references && { references }) }
}

/** When it was sent, else when it came. */
function dateOf({ clientSubmitTime, messageDeliveryTime }: FieldsData): Date | null {
  const date = new Date(clientSubmitTime ?? messageDeliveryTime ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}

/** The HTML in its own letters; the part is written in UTF-8 and says so. */
function htmlOf({ html, bodyHtml, internetCodepage }: FieldsData): string | null {
  if (html instanceof Uint8Array) return new TextDecoder(labelOf(internetCodepage ?? 65_001)).decode(html)
  return wordsOf(bodyHtml) || null
}

function labelOf(codePage: number): string {
  // Of this row of standards there is no twelfth.
  if (codePage >= 28_591 && codePage <= 28_605 && codePage !== 28_602) return `iso-8859-${codePage - 28_590}`
  return codePage >= 1_250 && codePage <= 1_258 ? `windows-${codePage}` : 'utf-8'
}

function isAddress(text: unknown): text is string {
  return typeof text === 'string' && /^[^\s@<>\0]+@[^\s@<>\0]+$/.test(text)
}

/** A damaged file has numbers and bytes where text should be. */
function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\0/g, '').toWellFormed() : ''
}
