import type { Hearing, HostReply, HostRequest } from './mail-host.ts'

/** Asks the server from which the page came. No cookie travels: only the bearer says who asks. */
export async function askServer(page: Window, path: string, request: HostRequest): Promise<HostReply> {
  const reply = await send(page, path, request)
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

function send(page: Window, path: string, request: HostRequest & { signal?: AbortSignal }): Promise<Response> {
  return page.fetch(path, { ...request, credentials: 'omit', cache: 'no-store' })
}
