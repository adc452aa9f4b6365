import { type Ask, askConfidential } from '../guard/ask-whose.ts'
import { inTime } from '../guard/in-time.ts'
import { attachedTo, hashOfAttachment } from '../host/draft-attachments.ts'

/** A larger one would be read for longer than the guard has time; while it is turned into bytes not even a clock goes on. */
const LARGEST = 5_000_000

/** Names of those attachments of a draft that are confidential in Lupa, however they came into it; as many as can be read until then. */
export async function confidentialFilesOf(item: OfficeItem, ask: Ask, untilMs: number): Promise<string[]> {
  if (!item.getAttachmentsAsync || !item.getAttachmentContentAsync) return []
  const files = []
  // One after the other: some Outlooks answer several questions at once with another one's answer.
  for (const { id, name, size, isInline } of await attachedTo(item)) {
    if (isInline || size > LARGEST || Date.now() > untilMs) continue
    // A slow one takes only itself away, not those that were read before it.
    const hash = await inTime(hashOfAttachment(item, id), null, untilMs - Date.now())
    if (hash) files.push({ name, hash })
  }
  return askConfidential(ask, files)
}
