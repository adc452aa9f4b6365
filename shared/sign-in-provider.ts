import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, page, Time } from './scalars.ts'
import { Session } from './session.ts'

/** base64url of the SHA-256 of a word that the beginner keeps to himself (as in RFC 7636). */
const Challenge = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const Verifier = Type.String({ pattern: '^[A-Za-z0-9._~-]{43,128}$' })

/** Where a provider sends people back to; it must be entered there. */
export const callbackPath = '/api/session/provider/callback'

export const listProviders = route({
  method: 'GET',
  url: '/api/session/providers',
  open: true,
  schema: {
    summary: 'Ways to sign in beside the password',
    response: { 200: page(Type.Object({ id: Id, name: Type.String() })) },
  },
})

/** Begins to sign in at a provider; with the token of an invitation, whoever comes back is linked to the one invited. */
export const beginProviderVisit = route({
  method: 'POST',
  url: '/api/session/provider',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Begin to sign in at a provider',
    body: Type.Object(
      { providerId: Id, challenge: Challenge, link: Type.Optional(Type.String({ maxLength: 200 })) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ url: Type.String() }) },
  },
})

/** Makes a code by which a mail program gets a session of its own: once, within two minutes, with the verifier. */
export const handOver = route({
  method: 'POST',
  url: '/api/session/handover',
  scope: 'session',
  schema: {
    summary: 'Hand a session over to a mail program',
    body: Type.Object({ challenge: Challenge }, { additionalProperties: false }),
    response: { 201: Type.Object({ code: Type.String() }) },
  },
})

/** Trades such a code, or the one that a provider's answer became, for a session. */
export const redeemCode = route({
  method: 'POST',
  url: '/api/session/redeem',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Take a handed-over session',
    body: Type.Object({ code: Type.String({ maxLength: 200 }), verifier: Verifier }, { additionalProperties: false }),
    response: { 200: Session },
  },
})

/** Who I am at a provider. */
export type Identity = Type.Static<typeof Identity>
export const Identity = Type.Object({ id: Id, label: Type.String(), providerName: Type.String(), createdAt: Time })

export const listIdentities = route({
  method: 'GET',
  url: '/api/me/identities',
  scope: 'session',
  schema: { summary: 'My identities at providers', response: { 200: page(Identity) } },
})

/** Begins to link an identity at a provider to me. */
export const beginLinking = route({
  method: 'POST',
  url: '/api/me/identities',
  scope: 'session',
  schema: {
    summary: 'Link an identity to me',
    body: Type.Object({ providerId: Id, challenge: Challenge }, { additionalProperties: false }),
    response: { 200: Type.Object({ url: Type.String() }) },
  },
})

export const removeIdentity = route({
  method: 'DELETE',
  url: '/api/me/identities/:identityId',
  scope: 'session',
  schema: { summary: 'Unlink an identity', params: Type.Object({ identityId: Id }), response: { 204: Nothing } },
})

/** A provider as it was set up. The secret is never shown again. */
export type Provider = Type.Static<typeof Provider>
export const Provider = Type.Object({
  id: Id,
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  people: Type.Integer(),
})

const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const issuer = Type.String({ minLength: 1, maxLength: 500 })
const clientId = Type.String({ minLength: 1, maxLength: 300 })
const clientSecret = Type.String({ minLength: 1, maxLength: 1000 })
const providerParams = Type.Object({ providerId: Id })

/** Administrators only, as all that follow. */
export const listProviderSettings = route({
  method: 'GET',
  url: '/api/sign-in-providers',
  scope: 'session',
  schema: {
    summary: 'Sign-in providers',
    response: { 200: Type.Object({ ...page(Provider).properties, callback: Type.String() }) },
  },
})

/** Sets a provider up. Its discovery document is read first, so that a wrong address is found now and not by the users. */
export const createProvider = route({
  method: 'POST',
  url: '/api/sign-in-providers',
  scope: 'session',
  schema: {
    summary: 'Set up a sign-in provider',
    body: Type.Object({ name, issuer, clientId, clientSecret }, { additionalProperties: false }),
    response: { 201: Provider },
  },
})

/** Changes its name, client or secret; another issuer is another provider. */
export const changeProvider = route({
  method: 'PATCH',
  url: '/api/sign-in-providers/:providerId',
  scope: 'session',
  schema: {
    summary: 'Change a sign-in provider',
    params: providerParams,
    body: Type.Object({ name, clientId, clientSecret: Type.Optional(clientSecret) }, { additionalProperties: false }),
    response: { 200: Provider },
  },
})

export const removeProvider = route({
  method: 'DELETE',
  url: '/api/sign-in-providers/:providerId',
  scope: 'session',
  schema: { summary: 'Remove a sign-in provider', params: providerParams, response: { 204: Nothing } },
})

/** Somebody who came from a provider and whom nobody knows yet. His label is what the provider says, and proves nothing. */
export type IdentityRequest = Type.Static<typeof IdentityRequest>
export const IdentityRequest = Type.Object({
  id: Id,
  label: Type.String(),
  subject: Type.String(),
  providerName: Type.String(),
  askedAt: Time,
})

const requestParams = Type.Object({ requestId: Id })

export const listIdentityRequests = route({
  method: 'GET',
  url: '/api/identity-requests',
  scope: 'session',
  schema: { summary: 'Unknown people from providers', response: { 200: page(IdentityRequest) } },
})

/** Says which user somebody is; from then on he comes in as that one. */
export const linkIdentity = route({
  method: 'POST',
  url: '/api/identity-requests/:requestId/link',
  scope: 'session',
  schema: {
    summary: 'Say who somebody is',
    params: requestParams,
    /** The own password opens an administrator's account, unless he who asks signed in just now. */
    body: Type.Object(
      { userId: Id, password: Type.Optional(Type.String({ maxLength: 1000 })) },
      { additionalProperties: false },
    ),
    response: { 204: Nothing },
  },
})

export const removeIdentityRequest = route({
  method: 'DELETE',
  url: '/api/identity-requests/:requestId',
  scope: 'session',
  schema: { summary: 'Turn somebody away', params: requestParams, response: { 204: Nothing } },
})
