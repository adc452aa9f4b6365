import * as Type from 'typebox'
import { route } from './route.ts'
import { Nothing } from './scalars.ts'
import { Me } from './user.ts'

/** An access token for minutes, a refresh token for weeks, and who one is. */
export type Session = Type.Static<typeof Session>
export const Session = Type.Object({ token: Type.String(), refresh: Type.String(), user: Me })

const Password = Type.String({ minLength: 1, maxLength: 1000 })

/** Signs in by password. */
export const signIn = route({
  method: 'POST',
  url: '/api/session',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Sign in',
    body: Type.Object({ email: Type.String({ maxLength: 320 }), password: Password }, { additionalProperties: false }),
    response: { 200: Session },
  },
})

/** Trades a refresh token for new tokens. Each serves once; a second use ends the session everywhere. */
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

/** Signs out here; the refresh token is worthless from then on. */
export const signOut = route({
  method: 'DELETE',
  url: '/api/session',
  schema: { summary: 'Sign out', response: { 204: Nothing } },
})

/** Sets the first password of a user who was given a one-time link, and signs in. */
export const usePasswordLink = route({
  method: 'POST',
  url: '/api/session/password-link',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Set a password by a one-time link',
    body: Type.Object(
      { token: Type.String({ maxLength: 200 }), password: Type.String({ minLength: 8, maxLength: 1000 }) },
      { additionalProperties: false },
    ),
    response: { 200: Session },
  },
})
