import { setTimeout as wait } from 'node:timers/promises'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import type { GraphSettings } from './read-settings.ts'
import { openTokens } from './token.ts'

/** How Microsoft's mail is asked. Every refusal that is no answer to the question ends as a `MailboxTrouble`. */
export interface GraphClient {
  /** Asks for a path below the service's address, or for one of its own links. 404 and 410 are answers. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', link: string, body?: object): Promise<Response>
}

/** Where the two services are. */
export interface GraphPlaces {
  login: string
  graph: string
}

const TIMEOUT_MS = 60_000
const LONGEST_WAIT_S = 300
const TRIES = 6
/** Ids that stay when a message is moved, and pages that are stored in one go. */
const PREFER = 'IdType="ImmutableId", odata.maxpagesize=50'

/** Asks as the tenant's application. Told to wait (429, 503), it waits as long as it is told, else longer each time. */
export function openGraph(places: GraphPlaces, settings: GraphSettings, signal: AbortSignal): GraphClient {
  const tokens = openTokens(places.login, settings, signal)
  return {
    async ask(method, link, body) {
      const url = ownUrl(places.graph, link)
      for (let turn = 1; ; turn += 1) {
        const response = await send(url, method, body, await tokens.present(), signal)
        if (response.ok || response.status === 404 || response.status === 410) return response
        await response.body?.cancel()
        if (turn === TRIES) throw troubleOf(response.status)
        if (response.status === 401) tokens.forget()
        else if (isForNow(response.status)) await pause(response, turn, signal)
        else throw troubleOf(response.status)
      }
    },
  }
}

/** Links come from answers; one that leads elsewhere would carry our token there. */
function ownUrl(base: string, link: string): string {
  const url = new URL(link, base)
  if (url.origin !== base) throw new MailboxTrouble('server-refused')
  return url.href
}

async function send(url: string, method: string, body: object | undefined, token: string, signal: AbortSignal) {
  try {
    return await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        prefer: PREFER,
        ...(body && { 'content-type': 'application/json' }),
      },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      ...(body && { body: JSON.stringify(body) }),
    })
  } catch (error) {
    throw new MailboxTrouble(signal.aborted ? 'gone' : 'unreachable', error)
  }
}

const isForNow = (status: number) => status === 429 || status === 423 || status >= 500

async function pause(response: Response, turn: number, signal: AbortSignal) {
  const told = Number(response.headers.get('retry-after') ?? Number.NaN)
  const seconds = Number.isFinite(told) && told >= 0 ? told : 2 ** turn * (0.5 + Math.random() / 2)
  await wait(Math.min(seconds, LONGEST_WAIT_S) * 1000, undefined, { signal }).catch(() => {
    throw new MailboxTrouble('gone')
  })
}

function troubleOf(status: number): MailboxTrouble {
  if (status === 401) return new MailboxTrouble('sign-in-refused', { status })
  return new MailboxTrouble(status === 403 ? 'access-denied' : 'server-refused', { status })
}
