import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, page } from './scalars.ts'
import { Session } from './session.ts'

/** A company's Microsoft sign-in as Outlook needs to know it, to ask for a token by itself. None of it is secret. */
export type NestedProvider = Type.Static<typeof NestedProvider>
export const NestedProvider = Type.Object({
  id: Id,
  name: Type.String(),
  clientId: Type.String(),
  /** Where the tenant signs people in. */
  authority: Type.String(),
  /** What the token has to be for: our own server, and nothing of Microsoft's. */
  scope: Type.String(),
})

/** The providers whose accounts Outlook itself can show (nested app authentication). */
export const listNestedProviders = route({
  method: 'GET',
  url: '/api/session/nested',
  open: true,
  schema: { summary: 'Ways to sign in by the account of Outlook', response: { 200: page(NestedProvider) } },
})

/**
 * Signs in by a token that Outlook was given for our server. Whoever it names has to be known already. The limit is wide,
 * because a whole company opens its mail in the same minute behind one address, and nobody guesses a signature.
 */
export const signInNested = route({
  method: 'POST',
  url: '/api/session/nested',
  open: true,
  triesPerMinute: 600,
  schema: {
    summary: 'Sign in by the account of Outlook',
    body: Type.Object(
      { providerId: Id, token: Type.String({ minLength: 1, maxLength: 20_000 }) },
      { additionalProperties: false },
    ),
    response: { 200: Session },
  },
})
