import PostalMime, { type Email } from 'postal-mime'
import { cleanLine, cleanText } from './clean-text.ts'
import { isTurned } from './disguise.ts'
import { decodeEncodedWords } from './encoded-words.ts'
import { dateMarks, senderMarks } from './envelope-marks.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readAttachedIds, readForwarded } from './forwarded.ts'
import { readHeaderFacts, valuesOf } from './header-facts.ts'
import { type Field, firstValue } from './header-fields.ts'
import { listHeaderFields } from './header-list.ts'
import { htmlToText } from './html-to-text.ts'
import { readInvitations } from './invitations.ts'
import { readInvoices } from './invoices.ts'
import { readMailDate } from './mail-date.ts'
import { readMailboxes } from './mailboxes.ts'
import { type Mended, mendSource } from './mend-source.ts'
import { readMessageId, readMessageIds } from './message-ids.ts'
import { newTextOf } from './new-text.ts'
import type { ParsedMessage } from './parsed-message.ts'
import { readAttachments } from './read-attachments.ts'
import { unpackWinmail } from './unpack-winmail.ts'

const SUBJECT_LENGTH = 2_000

/** Reads the source of a message. Whatever the source holds, it answers and marks what was odd. */
export async function parseMessage(source: Uint8Array, now = new Date()): Promise<ParsedMessage> {
  const mended = mendSource(Buffer.from(source.buffer, source.byteOffset, source.length))
  const email = await readMended(mended)
  const { fields, marks } = mended
  const html = email.html ? cleanText(email.html) : null
  const plain = cleanText(email.text ?? '').trim()
  const text = plain === '' && html !== null ? htmlToText(html) : plain
  const sentAt = readMailDate(firstValue(fields, 'date'))
  const receivedAt = readMailDate(firstValue(fields, 'received')?.split(';').at(-1) ?? null)
  const people = readPeople(fields)
  for (const mark of [...senderMarks(valuesOf(fields, 'from'), people.from), ...dateMarks(sentAt, receivedAt ?? now)])
    marks.add(mark)
  if (email.attachments.some(({ filename }) => isTurned(filename ?? ''))) marks.add('disguised-file')

  const message = {
    messageId: readMessageId(firstValue(fields, 'message-id')),
    subject: cleanLine(decodeEncodedWords(firstValue(fields, 'subject') ?? ''))
      .slice(0, SUBJECT_LENGTH)
      .toWellFormed(),
    sentAt: sentAt?.toISOString() ?? null,
    receivedAt: receivedAt?.toISOString() ?? null,
    ...people,
    inReplyTo: readMessageIds(firstValue(fields, 'in-reply-to')),
    references: readMessageIds(firstValue(fields, 'references')),
    text,
    newText: newTextOf(text),
    html,
    attachments: readAttachments(email.attachments, mended.leaves, html),
    headers: readHeaderFacts(mended.root),
    headerFields: listHeaderFields(fields),
  }
  // The fingerprint is taken over what travelled, so that a better way to unpack does not make another message of it.
  const fingerprint = fingerprintOf(message)
  const unpacked = unpackWinmail(message, marks)
  const invoices = readInvoices(unpacked.attachments)
  const invitations = readInvitations(unpacked.attachments)
  const forwarded = readForwarded(message.subject, text, unpacked.attachments)
  const attachedIds = readAttachedIds(unpacked.attachments)
  return { ...message, ...unpacked, invoices, invitations, forwarded, attachedIds, fingerprint, marks: [...marks] }
}

/** The mended source has its limits behind it, so postal-mime's own must not refuse it. */
function readMended({ source }: Mended): Promise<Email> {
  return PostalMime.parse(source, {
    forceRfc822Attachments: true,
    maxHeadersSize: Number.MAX_SAFE_INTEGER,
    attachmentEncoding: 'arraybuffer',
  })
}

function readPeople(fields: Field[]): Pick<ParsedMessage, 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'bcc'> {
  return {
    from: readMailboxes(valuesOf(fields, 'from')),
    sender: readMailboxes(valuesOf(fields, 'sender')),
    replyTo: readMailboxes(valuesOf(fields, 'reply-to')),
    to: readMailboxes(valuesOf(fields, 'to')),
    cc: readMailboxes(valuesOf(fields, 'cc')),
    bcc: readMailboxes(valuesOf(fields, 'bcc')),
  }
}
