import type { Session } from '../../shared/session.ts'
import { redeemCode } from '../../shared/sign-in-provider.ts'
import type { MailHost } from '../host/mail-host.ts'
import { call } from './call.ts'

/** A word that its maker keeps, and what he shows of it (as in RFC 7636). */
export interface HandoverWords {
  verifier: string
  challenge: string
}

/** Begins to take a session over from another page: the challenge goes there, the verifier stays here. */
export async function startHandover(): Promise<HandoverWords> {
  const verifier = asText(crypto.getRandomValues(new Uint8Array(32)))
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return { verifier, challenge: asText(new Uint8Array(hash)) }
}

/** Trades the code that came back for a session, which the caller then adopts. */
export function redeemHandover(host: MailHost, code: string, verifier: string): Promise<Session> {
  return call(host, redeemCode, { body: { code, verifier } })
}

/** base64url without padding. */
function asText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
