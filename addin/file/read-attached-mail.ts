import PostalMime, { type Address, type Attachment } from 'postal-mime'
import type { ItemMessage, MailPerson } from '../../shared/item-message.ts'
import { dataUrl } from './data-url.ts'
import { sniffPreview } from './sniff-preview.ts'

const MOST_TEXT = 200_000
const MOST_HTML = 2_000_000
const MOST_PICTURES = 50
const MOST_HEADERS = 500
const MOST_PEOPLE = 500
const MOST_FILES = 200
/** Within so many bytes a mail within has said what it is about. */
const MOST_HEAD_BYTES = 64 * 1024
const MOST_PICTURE_BYTES = 5_000_000

/** A mail that came as a file of another, as it is shown: hostile as any, so its HTML is cleaned by whoever shows it. */
export interface AttachedMail {
  subject: string
  /** Null where the mail does not say, or says what is no time. */
  sentAt: string | null
  message: ItemMessage
  /** What came with it in turn, as bytes: nothing of it is stored by itself. A mail without a name is called by its subject. */
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]
  /** How many files more there are than are shown. */
  moreFiles: number
}

/** Reads a message file whole; rejects what has no head of a message. Mails within it stay files. */
export async function readAttachedMail(bytes: Uint8Array<ArrayBuffer>): Promise<AttachedMail> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  if (!mail.from && !mail.date && !mail.messageId && mail.subject === undefined) throw new Error('not a message')
  const text = mail.text ?? ''
  const html = mail.html ?? null
  const inside = mail.attachments.filter(one => isShown(one, html)).slice(0, MOST_PICTURES)
  const files = mail.attachments.filter(one => !inside.includes(one))
  const time = new Date(mail.date ?? '')
  return {
    subject: mail.subject ?? '',
    sentAt: Number.isNaN(time.getTime()) ? null : time.toISOString(),
    message: {
      from: people([mail.from]),
      replyTo: people(mail.replyTo),
      to: people(mail.to),
      cc: people(mail.cc),
      text: text.slice(0, MOST_TEXT),
      quoted: '',
      html: html && html.slice(0, MOST_HTML),
      isCut: text.length > MOST_TEXT || (html?.length ?? 0) > MOST_HTML,
      pictures: await Promise.all(inside.map(pictureOf)),
      // The server fetches pictures for the mails that it read itself.
      mayLoadPictures: false,
      headers: mail.headers.slice(0, MOST_HEADERS).map(({ originalKey, value }) => ({ name: originalKey, value })),
      thread: [],
    },
    files: await Promise.all(files.slice(0, MOST_FILES).map(fileOf)),
    moreFiles: Math.max(0, files.length - MOST_FILES),
  }
}

/** Stands within the text, and is a picture by its bytes. Many mail programs give every file an id. */
function isShown(one: Attachment, html: string | null): boolean {
  if (!one.contentId || !html?.includes(`cid:${bare(one.contentId)}`)) return false
  const bytes = bytesOf(one)
  return bytes.length <= MOST_PICTURE_BYTES && sniffPreview(bytes, '').is === 'image'
}

function bare(contentId: string): string {
  return contentId.replace(/^<|>$/g, '')
}

async function fileOf(one: Attachment) {
  const bytes = bytesOf(one)
  if (one.filename || one.mimeType !== 'message/rfc822') return { name: one.filename ?? '', bytes }
  const { subject = '' } = await PostalMime.parse(bytes.subarray(0, MOST_HEAD_BYTES)).catch(() => ({ subject: '' }))
  return { name: `${subject.trim() || 'mail'}.eml`, bytes }
}

async function pictureOf(one: Attachment) {
  const bytes = bytesOf(one)
  const seen = sniffPreview(bytes, '')
  const type = seen.is === 'image' ? seen.type : ''
  return { contentId: bare(one.contentId ?? ''), dataUrl: await dataUrl(bytes, type) }
}

function bytesOf({ content }: Attachment): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content)
}

function people(addresses: (Address | undefined)[] | undefined): MailPerson[] {
  return (addresses ?? []).slice(0, MOST_PEOPLE).flatMap(one => {
    if (!one) return []
    if (one.group) return people(one.group)
    return [{ name: one.name === one.address ? '' : one.name, address: one.address }]
  })
}
