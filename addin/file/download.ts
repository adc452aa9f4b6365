import { ApiError, readProblem } from '../api/api-error.ts'
import { currentToken, renewToken } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'

const FREE_AFTER_MS = 60_000
const KEPT_AT_ONCE = 16_000_000

/** What somebody who waits for a long download wants. */
interface Waiting {
  /** Ends it; nothing is saved then. */
  signal?: AbortSignal
  /** Told how many bytes have come so far. */
  onBytes?: (bytes: number) => void
}

/** Fetches bytes with the session's token, which no link could carry, and lets the browser save them under a name. */
export async function download(host: MailHost, path: string, name: string, waiting: Waiting = {}): Promise<void> {
  const reply = await fetchSignedIn(host, path, waiting.signal)
  if (!reply.ok) throw readProblem(reply.status, await reply.text())
  const url = URL.createObjectURL(await gathered(reply, waiting))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), FREE_AFTER_MS)
}

/** All the bytes of an answer, told of as they come. The browser may keep what is long on its disk. */
async function gathered(reply: Response, { signal, onBytes }: Waiting): Promise<Blob> {
  if (!onBytes || !reply.body) return reply.blob()
  const kept: Blob[] = []
  let fresh: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = reply.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    fresh.push(part.value)
    bytes += part.value.length
    if (bytes > (kept.length + 1) * KEPT_AT_ONCE) {
      kept.push(new Blob(fresh))
      fresh = []
    }
    onBytes(bytes)
    signal?.throwIfAborted()
  }
  return new Blob([...kept, ...fresh])
}

/** Fetches bytes with the session's token. */
export async function fetchBytes(host: MailHost, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await fetchSignedIn(host, path)
  if (!reply.ok) throw readProblem(reply.status, await reply.text())
  return new Uint8Array(await reply.arrayBuffer())
}

async function fetchSignedIn(host: MailHost, path: string, signal?: AbortSignal): Promise<Response> {
  const token = currentToken(host) ?? (await renewToken(host, null))
  const reply = await ask(path, token, signal)
  if (reply.status !== 401) return reply
  return ask(path, await renewToken(host, token), signal)
}

async function ask(path: string, token: string | null, signal?: AbortSignal): Promise<Response> {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  try {
    return await fetch(path, { ...(headers && { headers }), ...(signal && { signal }) })
  } catch {
    signal?.throwIfAborted()
    throw new ApiError('offline')
  }
}

/** A file name that every system takes, made of a title. */
export function fileNameOf(title: string, ending: string): string {
  const name = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
  const bare = name.replace(/^[.\s]+|[.\s]+$/g, '') || 'lupa'
  return ending === '' || bare.toLowerCase().endsWith(ending) ? bare : `${bare}${ending}`
}
