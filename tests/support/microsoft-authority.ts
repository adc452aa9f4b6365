import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** A tenant's sign-in at Microsoft on this machine: its description, its keys, and tokens such as it would sign. */
export interface MicrosoftAuthority {
  origin: string
  issuer: string
  tenant: string
  clientId: string
  /** How often its keys were asked for. */
  keysAsked: number
  /** Whether the keys can be had. */
  isSilent: boolean
  /** A token for our server in the name of somebody; whatever a test gives takes the place of what is usual. */
  token(claims?: JWTPayload, options?: { with?: 'another key' | 'a shared secret'; issued?: Date }): Promise<string>
  /** Signs with a new key from now on, as Microsoft does every few weeks. */
  changeKey(): Promise<void>
  stop(): Promise<void>
}

const tenant = '0a1b2c3d-0000-4000-8000-00000000000a'
const clientId = '5c0ffee5-0000-4000-8000-00000000000c'
const HOUR_S = 3600

/** Starts it on a free port. */
export async function startMicrosoftAuthority(): Promise<MicrosoftAuthority> {
  let signing = await freshKey('first')
  const published = [signing.published]
  const stranger = await freshKey('first')
  const server = createServer((request, response) => {
    const answers: Record<string, () => object> = {
      [`/${tenant}/v2.0/.well-known/openid-configuration`]: () => description(authority.issuer, authority.origin),
      [`/${tenant}/discovery/v2.0/keys`]: () => {
        authority.keysAsked += 1
        return { keys: published }
      },
    }
    const answer = answers[request.url ?? '']
    if (!answer || authority.isSilent) return response.writeHead(authority.isSilent ? 503 : 404).end()
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const authority: MicrosoftAuthority = {
    origin,
    issuer: `${origin}/${tenant}/v2.0`,
    tenant,
    clientId,
    keysAsked: 0,
    isSilent: false,
    async token(claims = {}, { with: what, issued = new Date() } = {}) {
      const seconds = Math.floor(issued.getTime() / 1000)
      const payload = { ...usualClaims(authority.issuer), iat: seconds, exp: seconds + HOUR_S, ...claims }
      if (what === 'a shared secret')
        return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(Buffer.alloc(32, clientId))
      const { key, kid } = what === 'another key' ? stranger : signing
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key)
    },
    async changeKey() {
      signing = await freshKey('second')
      published.push(signing.published)
    },
    stop: () => new Promise(resolve => server.close(() => resolve()).closeAllConnections()),
  }
  return authority
}

/** Anna as the tenant knows her, asking by our add-in for our server. */
function usualClaims(issuer: string): JWTPayload {
  return {
    iss: issuer,
    aud: clientId,
    azp: clientId,
    sub: 'anna for this application',
    tid: tenant,
    oid: 'a11a0000-0000-4000-8000-000000000001',
    scp: 'access_as_user',
    name: 'Anna Nowak',
    preferred_username: 'anna@nasza.example',
    ver: '2.0',
  }
}

async function freshKey(kid: string) {
  const { privateKey: key, publicKey } = await generateKeyPair('RS256')
  return { key, kid, published: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } }
}

function description(issuer: string, origin: string) {
  return {
    issuer,
    jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}
