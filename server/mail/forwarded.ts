import { sendersUnder } from '../../shared/forwarded.ts'
import { valuesOf } from './header-facts.ts'
import { type Field, firstValue, readHeader } from './header-fields.ts'
import { readLines } from './line-reader.ts'
import { readMailboxes } from './mailboxes.ts'
import { readMessageId } from './message-ids.ts'
import type { Attachment, Mailbox } from './parsed-message.ts'

const MOST = 5
const HEADER_LINES = 200

/** From whom a forwarded mail came first: of messages that hang on it, and as its text says. For suggestions only. */
export function readForwarded(subject: string, text: string, attachments: Attachment[]): Mailbox[] {
  const attached = attachments.filter(({ type }) => type === 'message/rfc822').slice(0, MOST)
  const all = [
    ...attached.flatMap(({ content }) => senderIn(content)),
    ...sendersUnder(subject, text).flatMap(mailboxIn),
  ]
  const known = all.filter(({ address }) => address !== '')
  return [...new Map(known.toReversed().map(one => [one.address, one])).values()].toReversed().slice(0, MOST)
}

/** The Message-IDs of the messages that hang on a mail. */
export function readAttachedIds(attachments: Attachment[]): string[] {
  const attached = attachments.filter(({ type }) => type === 'message/rfc822').slice(0, MOST)
  return attached.flatMap(({ content }) => readMessageId(firstValue(fieldsOf(content), 'message-id')) ?? [])
}

function mailboxIn(value: string): Mailbox[] {
  return readMailboxes([value]).slice(0, 1)
}

function senderIn(source: Uint8Array): Mailbox[] {
  return readMailboxes(valuesOf(fieldsOf(source), 'from')).slice(0, 1)
}

function fieldsOf(source: Uint8Array): Field[] {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length)
  const lines = readLines(bytes, 0)
  const header: Buffer[] = []
  while (header.length < HEADER_LINES && lines.advance() && lines.end > lines.start)
    header.push(bytes.subarray(lines.start, lines.end))
  return readHeader(header).fields
}
