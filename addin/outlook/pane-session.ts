import { readReadiness } from '../../shared/health.ts'
import type { Route } from '../../shared/route.ts'
import { refreshSession, type Session } from '../../shared/session.ts'
import { alone, REFRESH } from '../api/session.ts'
import type { Ask } from '../guard/ask-whose.ts'
import { inTime } from '../guard/in-time.ts'
import { askServer } from '../host/ask-server.ts'
import type { HostReply } from '../host/mail-host.ts'
import { outlookStorage } from '../host/outlook-storage.ts'

/** A token serves for ten minutes. */
const TOKEN_MS = 8 * 60_000
/** A server that does not answer within it is not trusted with the session. */
const PROBE_MS = 1_000
const HELD = 'lupa:guard'

/** What an event got for itself, for the next one of the same window; `of` tells from which refresh token. */
interface Held {
  token: string
  of: string
  at: number
}

/**
 * Asks our server in the session that the pane keeps in the browser's storage, without being the pane. It ends no session
 * and begins none: where nobody is signed in, where the browser keeps nothing for the frame, or where the event runs without
 * a page as in classic Outlook for Windows, nothing is asked.
 */
export function askInPaneSession(page: Window | null, untilMs: number): Ask {
  let token: Promise<string | null> | null = null
  return async (route, body) => {
    if (!page) return null
    token ??= tokenOf(page, untilMs)
    const bearer = await token
    if (!bearer) return null
    const reply = await send(page, route, body, bearer)
    return reply.status === 200 ? JSON.parse(reply.body) : null
  }
}

/** The page in which an event runs; null where there is none. */
export function pageOfEvents(): Window | null {
  return typeof window === 'undefined' || typeof document === 'undefined' ? null : window
}

/** Whether somebody is signed in in the pane, as far as an event can know and use it. */
export async function hasPaneSession(page: Window): Promise<boolean> {
  return Boolean(page.navigator.locks) && Boolean(await outlookStorage(page).read(REFRESH))
}

/** Under the lock of all pages that share the refresh token: a token that is traded twice ends the session everywhere. */
async function tokenOf(page: Window, untilMs: number): Promise<string | null> {
  const storage = outlookStorage(page)
  if (!(await hasPaneSession(page))) return null
  return alone(async () => {
    const refresh = await storage.read(REFRESH)
    if (!refresh) return null
    const held = readHeld(page)
    if (held?.of === markOf(refresh) && Date.now() - held.at < TOKEN_MS) return held.token
    // Outlook may take the page away once the mail is gone, and a trade whose answer is not heard may cost the session: it
    // is begun only while there is time, with a server that has just answered.
    const isThere = await inTime(send(page, readReadiness).then(Boolean), false, PROBE_MS)
    if (!isThere || Date.now() > untilMs) return null
    const reply = await send(page, refreshSession, { refresh })
    // Whoever signed out or in meanwhile has the last word.
    if (reply.status !== 200 || (await storage.read(REFRESH)) !== refresh) return null
    const session = JSON.parse(reply.body) as Session
    await storage.write(REFRESH, session.refresh)
    hold(page, { token: session.token, of: markOf(session.refresh), at: Date.now() })
    return session.token
  })
}

function send(page: Window, { method, url }: Route, body?: object, token?: string): Promise<HostReply> {
  const headers = {
    accept: 'application/json',
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  return askServer(page, url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

/** Enough of a secret to tell it from others, and too little to use it. */
function markOf(refresh: string): string {
  return refresh.slice(-8)
}

function readHeld(page: Window): Held | null {
  try {
    return JSON.parse(page.sessionStorage.getItem(HELD) ?? 'null')
  } catch {
    return null
  }
}

function hold(page: Window, held: Held): void {
  try {
    page.sessionStorage.setItem(HELD, JSON.stringify(held))
  } catch {
    // Then the next one is got anew.
  }
}
