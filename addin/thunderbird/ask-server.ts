import type { HostReply } from '../host/mail-host.ts'
import { accountOf } from '../host/thunderbird-account.ts'
import type { PlainRequest } from '../host/thunderbird-question.ts'
import { fetchFrom, sendRequest } from './send-request.ts'
import { serverUrl } from './server-address.ts'
import { readToken, renewToken } from './session.ts'

const UNAUTHORIZED = 401

/** What a request needs from Thunderbird, on its way while the question is still being found. */
export interface Early {
  url: Promise<string>
  token: Promise<string | null>
}

/** Looks up where and as whom will be asked; a failure is met by whoever asks. */
export function readEarly(path: string): Early {
  const early = { url: serverUrl(path), token: readToken() }
  early.url.catch(() => undefined)
  early.token.catch(() => undefined)
  return early
}

/** Asks the server as the signed-in user. */
export function askServer(path: string, request: PlainRequest, early?: Early): Promise<HostReply> {
  return asUser(path, token => sendRequest(path, request, { token, ...(early && { url: early.url }) }), early?.token)
}

/** The same for an answer that is no text; it is read by the caller. */
export function askForFile(path: string, request: PlainRequest): Promise<Response> {
  return asUser(path, token => fetchFrom(path, request, { token }))
}

/** An expired sign-in is renewed once, and the question asked again. */
async function asUser<Reply extends { status: number }>(
  path: string,
  ask: (token: string | null | Promise<string | null>) => Promise<Reply>,
  token: Promise<string | null> = readToken(),
): Promise<Reply> {
  if (!isRoute(path)) throw new Error(`not a route of the server: ${path}`)
  const account = accountOf()
  const reply = await ask(token)
  if (reply.status !== UNAUTHORIZED) return reply

  const renewed = await renewToken({ expired: await token })
  // A late no finds somebody else here, in whose name nothing of it is asked again.
  return renewed && (await accountOf()) === (await account) ? ask(renewed) : reply
}

// Read as a URL, so that dots in the path cannot lead elsewhere.
function isRoute(path: string): boolean {
  return path.startsWith('/api/') && new URL(path, 'https://server.invalid').pathname.startsWith('/api/')
}
