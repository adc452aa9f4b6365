import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import type { GraphSettings } from './read-settings.ts'

const TIMEOUT_MS = 30_000
/** What a token is for: Microsoft's Graph, or the IMAP of Exchange Online. */
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'
export const IMAP_SCOPE = 'https://outlook.office365.com/.default'
/** A token is renewed this long before it ends. */
const MARGIN_MS = 300_000

/** The application of a tenant and its secret. */
type Application = Pick<GraphSettings, 'tenant' | 'clientId' | 'clientSecret'>

/** The tokens of an application: one at a time, as long as it lives (OAuth 2.0, client credentials). */
export interface Tokens {
  present(): Promise<string>
  forget(): void
}

export function openTokens(login: string, settings: Application, signal: AbortSignal): Tokens {
  let held: { token: string; until: number } | null = null
  return {
    async present() {
      if (!held || held.until < Date.now()) held = await fetchToken(login, settings, GRAPH_SCOPE, signal)
      return held.token
    },
    forget() {
      held = null
    },
  }
}

/** A token by the application's own secret, and until when it may be used. */
export async function fetchToken(
  login: string,
  { tenant, clientId, clientSecret }: Application,
  scope: string,
  signal: AbortSignal,
) {
  const response = await fetch(`${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    }),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((error: unknown) => {
    throw new MailboxTrouble(signal.aborted ? 'gone' : 'unreachable', error)
  })
  const isRefused = response.status === 400 || response.status === 401
  if (!response.ok)
    throw new MailboxTrouble(isRefused ? 'sign-in-refused' : 'server-refused', { refusals: await refusalsIn(response) })
  const { access_token: token, expires_in: seconds } = (await response.json()) as Record<string, unknown>
  if (typeof token !== 'string') throw new MailboxTrouble('server-refused')
  return { token, until: Date.now() + Math.max(Number(seconds) * 1000 - MARGIN_MS, 10_000) }
}

/** The numbers by which Microsoft says why it lets nobody in; none where it gave none. */
export function refusalsOf({ cause }: MailboxTrouble): number[] {
  return (cause as { refusals?: number[] } | undefined)?.refusals ?? []
}

async function refusalsIn(response: Response): Promise<number[]> {
  const said = (await response.json().catch(() => null)) as { error_codes?: unknown } | null
  return Array.isArray(said?.error_codes) ? said.error_codes.filter(code => typeof code === 'number') : []
}
