import { refreshSession, type Session, signIn as signInRoute, signOut as signOutRoute } from '../../shared/session.ts'
import type { Me } from '../../shared/user.ts'
import type { MailHost } from '../host/mail-host.ts'
import { readProblem } from './api-error.ts'
import { send } from './send.ts'

/** Under which the refresh token is kept. */
export const REFRESH = 'refresh'
/** What of the files at hand is kept for when the server is away (`pane/kept-files.ts`). */
const SEEN = 'seen-files'
/** What goes with whoever signs out by his own will: whom he ignores (`pane/use-ignored.ts`) … */
const IGNORED = 'ignored'
/** … and what of his is unfinished (`pane/kept-run.ts`). Filings that wait he was asked about. */
const RUNS = 'left-runs'
/** Whose session it is, for what must be known before the server answers. */
const ACCOUNT = 'account'
/** Set where somebody signed out by his own will, until somebody signs in again. */
const LEFT = 'left'

/** Nobody waits longer for the server to hear that he has left. */
const LONGEST_BYE_MS = 5_000

/** What is kept in memory for one host: the access token, and the one renewal under way that parallel calls share. */
interface Kept {
  token: string | null
  /** Whose it is. */
  user: string | null
  /** Whether he who was here signed out himself: then nobody is signed in again unasked. */
  hasLeft: boolean
  renewal: Promise<string | null> | null
  listeners: Set<(user: Me | null) => void>
}

const keptFor = new WeakMap<MailHost, Kept>()

/** What somebody types at the door; the code only when it was asked for. */
export interface Typed {
  email: string
  password: string
  code?: string
}

/** Signs in by password. The session is adopted by the caller, who may have something to show before. */
export async function signIn(host: MailHost, typed: Typed): Promise<Session> {
  const reply = await send(host, signInRoute, { body: typed }, null)
  if (reply.status !== 200) throw readProblem(reply.status, reply.body)
  return JSON.parse(reply.body) as Session
}

/** Takes over a session that a route has answered with, and stays signed in on this device. */
export async function adoptSession(host: MailHost, session: Session): Promise<Me> {
  kept(host).token = session.token
  kept(host).user = session.user.email
  kept(host).hasLeft = false
  await Promise.all([
    host.storage.write(REFRESH, session.refresh),
    host.storage.write(ACCOUNT, session.user.email),
    host.storage.remove(LEFT),
  ])
  tell(host, session.user)
  return session.user
}

/** Ends the session here, also when the server cannot be told. */
export async function signOut(host: MailHost): Promise<void> {
  kept(host).hasLeft = true
  // Before the server is told, which may take its time: the pane may be closed at any moment.
  await host.storage.write(LEFT, 'yes')
  const account = kept(host).user ?? (await lastAccount(host))
  await Promise.race([endOnServer(host).catch(() => undefined), wait(LONGEST_BYE_MS)])
  await forget(host)
  await host.storage.remove(IGNORED)
  await forgetRuns(host, account?.toLowerCase())
}

const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** An access token that has run out could not end its session, so it is renewed for that. */
async function endOnServer(host: MailHost): Promise<void> {
  const own = kept(host)
  const token = own.token ?? (await renewToken(host, null))
  if (!token) return
  const reply = await send(host, signOutRoute, {}, token)
  // A late answer finds somebody else here, whose session is his own.
  if (reply.status !== 401 || !own.hasLeft) return
  const renewed = await renewToken(host, token)
  if (renewed && own.hasLeft) await send(host, signOutRoute, {}, renewed)
}

/** Calls `listener` with the user after each sign-in, and with null when the session ends. Returns how to stop. */
export function onSessionChange(host: MailHost, listener: (user: Me | null) => void): () => void {
  const { listeners } = kept(host)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whose session is kept on this device, or null. */
export function lastAccount(host: MailHost): Promise<string | null> {
  return host.storage.read(ACCOUNT)
}

/** The access token in hand, or null when there is none (yet). */
export function currentToken(host: MailHost): string | null {
  return kept(host).token
}

/** Whose token is in hand, or null. */
export function currentUser(host: MailHost): string | null {
  return kept(host).user
}

/** Whether the last one on this device signed out, and was not just cut off; a pane that was opened anew knows it too. */
export async function hasLeft(host: MailHost): Promise<boolean> {
  return kept(host).hasLeft || (await host.storage.read(LEFT).catch(() => null)) !== null
}

/** Says that the server no longer knows us. */
export function tellSignedOut(host: MailHost): void {
  tell(host, null)
}

/**
 * A token newer than the one that was refused, or null when the session is over.
 * However many calls ask at once, the refresh token is traded once: a second use would end the session everywhere.
 */
export function renewToken(host: MailHost, refused: string | null): Promise<string | null> {
  const own = kept(host)
  if (own.token && own.token !== refused) return Promise.resolve(own.token)
  own.renewal ??= alone(() => trade(host)).finally(() => {
    own.renewal = null
  })
  return own.renewal
}

async function trade(host: MailHost): Promise<string | null> {
  const own = kept(host)
  const before = own.hasLeft
  const [refresh, account] = await Promise.all([host.storage.read(REFRESH), lastAccount(host)])
  if (!refresh) {
    tell(host, null)
    return null
  }
  const reply = await send(host, refreshSession, { body: { refresh } }, null)
  const [latest, latestAccount, left] = await Promise.all([REFRESH, ACCOUNT, LEFT].map(key => host.storage.read(key)))
  // Whoever signed out or in meanwhile, in another tab, has the last word; what somebody else goes on with is not for who asked here.
  if (latest && latest !== refresh) return latestAccount === account ? trade(host) : null
  if (!latest || reply.status === 401) {
    await forget(host)
    return null
  }
  if (reply.status !== 200) throw readProblem(reply.status, reply.body)
  const session = JSON.parse(reply.body) as Session
  // Signing out here, which needs the token to end the session with.
  if (left || own.hasLeft !== before) own.token = session.token
  else await adoptSession(host, session)
  return session.token
}

/** Tabs of one browser share the stored refresh token, so only one of them may trade it at a time. */
export async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  const locks = globalThis.navigator?.locks
  if (!locks) return work()
  let began = false
  const begin = () => {
    began = true
    return work()
  }
  try {
    return await locks.request('lupa-session', begin)
  } catch (error) {
    // A frame that may keep nothing may not lock either; then it shares nothing that would need it.
    if (began) throw error
    return work()
  }
}

async function forget(host: MailHost): Promise<void> {
  kept(host).token = null
  kept(host).user = null
  await Promise.all([REFRESH, ACCOUNT, SEEN].map(key => host.storage.remove(key)))
  tell(host, null)
}

/** Of another, whose session merely ended here, what is left stays. */
async function forgetRuns({ storage }: MailHost, account: string | undefined): Promise<void> {
  const others = othersIn(await storage.read(RUNS), account)
  await (others.length > 0 ? storage.write(RUNS, JSON.stringify(others)) : storage.remove(RUNS))
}

function othersIn(kept: string | null, account: string | undefined): unknown[] {
  try {
    return (JSON.parse(kept ?? '[]') as { account: string }[]).filter(run => run.account !== account)
  } catch {
    return []
  }
}

function tell(host: MailHost, user: Me | null): void {
  for (const listener of kept(host).listeners) listener(user)
}

function kept(host: MailHost): Kept {
  const known = keptFor.get(host)
  if (known) return known
  const fresh: Kept = { token: null, user: null, hasLeft: false, renewal: null, listeners: new Set() }
  keptFor.set(host, fresh)
  return fresh
}
