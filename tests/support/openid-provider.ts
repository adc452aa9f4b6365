import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody as a real OpenID provider knows him. */
export interface Person {
  subject: string
  name: string
  email: string
}

/** A real OpenID provider on this machine, which lets in whoever was named last, without asking. */
export interface OpenIdProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Who stands before the provider's door from now on. */
  letIn(person: Person): void
  stop(): Promise<void>
}

const client = { id: 'lupa', secret: 'tajemnica-klienta-dosc-dluga' }

/** Starts a provider that knows our server as a client. */
export async function startOpenIdProvider(callback: string): Promise<OpenIdProvider> {
  const people = new Map<string, Person>()
  let current = ''
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = buildProvider(issuer, callback, people)
  const serveProvider = provider.callback()
  const answer: Parameters<typeof createServer>[1] & ((...words: never[]) => unknown) = (request, response) =>
    request.url?.startsWith('/interaction/')
      ? provider.interactionFinished(request, response, { login: { accountId: current } })
      : serveProvider(request, response)
  return {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    letIn(person) {
      people.set(person.subject, person)
      current = person.subject
    },
    stop: () => new Promise(resolve => server.close(() => resolve()).closeAllConnections()),
  }
}

function buildProvider(issuer: string, callback: string, people: Map<string, Person>): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['a key of a provider in tests'] },
    features: { devInteractions: { enabled: false } },
    // Whatever a person says of himself the provider repeats, also that his address was verified.
    claims: { openid: ['sub', 'name', 'email', 'email_verified'] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...people.get(subject), email_verified: true }),
    }),
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId
      const grant = new oidc.provider.Grant({ clientId: client.id, ...(accountId && { accountId }) })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
}

/** Goes where a browser would be sent, with its cookies, until it is sent to `end`; answers that address. */
export async function followTo(start: string, end: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = start
  for (let turn = 0; turn < 10 && !address.startsWith(end); turn += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/)
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const next = reply.headers.get('location')
    if (!next) throw new Error(`${address} answered ${reply.status}: ${(await reply.text()).slice(-500)}`)
    address = new URL(next, address).href
  }
  return address
}
