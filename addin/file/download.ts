import { ApiError, readProblem } from '../api/api-error.ts'
import { currentToken, renewToken } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'

const FREE_AFTER_MS = 60_000

/**
 * Lets the browser save bytes that are here already, under a name and as nothing that it would open. What the server keeps it
 * fetches by itself (`saveByBrowser`).
 */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), FREE_AFTER_MS)
}

/** Fetches bytes with the session's token, which no address could carry, for the page to show them. */
export async function fetchBytes(host: MailHost, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await fetchSignedIn(host, path)
  if (!reply.ok) throw readProblem(reply.status, await reply.text())
  return new Uint8Array(await reply.arrayBuffer())
}

async function fetchSignedIn(host: MailHost, path: string): Promise<Response> {
  const token = currentToken(host) ?? (await renewToken(host, null))
  const reply = await ask(path, token)
  if (reply.status !== 401) return reply
  return ask(path, await renewToken(host, token))
}

async function ask(path: string, token: string | null): Promise<Response> {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  try {
    return await fetch(path, headers ? { headers } : {})
  } catch {
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
