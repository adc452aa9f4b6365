import { readMessageId } from '../../shared/message-id.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import type { ShownMessage } from '../host/thunderbird-question.ts'
import { readAddresses } from './read-addresses.ts'
import { mayBePlain, readPlainHeaders } from './read-plain-headers.ts'

/** The facts of the one mail that a tab shows, read before or now; null when it shows none or several. */
export async function readOpenMessage(
  tabId: number,
  readBefore: (id: number) => Promise<OpenMessage> | null = () => null,
): Promise<ShownMessage | null> {
  const { messages } = await messenger.messageDisplay.getDisplayedMessages(tabId)
  const [only, second] = messages
  if (!only || second) return null
  return { id: only.id, message: await (readBefore(only.id) ?? readMessage(only.id)) }
}

/** The facts of a mail by the number under which Thunderbird knows it. */
export async function readMessage(id: number): Promise<OpenMessage> {
  const headers = await readHeaders(id)
  // Seldom, and a mail whose names are mangled is better than none.
  return describe(mayBePlain(headers) ? await readPlainHeaders(id, headers).catch(() => headers) : headers)
}

async function readHeaders(id: number): Promise<MessengerHeaders> {
  // getFull decodes every part too, which is felt with a big mail.
  if (messenger.messages.getHeaders) return messenger.messages.getHeaders(id)
  return (await messenger.messages.getFull(id, { decrypt: false })).headers
}

async function describe(headers: MessengerHeaders): Promise<OpenMessage> {
  const first = (name: string) => headers[name]?.[0] ?? ''
  const people = (name: string) => readAddresses(headers[name] ?? [])
  const [from, sender, replyTo, to, cc] = await Promise.all(['from', 'sender', 'reply-to', 'to', 'cc'].map(people))

  return {
    // MessageHeader.headerMessageId is made up by Thunderbird when the mail has none, so the header itself is read.
    messageId: readMessageIds(first('message-id'))[0] ?? null,
    subject: first('subject'),
    sentAt: readDate(first('date')),
    from: from ?? [],
    sender: sender ?? [],
    replyTo: replyTo ?? [],
    to: to ?? [],
    cc: cc ?? [],
    inReplyTo: readMessageIds(first('in-reply-to'))[0] ?? null,
    references: readMessageIds(first('references')),
  }
}

function readMessageIds(value: string): string[] {
  const bracketed = value.match(/<[^<>\s]+>/g) ?? [value]
  return bracketed.map(readMessageId).filter(id => id !== null)
}

function readDate(value: string): string | null {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
