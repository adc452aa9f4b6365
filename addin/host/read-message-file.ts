import PostalMime, { type Address, type Email } from 'postal-mime'
import { readMessageId } from '../../shared/message-id.ts'
import type { MailAddress, OpenMessage } from './mail-host.ts'
import { withoutMarkup } from './without-markup.ts'

const LONGEST_HEADERS = 512 * 1024

/** Reads the headers of a message file (.eml); rejects when it has none of a message's. The body is not looked at. */
export async function readMessageFile(file: Blob): Promise<OpenMessage> {
  const mail = await PostalMime.parse(await readHeaders(file))
  if (!mail.messageId && !mail.from && !mail.date) throw new Error('not a message')
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    subject: mail.subject ?? '',
    sentAt: timeOf(mail),
    from: flat([mail.from]),
    sender: flat([mail.sender]),
    replyTo: flat(mail.replyTo),
    to: flat(mail.to),
    cc: flat(mail.cc),
    inReplyTo: idsIn(mail.inReplyTo)[0] ?? null,
    references: idsIn(mail.references),
  }
}

/** The words of a message file, its plain ones or else those of its HTML. */
export async function readFileWords(file: Blob): Promise<string> {
  const { text, html } = await PostalMime.parse(file)
  return text?.trim() ? text : withoutMarkup(html ?? '')
}

async function readHeaders(file: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_HEADERS).arrayBuffer())
  // Read as Latin-1, so that places in the text are places in the bytes.
  const end = /\r?\n\r?\n/.exec(new TextDecoder('latin1').decode(bytes))
  return end ? bytes.subarray(0, end.index + end[0].length) : bytes
}

function flat(addresses: (Address | undefined)[] | undefined): MailAddress[] {
  return (addresses ?? []).flatMap(one => {
    if (!one) return []
    if (one.group) return flat(one.group)
    return one.address ? [{ name: one.name === one.address ? '' : one.name, address: one.address.toLowerCase() }] : []
  })
}

function idsIn(value: string | undefined): string[] {
  const bracketed = value?.match(/<[^<>\s]+>/g) ?? (value ? [value] : [])
  return bracketed.map(readMessageId).filter(id => id !== null)
}

function timeOf({ date }: Email): string | null {
  const time = new Date(date ?? '')
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
