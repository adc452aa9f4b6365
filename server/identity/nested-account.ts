import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { Refusal } from '../refusal.ts'
import { discover, labelOf, type OpenedProvider, type Person, subjectInTenant } from './ask-provider.ts'

/** The one right over our server that Outlook asks for. */
const RIGHT = 'access_as_user'
const KEYS_MS = 60 * 60_000
const PATIENCE_MS = 10_000
const TOLERANCE_SECONDS = 60

const tenantIssuer = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/

/** A tenant's own sign-in at Microsoft. The issuers for many tenants at once are none: anybody could come from there. */
export function tenantOf(issuer: string, login: string): string | null {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  return url?.origin === login ? (tenantIssuer.exec(url.pathname)?.[1] ?? null) : null
}

/** What a token for our server is asked by. */
export function scopeFor(clientId: string): string {
  return `api://${clientId}/${RIGHT}`
}

/** Reads who stands in a token of a provider's; any doubt is a refusal. */
export type ReadAccount = (provider: OpenedProvider, token: string, now: Date) => Promise<Person>

/**
 * Opens the reader of tokens. Keys of an issuer are asked for when a token names one that is not known; which keys there
 * are is asked again each hour.
 */
export function openAccounts(login: string): ReadAccount {
  const rings = new Map<string, { keys: JWTVerifyGetKey; until: number }>()

  async function keysOf(provider: OpenedProvider, now: number): Promise<JWTVerifyGetKey> {
    const known = rings.get(provider.issuer)
    if (known && known.until > now) return known.keys
    const { jwks_uri: address } = (await discover(provider)).serverMetadata()
    // Keys from elsewhere would let elsewhere say who is who.
    if (!address || new URL(address).origin !== new URL(provider.issuer).origin) throw new Refusal('provider-silent')
    const keys = createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE_MS })
    rings.set(provider.issuer, { keys, until: now + KEYS_MS })
    return keys
  }

  return async (provider, token, now) => {
    const tenant = tenantOf(provider.issuer, login)
    if (!tenant) throw new Refusal('account-refused')
    const claims = await verify(token, await keysOf(provider, now.getTime()), provider, now)
    if (!isForUs(claims, tenant, provider.clientId)) throw new Refusal('account-refused')
    return { issuer: provider.issuer, subject: subjectInTenant(claims), label: labelOf(claims) }
  }
}

/** The token's signature, issuer, audience and time. Microsoft signs with RSA; `none` and shared secrets are no signatures. */
async function verify(token: string, keys: JWTVerifyGetKey, { issuer, clientId }: OpenedProvider, now: Date) {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ['RS256'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: now,
      requiredClaims: ['exp', 'sub', 'tid', 'oid', 'scp'],
    })
    return payload
  } catch (error) {
    throw new Refusal(isSilence(error) ? 'provider-silent' : 'account-refused')
  }
}

/** The keys could not be had, which says nothing about the token. */
function isSilence(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return true
  return !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC'
}

/**
 * Whether a user of this tenant asked by our own add-in: another application of the tenant's that may call our server is
 * not the user, and a token of an application's own stands for nobody.
 */
function isForUs(claims: JWTPayload, tenant: string, clientId: string): boolean {
  const rights = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : []
  return (
    claims['tid'] === tenant &&
    typeof claims['oid'] === 'string' &&
    claims['oid'] !== '' &&
    claims['azp'] === clientId &&
    claims['idtyp'] !== 'app' &&
    rights.includes(RIGHT)
  )
}
