import { findConfidential } from '../../shared/document.ts'
import { hexOf } from '../../shared/hex.ts'
import type { Output } from '../../shared/route.ts'
import { askServer } from './ask-server.ts'

/** A larger one would be read for longer than the guard has time. */
const LARGEST = 50_000_000

/** Names of those attachments of a draft that are confidential in Lupa, however they came into it. */
export async function confidentialFilesOf(tab: number): Promise<string[]> {
  const attachments = (await messenger.compose.listAttachments(tab)).filter(({ size }) => size <= LARGEST)
  if (attachments.length === 0) return []
  const known = await Promise.all(attachments.map(async ({ id, name }) => ({ name, hash: await hashOf(id) })))
  const secret = await askWhichAreConfidential(known.map(({ hash }) => hash))
  return known.filter(({ hash }) => secret.has(hash)).map(({ name }) => name)
}

async function askWhichAreConfidential(hashes: string[]): Promise<Set<string>> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ hashes: hashes.slice(0, 100) })
  const reply = await askServer(findConfidential.url, { method: findConfidential.method, headers, body })
  if (reply.status !== 200) return new Set()
  return new Set((JSON.parse(reply.body) as Output<typeof findConfidential>).items.map(({ hash }) => hash))
}

async function hashOf(attachment: number): Promise<string> {
  const file = await messenger.compose.getAttachmentFile(attachment)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return hexOf(hash)
}
