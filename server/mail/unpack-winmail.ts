import { cleanText } from './clean-text.ts'
import { htmlToText } from './html-to-text.ts'
import { newTextOf } from './new-text.ts'
import type { Attachment, Mark, ParsedMessage } from './parsed-message.ts'
import { describeFile } from './read-attachments.ts'
import { readTnef, type Tnef, type TnefBudget } from './read-tnef.ts'

type Packed = Pick<ParsedMessage, 'text' | 'newText' | 'html' | 'attachments'>

const BUDGET_BYTES = 100 * 1024 * 1024
const BUDGET_FILES = 1_000
/** More text than this is no letter. */
const TEXT_LENGTH = 16 * 1024 * 1024

/**
 * Puts what Outlook packed into winmail.dat (TNEF) in its place: its files become the message's, and its text where
 * the message has none. The winmail.dat itself goes, unless something in it could not be read.
 */
export function unpackWinmail({ text, newText, html, attachments }: Packed, marks: Set<Mark>): Packed {
  const budget: TnefBudget = { bytes: BUDGET_BYTES, files: BUDGET_FILES }
  let body: Pick<Packed, 'text' | 'newText' | 'html'> = { text, newText, html }
  const unpacked = attachments.flatMap(attachment => {
    if (attachment.type !== 'application/ms-tnef') return [attachment]
    const { content } = attachment
    const tnef = readTnef(Buffer.from(content.buffer, content.byteOffset, content.length), budget)
    if (!tnef.isWhole) marks.add('winmail-kept')
    if (body.text === '' && body.html === null) body = bodyIn(tnef)
    const files = filesIn(tnef, body.html)
    return tnef.isWhole ? files : [attachment, ...files]
  })
  return { ...body, attachments: unpacked }
}

function bodyIn({ plain, html: packed }: Tnef): Pick<Packed, 'text' | 'newText' | 'html'> {
  const html = packed === null ? null : cleanText(packed.slice(0, TEXT_LENGTH))
  const words = cleanText((plain ?? '').slice(0, TEXT_LENGTH)).trim()
  const text = words === '' && html !== null ? htmlToText(html) : words
  return { text, newText: newTextOf(text), html }
}

function filesIn({ files }: Tnef, html: string | null): Attachment[] {
  return files.map(({ contentId, type, ...file }) =>
    describeFile({ ...file, type: type.toLowerCase(), contentId: contentId ?? '', disposition: '' }, html),
  )
}
