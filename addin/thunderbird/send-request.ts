import type { HostReply } from '../host/mail-host.ts'
import type { PlainRequest } from '../host/thunderbird-question.ts'
import { serverUrl } from './server-address.ts'

const LIMIT_MS = 300_000

/** Who asks. The token may still be on its way, while the server's address is looked up; which may be, too. */
interface Who {
  token: string | null | Promise<string | null>
  url?: Promise<string>
}

/** Sends one request to the chosen server. Rejects when there is no answer. */
export async function sendRequest(path: string, request: PlainRequest, who: Who): Promise<HostReply> {
  const response = await fetchFrom(path, request, who)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

/** The same with the answer unread, for what is no text. */
export async function fetchFrom(path: string, { method, headers, body }: PlainRequest, who: Who): Promise<Response> {
  const [url, token] = await Promise.all([who.url ?? serverUrl(path), who.token])
  return fetch(url, {
    method,
    headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
    ...(body === undefined ? {} : { body }),
    // What one person may see is kept for nobody else on the disk, and the token must not follow a redirect.
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
  })
}
