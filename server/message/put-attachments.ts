import type { Attachment } from '../mail/parsed-message.ts'
import type { BlobStore } from '../storage/blob-store.ts'

/** Makes the files of a message safe on disk. What hangs on it ten thousand times is written once, or the mail would hold up the others. */
export async function putAttachments(blobs: BlobStore, attachments: Attachment[]) {
  const distinct = new Map(attachments.map(({ hash, content }) => [hash, content]))
  await Promise.all([...distinct.values()].map(content => blobs.put(content)))
}
