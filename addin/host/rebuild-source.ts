import type { OpenMessage } from './mail-host.ts'
import { patiently } from './office-call.ts'

/** Headers that speak of the form in which the mail travelled, which the rebuilt one does not have. */
const ofForm = /^(content-|mime-version:|x-lupa-)/i

/** Encrypted by S/MIME; one that is signed in the open is not among them. Or by Microsoft's own protection, as its header says. */
const sealed = { class: /^IPM\.Note\.SMIME(?!\.MultipartSigned)/i, header: /^content-class:\s*rpmsg\.message/im }

/** What is known of the mail, and whether this Outlook gives its attachments: the member may be there and not work. */
interface Known {
  message: OpenMessage
  headers: string
  canReadAttachments: boolean
}

/**
 * Puts a mail together again from what Outlook tells of it, where Outlook does not give it as it travelled. It is marked,
 * because its bytes are not the sender's. Rejects when an attachment cannot be read: half a mail is not filed; and when the
 * mail is encrypted: Outlook tells what it has opened, and what was sent sealed is not laid open into a file.
 */
export async function rebuildSource(item: OfficeItem, { message, headers, canReadAttachments }: Known): Promise<Blob> {
  if (sealed.class.test(item.itemClass ?? '') || sealed.header.test(headers)) throw new Error('the mail is encrypted')
  const html = await patiently<string>(done => item.body.getAsync('html', done))
  if (item.attachments?.length && !canReadAttachments) throw new Error('attachments cannot be read here')
  const attachments: string[][] = []
  // One after the other: several at once make some Outlooks answer with another one's content.
  for (const attachment of item.attachments ?? []) attachments.push(await partOf(item, attachment))
  const boundary = `lupa-${crypto.randomUUID()}`
  const parts = [
    ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', encoded(html)],
    ...attachments,
  ]
  const lines = [
    ...(headers ? keptHeaders(headers) : madeHeaders(message)),
    'X-Lupa-Rebuilt: Outlook',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap(part => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    '',
  ]
  return new Blob([lines.join('\r\n')], { type: 'message/rfc822' })
}

async function partOf(item: OfficeItem, { id, name, contentType, isInline }: OfficeAttachment): Promise<string[]> {
  const { content, format } = await patiently<{ content: string; format: string }>(done =>
    item.getAttachmentContentAsync?.(id, done),
  )
  const disposition = `Content-Disposition: ${isInline ? 'inline' : 'attachment'}; filename*=utf-8''${encodeURIComponent(name)}`
  if (format === 'eml') return ['Content-Type: message/rfc822', disposition, '', content]
  if (format === 'iCalendar')
    return [
      'Content-Type: text/calendar; charset=utf-8',
      disposition,
      'Content-Transfer-Encoding: base64',
      '',
      encoded(content),
    ]
  // What lies in a cloud is only an address; the mail itself carried no more.
  if (format === 'url') return ['Content-Type: text/uri-list', disposition, '', content]
  return [
    `Content-Type: ${mediaType(contentType)}`,
    disposition,
    'Content-Transfer-Encoding: base64',
    '',
    inLines(content),
  ]
}

/** A type comes from the mail and may try to bring lines of its own. */
function mediaType(type: string | undefined): string {
  return type && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream'
}

function keptHeaders(headers: string): string[] {
  const whole = headers
    .trim()
    .replace(/\r?\n(?=[ \t])/g, '\n')
    .split(/\r?\n(?![ \t])/)
  return whole.filter(line => !ofForm.test(line)).map(line => line.replace(/\n/g, '\r\n'))
}

function madeHeaders({
  messageId,
  subject,
  sentAt,
  from,
  sender,
  to,
  cc,
  inReplyTo,
  references,
}: OpenMessage): string[] {
  const people = (name: string, list: OpenMessage['to']) =>
    list.length > 0
      ? [`${name}: ${list.map(one => `${word(one.name)} <${oneLine(one.address)}>`.trim()).join(',\r\n ')}`]
      : []
  return [
    ...people('From', from),
    ...(sender[0] && sender[0].address !== from[0]?.address ? people('Sender', sender) : []),
    ...people('To', to),
    ...people('Cc', cc),
    `Subject: ${word(subject)}`,
    ...(sentAt ? [`Date: ${new Date(sentAt).toUTCString().replace('GMT', '+0000')}`] : []),
    ...(messageId ? [`Message-ID: <${oneLine(messageId)}>`] : []),
    ...(inReplyTo ? [`In-Reply-To: <${oneLine(inReplyTo)}>`] : []),
    ...(references.length > 0 ? [`References: ${references.map(id => `<${oneLine(id)}>`).join('\r\n ')}`] : []),
  ]
}

/** Text of a header as encoded words (RFC 2047), cut between characters. */
function word(text: string): string {
  if (/^[\w .,-]*$/.test(text)) return text
  const pieces = [...oneLine(text)].reduce<string[]>((all, letter) => {
    const last = all.at(-1)
    if (last === undefined || base64(last + letter).length > 48) return [...all, letter]
    return [...all.slice(0, -1), last + letter]
  }, [])
  return pieces.map(piece => `=?utf-8?B?${base64(piece)}?=`).join('\r\n ')
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

function encoded(text: string): string {
  return inLines(base64(text))
}

function base64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function inLines(text: string): string {
  return text.replace(/\s+/g, '').replace(/.{76}/g, '$&\r\n')
}
