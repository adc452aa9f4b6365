import { setTimeout as wait } from 'node:timers/promises'

/**
 * Somebody who was let in before the first kill and is never let in again: a web application and a pane that trade their
 * tokens without a pause, and a program with a token of its own. What is not answered they ask once more.
 */
export interface Visitor {
  name: string
  /** How often he was told that he is not known. */
  signedOut: number
  /** How often he was answered. */
  answered: number
  /** How often an answer never came. */
  lost: number
  stop(): Promise<void>
}

const PAUSE_MS = 30

/** A browser: trades its refresh token, asks with what it got, and trades again. */
export function visitWith(origin: string, name: string, session: { refresh: string }): Visitor {
  let { refresh } = session
  return keepAsking(name, async () => {
    const traded = await ask(origin, '/api/session/refresh', null, { refresh })
    if (traded.status !== 200) return traded.status
    refresh = traded.body.refresh ?? ''
    return (await ask(origin, '/api/me', traded.body.token ?? '')).status
  })
}

/** A program with an access token. */
export function askWith(origin: string, token: string): Visitor {
  return keepAsking('program', async () => (await ask(origin, '/api/me', token)).status)
}

function keepAsking(name: string, once: () => Promise<number>): Visitor {
  let isOver = false
  const visitor = { name, signedOut: 0, answered: 0, lost: 0 }
  const asking = (async () => {
    while (!isOver) {
      try {
        const status = await once()
        if (status === 401) visitor.signedOut += 1
        if (status === 200) visitor.answered += 1
        if (visitor.signedOut > 0) return
      } catch {
        visitor.lost += 1
      }
      await wait(PAUSE_MS)
    }
  })()
  return Object.assign(visitor, {
    async stop() {
      isOver = true
      await asking
    },
  })
}

async function ask(origin: string, url: string, token: string | null, body?: object) {
  const reply = await fetch(`${origin}${url}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  })
  return { status: reply.status, body: (await reply.json()) as Record<string, string> }
}

/** Two browsers and a program of somebody, let in once. */
export async function openVisitors(origin: string, who: { email: string; password: string }): Promise<Visitor[]> {
  const signIn = async () => (await ask(origin, '/api/session', null, who)).body as { refresh: string; token: string }
  const [web, pane] = [await signIn(), await signIn()]
  const made = await ask(origin, '/api/me/tokens', web.token, { name: 'Program', scopes: ['read'], days: 30 })
  return [visitWith(origin, 'web', web), visitWith(origin, 'pane', pane), askWith(origin, made.body.token ?? '')]
}
