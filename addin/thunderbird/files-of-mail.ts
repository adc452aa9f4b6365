import { hexOf } from '../../shared/hex.ts'
import { type Ask, askConfidential } from '../guard/ask-whose.ts'

/** A larger one would be read for longer than the guard has time. */
const LARGEST = 50_000_000

/** Names of those attachments of a draft that are confidential in Lupa, however they came into it. */
export async function confidentialFilesOf(tab: number, ask: Ask): Promise<string[]> {
  const attachments = (await messenger.compose.listAttachments(tab)).filter(({ size }) => size <= LARGEST)
  return askConfidential(
    ask,
    await Promise.all(attachments.map(async ({ id, name }) => ({ name, hash: await hashOf(id) }))),
  )
}

async function hashOf(attachment: number): Promise<string> {
  const file = await messenger.compose.getAttachmentFile(attachment)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return hexOf(hash)
}
