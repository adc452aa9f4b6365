import { createHash } from 'node:crypto'
import { withoutFooters } from './footers.ts'
import { htmlToText } from './html-to-text.ts'
import type { Attachment, ParsedMessage } from './parsed-message.ts'
import { unifyLineEnds } from './transfer-encoding.ts'

/** What a fingerprint is taken over. */
export type Identity = Pick<ParsedMessage, 'from' | 'sentAt' | 'subject' | 'text' | 'html'> & {
  attachments: Pick<Attachment, 'hash' | 'type' | 'content'>[]
}

/**
 * Tells whether two sources are copies of one message, or a forged twin under the same Message-ID: over the From
 * address, the Date to the second, the subject, the text people see and the attachments, in a form that the ways
 * of mail do not change. The HTML's text wins over the plain part, because gateways rewrite links and Exchange
 * makes a new plain part, while the words of the HTML stay.
 */
export function fingerprintOf(message: Identity): string {
  const [from] = message.from
  const visible = message.html === null ? message.text : htmlToText(message.html)
  const facts = [
    from?.address || squash(from?.name ?? ''),
    message.sentAt?.slice(0, 19) ?? '',
    squash(message.subject.replace(GATEWAY_TAG, '')),
    squash(withoutFooters(visible)),
    ...message.attachments.map(hashInTransit).sort((one, other) => (one < other ? -1 : 1)),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/** Gateways put these before the subject of mail from outside. */
const GATEWAY_TAG = /^\s*(?:(?:\[(?:external|ext|zewnętrzny|spam)\]|\*{3,}\s*spam\s*\*{3,})\s*)+/i

/** Blanks, quotation marks of wrapped lines and characters without width differ between copies. */
function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s>\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
}

/** Text attachments get other line ends when they are encoded anew; everything else keeps its bytes. */
function hashInTransit({ type, hash, content }: Identity['attachments'][number]): string {
  const isLineBased = type.startsWith('text/') || type.startsWith('message/') || /[/+]xml$/.test(type)
  if (!isLineBased) return hash
  const bytes = unifyLineEnds(Buffer.from(content.buffer, content.byteOffset, content.length))
  return createHash('sha256').update(bytes.toString('latin1').trimEnd(), 'latin1').digest('hex')
}
