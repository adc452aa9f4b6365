import type { HostReply } from '../host/mail-host.ts'
import type { PlainRequest } from '../host/thunderbird-question.ts'
import { sendRequest } from './send-request.ts'
import { readToken, renewToken } from './session.ts'

const UNAUTHORIZED = 401

/** Asks the server as the signed-in user. An expired sign-in is renewed once, and the question asked again. */
export async function askServer(path: string, request: PlainRequest): Promise<HostReply> {
  if (!isRoute(path)) throw new Error(`not a route of the server: ${path}`)
  const token = await readToken()
  const reply = await sendRequest(path, request, { token })
  if (reply.status !== UNAUTHORIZED) return reply

  const renewed = await renewToken({ expired: token })
  return renewed ? sendRequest(path, request, { token: renewed }) : reply
}

// Read as a URL, so that dots in the path cannot lead elsewhere.
function isRoute(path: string): boolean {
  return path.startsWith('/api/') && new URL(path, 'https://server.invalid').pathname.startsWith('/api/')
}
