import { valuesOf } from './header-facts.ts'
import { type Field, firstValue, readHeader } from './header-fields.ts'
import { readLines } from './line-reader.ts'
import { readMailboxes } from './mailboxes.ts'
import { readMessageId } from './message-ids.ts'
import type { Attachment, Mailbox } from './parsed-message.ts'

const MOST = 5
const HEADER_LINES = 200
const TEXT_LENGTH = 200_000
const LONGEST_LINE = 1_000
/** How far below its divider a forwarded mail says from whom it was. */
const BLOCK_LINES = 10
/** What mail programs put before the subject of what they forward, in Polish and English. */
const FORWARD_SUBJECT = /^\s*(?:(?:re|odp|aw)\s*:\s*)*(?:fwd?|pd|przek|przekazano|fw:fw|wg)\s*:/i
/** Gmail's, Thunderbird's and Apple's dividers; Outlook draws none. */
const DIVIDER =
  /^[-_\s]{2,}(?:forwarded message|wiadomość przekazana|przekazana wiadomość|treść przekazanej wiadomości)\s*[-_]{2,}$|^(?:begin forwarded message|początek przekazywanej wiadomości|początek przekazanej wiadomości)\s*:$/i
const FROM = /^\*?(?:od|from|nadawca)\s*:\s*\*?\s*(.+)$/i
const NEXT = /^\*?(?:wysłano|wysłane|sent|data|date|do|to|dw|cc|temat|subject)\s*:/i

/** Whether a subject says that the mail is one that was forwarded. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_SUBJECT.test(subject.slice(0, LONGEST_LINE))
}

/**
 * From whom a forwarded mail came first: of messages that hang on it, and of what stands under a divider or, when its
 * subject says that it was forwarded, under the header that Outlook writes. Whoever forwards can write there what he
 * likes, so it is for suggestions only.
 */
export function readForwarded(subject: string, text: string, attachments: Attachment[]): Mailbox[] {
  const attached = attachments.filter(({ type }) => type === 'message/rfc822').slice(0, MOST)
  const all = [...attached.flatMap(({ content }) => senderIn(content)), ...sendersUnder(subject, text)]
  const known = all.filter(({ address }) => address !== '')
  return [...new Map(known.toReversed().map(one => [one.address, one])).values()].toReversed().slice(0, MOST)
}

/** The Message-IDs of the messages that hang on a mail. */
export function readAttachedIds(attachments: Attachment[]): string[] {
  const attached = attachments.filter(({ type }) => type === 'message/rfc822').slice(0, MOST)
  return attached.flatMap(({ content }) => readMessageId(firstValue(fieldsOf(content), 'message-id')) ?? [])
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

function sendersUnder(subject: string, text: string): Mailbox[] {
  const lines = text
    .slice(0, TEXT_LENGTH)
    .split('\n')
    .map(line => line.replace(/^[\s>]+/, '').trim())
  const isForward = isForwardSubject(subject)
  const found: Mailbox[] = []
  for (const [at, line] of lines.entries()) {
    if (found.length >= MOST) break
    if (line.length > LONGEST_LINE) continue
    if (DIVIDER.test(line)) found.push(...firstSender(lines.slice(at + 1, at + 1 + BLOCK_LINES)))
    else if (isForward && FROM.test(line) && isHeader(lines.slice(at + 1, at + 7))) found.push(...senderOf(line))
  }
  return found
}

/** Outlook's header block names more than the sender; a sentence that begins with "Od:" does not. */
function isHeader(next: string[]): boolean {
  return next.filter(line => line.length <= LONGEST_LINE && NEXT.test(line)).length >= 2
}

function firstSender(block: string[]): Mailbox[] {
  const line = block.find(other => other.length <= LONGEST_LINE && FROM.test(other))
  return line ? senderOf(line) : []
}

/** `Jan Kowal <jan@x.pl>`, `Jan Kowal [mailto:jan@x.pl]`, `jan@x.pl`. */
function senderOf(line: string): Mailbox[] {
  const value = (FROM.exec(line)?.[1] ?? '')
    .replace(/\[mailto:([^\]]{1,320})\]/i, '<$1>')
    .replace(/<mailto:/i, '<')
    .replaceAll('*', '')
  return readMailboxes([value]).slice(0, 1)
}
