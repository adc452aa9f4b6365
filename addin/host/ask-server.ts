import type { Hearing, HostReply, HostRequest } from './mail-host.ts'

/** So much may be under way when a page closes (Fetch, 4.6: 64 KiB altogether). */
const OUTLIVES_THE_PAGE = 8_000

/**
 * Asks the server from which the page came. No cookie travels: only the bearer says who asks. A small order is not lost
 * when the page is closed at once.
 */
export async function askServer(page: Window, path: string, request: HostRequest): Promise<HostReply> {
  const { method = 'GET', body } = request
  const keepalive =
    method !== 'GET' && (body === undefined || (typeof body === 'string' && body.length < OUTLIVES_THE_PAGE))
  const reply = await send(page, path, { ...request, ...(keepalive && { keepalive }) })
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() }
}

/** Hears an answer without end piece by piece; tells the status when it is over. */
export async function followServer(page: Window, path: string, request: HostRequest, hearing: Hearing) {
  const { signal, hear } = hearing
  const reply = await send(page, path, { ...request, signal })
  if (!reply.ok || !reply.body) return reply.status
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hear(piece.value)
  return reply.status
}

function send(
  page: Window,
  path: string,
  request: HostRequest & { signal?: AbortSignal; keepalive?: boolean },
): Promise<Response> {
  return page.fetch(path, { ...request, credentials: 'omit', cache: 'no-store' })
}
