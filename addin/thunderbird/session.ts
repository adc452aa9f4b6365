import type { Session } from '../../shared/session.ts'
import type { SignIn } from '../host/thunderbird-question.ts'
import { forgetBegun } from './begun.ts'
import { sendRequest } from './send-request.ts'
import { chooseServer } from './server-address.ts'
import { whileAwake } from './while-awake.ts'

type Tokens = Pick<Session, 'token' | 'refresh'>

/** What the pane keeps of the files at hand, for when the server is away (`pane/kept-files.ts`): names that are not for the next one. */
const SEEN = 'pane:seen-files'
const json = { 'content-type': 'application/json' }
let renewal: Promise<string | null> | null = null

/** The token that the next request travels with, or null when nobody is signed in. */
export async function readToken(): Promise<string | null> {
  const { token } = await messenger.storage.session.get('token')
  return typeof token === 'string' ? token : null
}

/**
 * Gets a new token in exchange for the refresh token; null when the session is over.
 * Requests that fail together share one exchange, because the server takes each refresh token only once.
 */
export async function renewToken({ expired }: { expired: string | null }): Promise<string | null> {
  const current = await readToken()
  if (current !== expired) return current
  renewal ??= exchange().finally(() => {
    renewal = null
  })
  return renewal
}

/** Signs the user in at a server and keeps the session on this device. */
export async function signIn({
  address,
  ...typed
}: {
  address: string
  email: string
  password: string
  code?: string
}): Promise<SignIn> {
  await chooseServer(address)
  try {
    const { email, password, code } = typed
    const body = JSON.stringify({ email, password, ...(code && { code }) })
    const reply = await sendRequest('/api/session', { method: 'POST', headers: json, body }, { token: null })
    if (reply.status >= 500) return 'unreachable'
    if (reply.status === 429) return 'tooMany'
    if (reply.status >= 300) return refusals[codeOf(reply.body)] ?? 'refused'
    await enter(JSON.parse(reply.body) as Session)
  } catch {
    return 'unreachable'
  }
  return 'done'
}

/** Goes on in a session that the server has just given. */
export async function enter(session: Session): Promise<void> {
  const { account } = await messenger.storage.local.get('account')
  if (account !== session.user.email) await messenger.storage.local.remove(SEEN)
  await keep(session)
  await messenger.storage.local.set({ account: session.user.email })
}

/** The refusals that lead somewhere else than to another password. */
const refusals: Record<string, SignIn> = {
  'code-needed': 'codeNeeded',
  'wrong-code': 'codeWrong',
  'second-factor-needed': 'factorNeeded',
}

function codeOf(body: string): string {
  return String((JSON.parse(body) as { code?: unknown }).code)
}

/** Signs out: here at once, and at the server when it hears of it, which may take minutes or never happen. */
export async function leave(): Promise<void> {
  const token = await readToken()
  const { refresh } = await messenger.storage.local.get('refresh')
  await forgetSession()
  void whileAwake(() => endOnServer(token, refresh)).catch(() => undefined)
}

/** A token that has run out cannot end its session, so it is renewed for that. */
async function endOnServer(token: string | null, refresh: unknown): Promise<void> {
  const end = (current: string) => sendRequest('/api/session', { method: 'DELETE', headers: {} }, { token: current })
  if (token && (await end(token)).status !== 401) return
  if (typeof refresh !== 'string') return
  const reply = await trade(refresh)
  if (reply.status === 200) await end((JSON.parse(reply.body) as Tokens).token)
}

/** Forgets the session on this device. */
export async function forgetSession(): Promise<void> {
  await messenger.storage.session.remove('token')
  await messenger.storage.local.remove(['refresh', 'account', SEEN])
  await forgetBegun()
}

async function exchange(): Promise<string | null> {
  const { refresh } = await messenger.storage.local.get('refresh')
  if (typeof refresh !== 'string') return null
  const reply = await trade(refresh)
  // Somebody signed out meanwhile, or another in.
  if ((await messenger.storage.local.get('refresh')).refresh !== refresh) return null
  if (reply.status === 200) return keep(JSON.parse(reply.body) as Tokens)
  // Only a clear no ends the session; a server in trouble does not.
  if (reply.status === 401) await forgetSession()
  return null
}

function trade(refresh: string) {
  const body = JSON.stringify({ refresh })
  return sendRequest('/api/session/refresh', { method: 'POST', headers: json, body }, { token: null })
}

async function keep({ token, refresh }: Tokens): Promise<string> {
  await messenger.storage.local.set({ refresh })
  await messenger.storage.session.set({ token })
  return token
}
