import type { AttachReply, HostRequest } from './mail-host.ts'
import { OfficeFailure, settled } from './office-call.ts'

const CHUNK = 0x8000

/** Fetches a file from the server and attaches it to a draft. What Outlook does not take (too large, too many) is no bug. */
export async function attachToDraft(
  page: Window,
  item: OfficeItem,
  name: string,
  path: string,
  request: HostRequest,
): Promise<AttachReply> {
  const reply = await page.fetch(path, { ...request, credentials: 'omit', cache: 'no-store' })
  if (!reply.ok) return { status: reply.status, body: await reply.text(), isAttached: false }
  const content = asBase64(new Uint8Array(await reply.arrayBuffer()))
  try {
    await settled<string>(done => item.addFileAttachmentFromBase64Async?.(content, name, done))
    return { status: reply.status, body: '', isAttached: true }
  } catch (error) {
    if (!(error instanceof OfficeFailure)) throw error
    return { status: reply.status, body: '', isAttached: false }
  }
}

/** In pieces, because a function takes only so many arguments. */
function asBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK))
  return btoa(binary)
}
