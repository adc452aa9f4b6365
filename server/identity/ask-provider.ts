import * as client from 'openid-client'
import { Refusal } from '../refusal.ts'

const PATIENCE_SECONDS = 10
const LONGEST_LABEL = 200
/** Microsoft's sign-in, also that of its national clouds. */
const microsoft = /^login\.(partner\.)?microsoftonline\./
const loopback = ['127.0.0.1', '[::1]', 'localhost']

/** What is needed to talk to a provider. */
export interface OpenedProvider {
  issuer: string
  clientId: string
  clientSecret: string
}

/** What binds an answer to the question: each is used once. */
export interface Bond {
  state: string
  nonce: string
  verifier: string
}

/** Who somebody is at a provider: the pair that counts, and what the provider calls him. */
export interface Person {
  issuer: string
  subject: string
  label: string
}

/** A fresh bond. */
export function freshBond(): Bond {
  return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
}

/** The address at a provider where somebody shows who he is. */
export async function addressAtProvider(provider: OpenedProvider, callback: string, bond: Bond): Promise<string> {
  const configuration = await discover(provider)
  const challenge = await client.calculatePKCECodeChallenge(bond.verifier)
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope: 'openid profile email',
    state: bond.state,
    nonce: bond.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).href
}

/**
 * Reads a provider's answer. The library checks state, nonce, PKCE, the signature, issuer and audience of the ID token,
 * and the issuer in the answer itself (RFC 9207); any doubt throws.
 */
export async function personInAnswer(provider: OpenedProvider, answer: URL, bond: Bond): Promise<Person> {
  const configuration = await discover(provider)
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: bond.verifier,
    expectedState: bond.state,
    expectedNonce: bond.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the provider sent no ID token')
  return { issuer: claims.iss, subject: subjectOf(claims), label: labelOf(claims) }
}

/** Reads the provider's own description; one that does not answer, or names another issuer, is refused. */
export async function discover({ issuer, clientId, clientSecret }: OpenedProvider): Promise<client.Configuration> {
  const url = addressOf(issuer)
  const isHere = url.protocol === 'http:' && loopback.includes(url.hostname)
  try {
    return await client.discovery(url, clientId, undefined, client.ClientSecretPost(clientSecret), {
      timeout: PATIENCE_SECONDS,
      execute: isHere ? [client.allowInsecureRequests] : [],
    })
  } catch {
    throw new Refusal('provider-silent')
  }
}

/** Only https, or this very machine. */
function addressOf(issuer: string): URL {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isHere = url?.protocol === 'http:' && loopback.includes(url.hostname)
  if (!url || (url.protocol !== 'https:' && !isHere)) throw new Refusal('invalid', ['issuer'])
  return url
}

/** Who somebody is at the issuer, in the words by which we know him from then on. */
export function subjectOf(claims: client.IDToken): string {
  const isMicrosoft = microsoft.test(new URL(claims.iss).hostname)
  const isComplete = typeof claims['tid'] === 'string' && typeof claims['oid'] === 'string'
  return isMicrosoft && isComplete ? subjectInTenant(claims) : claims.sub
}

/** Microsoft's `sub` differs for each application; the tenant's object id stays when the application is made anew. */
export function subjectInTenant(claims: Record<string, unknown>): string {
  return `${claims['tid']}/${claims['oid']}`
}

/** What the provider calls somebody: for people's eyes only, never compared with anything. */
export function labelOf(claims: Record<string, unknown>): string {
  const words = [claims['name'], claims['email'] ?? claims['preferred_username']].filter(
    word => typeof word === 'string',
  )
  return (words.join(', ') || String(claims['sub'])).replaceAll(/\p{C}/gu, '').slice(0, LONGEST_LABEL)
}
