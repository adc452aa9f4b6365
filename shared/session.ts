import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, page, Time } from './scalars.ts'
import { Me } from './user.ts'

/** An access token for minutes, a refresh token for weeks, and who one is. */
export type Session = Type.Static<typeof Session>
export const Session = Type.Object({
  token: Type.String(),
  refresh: Type.String(),
  user: Me,
  /** Shown once, when a second factor was set up on the way in. */
  recoveryCodes: Type.Optional(Type.Array(Type.String())),
})

const Password = Type.String({ minLength: 1, maxLength: 1000 })
const NewPassword = Type.String({ minLength: 8, maxLength: 1000 })

/** Six digits of the authenticator app, or a recovery code. */
export const Code = Type.String({ minLength: 6, maxLength: 40 })

const Credentials = { email: Type.String({ maxLength: 320 }), password: Password }

/** Signs in by password; with a second factor the code travels along, after the refusal `code-needed` has asked for it. */
export const signIn = route({
  method: 'POST',
  url: '/api/session',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Sign in',
    body: Type.Object({ ...Credentials, code: Type.Optional(Code) }, { additionalProperties: false }),
    response: { 200: Session },
  },
})

/** A second factor that waits for its first code: the secret for an app, also as the address that a QR code holds. */
export type FactorDraft = Type.Static<typeof FactorDraft>
export const FactorDraft = Type.Object({ secret: Type.String(), uri: Type.String() })

/** For who must have a second factor and has none: begins one. The next sign-in with its code confirms it. */
export const draftFactorBySignIn = route({
  method: 'POST',
  url: '/api/session/second-factor',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Begin the second factor that the company asks for',
    body: Type.Object(Credentials, { additionalProperties: false }),
    response: { 200: FactorDraft },
  },
})

/** Trades a refresh token for new tokens. Each serves once, unless the answer was lost; a second use ends the session everywhere. */
export const refreshSession = route({
  method: 'POST',
  url: '/api/session/refresh',
  open: true,
  schema: {
    summary: 'Go on with a session',
    body: Type.Object({ refresh: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
    response: { 200: Session },
  },
})

/** Signs out here; both tokens are worthless from then on. */
export const signOut = route({
  method: 'DELETE',
  url: '/api/session',
  scope: 'session',
  schema: { summary: 'Sign out', response: { 204: Nothing } },
})

/** Sets a password by a one-time link, the first or a new one, and signs in. Who has a second factor needs it here too. */
export const usePasswordLink = route({
  method: 'POST',
  url: '/api/session/password-link',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Set a password by a one-time link',
    body: Type.Object(
      { token: Type.String({ maxLength: 200 }), password: NewPassword, code: Type.Optional(Code) },
      { additionalProperties: false },
    ),
    response: { 200: Session },
  },
})

/** One session of mine, wherever it is. */
export type KnownSession = Type.Static<typeof KnownSession>
export const KnownSession = Type.Object({
  id: Id,
  isThis: Type.Boolean(),
  door: Type.Enum(['password', 'link', 'provider', 'mail-program']),
  /** What the program said of itself (User-Agent). */
  device: Type.String(),
  address: Type.String(),
  createdAt: Time,
  seenAt: Time,
})

export const listSessions = route({
  method: 'GET',
  url: '/api/me/sessions',
  scope: 'session',
  schema: { summary: 'My sessions', response: { 200: page(KnownSession) } },
})

/** Ends one session of mine, with the access token that it still holds. */
export const endSession = route({
  method: 'DELETE',
  url: '/api/me/sessions/:sessionId',
  scope: 'session',
  schema: { summary: 'End a session', params: Type.Object({ sessionId: Id }), response: { 204: Nothing } },
})

export const endOtherSessions = route({
  method: 'DELETE',
  url: '/api/me/sessions',
  scope: 'session',
  schema: { summary: 'End all my other sessions', response: { 204: Nothing } },
})

/** Changes my password; every other session of mine ends. */
export const changePassword = route({
  method: 'POST',
  url: '/api/me/password',
  scope: 'session',
  triesPerMinute: 20,
  schema: {
    summary: 'Change my password',
    body: Type.Object({ password: Password, next: NewPassword }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})
