import { hexOf } from '../../shared/hex.ts'
import { patiently, settled } from './office-call.ts'

type AttachedFile = Pick<OfficeAttachment, 'id' | 'name' | 'size' | 'isInline'>

/** Those of the names that are attached to a draft still; all of them where Outlook does not say. */
export async function stillAttached(item: OfficeItem, names: string[]): Promise<string[]> {
  if (!item.getAttachmentsAsync) return names
  const files = await attachedTo(item).catch(() => null)
  return files ? names.filter(name => files.some(file => file.name.startsWith(name))) : names
}

/** What is attached to a draft, however it came there. */
export async function attachedTo(item: OfficeItem): Promise<AttachedFile[]> {
  const files = await settled<OfficeAttachment[]>(done => item.getAttachmentsAsync?.(done))
  return files.map(({ id, name, size, isInline }) => ({ id, name, size, isInline }))
}

/** SHA-256 of an attachment of a draft, hexadecimal; null of what has no bytes here, as a link to a cloud. */
export async function hashOfAttachment(item: OfficeItem, id: string): Promise<string | null> {
  const { content, format } = await patiently<{ content: string; format: string }>(done =>
    item.getAttachmentContentAsync?.(id, done),
  )
  if (format !== 'base64') return null
  const letters = atob(content)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
