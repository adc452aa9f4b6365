import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Limit, Nothing, OptionalTime, page, Time } from './scalars.ts'

/** What a token may do: read what its owner sees, change what he may change, do what he may as an administrator. */
export type Scope = (typeof scopes)[number]
export const scopes = ['read', 'write', 'admin'] as const

const Scopes = Type.Array(Type.Enum([...scopes]), { maxItems: 3 })

/** A token for programs, as its owner sees it; the word itself is shown once. */
export type AccessToken = Type.Static<typeof AccessToken>
export const AccessToken = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Scopes,
  createdAt: Time,
  expiresAt: Time,
  usedAt: OptionalTime,
})

/** The same as administrators see it: whose it is, and never what it opens. */
export type OwnedToken = Type.Static<typeof OwnedToken>
export const OwnedToken = Type.Object({ ...AccessToken.properties, ownerId: Id, ownerName: Type.String() })

export const LONGEST_TOKEN_DAYS = 366

export const listAccessTokens = route({
  method: 'GET',
  url: '/api/me/tokens',
  scope: 'session',
  schema: { summary: 'My access tokens', response: { 200: page(AccessToken) } },
})

export const createAccessToken = route({
  method: 'POST',
  url: '/api/me/tokens',
  scope: 'session',
  schema: {
    summary: 'Create an access token',
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
        scopes: Scopes,
        days: Type.Integer({ minimum: 1, maximum: LONGEST_TOKEN_DAYS }),
      },
      { additionalProperties: false },
    ),
    response: { 201: Type.Object({ ...AccessToken.properties, token: Type.String() }) },
  },
})

/** Ends a token; it stops working at once. */
export const endAccessToken = route({
  method: 'DELETE',
  url: '/api/me/tokens/:tokenId',
  scope: 'session',
  schema: { summary: 'End an access token', params: Type.Object({ tokenId: Id }), response: { 204: Nothing } },
})

/** Of everybody, or of those whose name or address holds the words, those that still work; what ends first comes first. Administrators only. */
export const listEveryToken = route({
  method: 'GET',
  url: '/api/access-tokens',
  scope: 'session',
  schema: {
    summary: 'Access tokens of all users',
    querystring: Type.Object({
      q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(OwnedToken) },
  },
})

/** Ends anybody's token; it stops working at once. Administrators only. */
export const endAnyToken = route({
  method: 'DELETE',
  url: '/api/access-tokens/:tokenId',
  scope: 'session',
  schema: {
    summary: 'End an access token of any user',
    params: Type.Object({ tokenId: Id }),
    response: { 204: Nothing },
  },
})
