import * as Type from 'typebox'
import { route } from './route.ts'
import { Id } from './scalars.ts'

/** What somebody who has left looked after, and what can be given to a colleague. */
export type LeaverPart = Type.Static<typeof LeaverPart>
export const LeaverPart = Type.Enum(['contractors', 'cases', 'tasks', 'mailboxes', 'items'])

/** How much of each there is. Numbers and the names of mailboxes, which administrators see anyway. */
export type LeftBehind = Type.Static<typeof LeftBehind>
export const LeftBehind = Type.Object({
  contractors: Type.Integer(),
  cases: Type.Integer(),
  tasks: Type.Integer(),
  mailboxes: Type.Array(Type.String()),
  /** Items that nobody sees any more. */
  items: Type.Integer(),
})

/** How much of each was given. */
export type GivenAway = Type.Static<typeof GivenAway>
export const GivenAway = Type.Object({
  contractors: Type.Integer(),
  cases: Type.Integer(),
  tasks: Type.Integer(),
  mailboxes: Type.Integer(),
  items: Type.Integer(),
})

const params = Type.Object({ userId: Id })

/** Of an account that is shut out, to administrators only. */
export const readLeftBehind = route({
  method: 'GET',
  url: '/api/accounts/:userId/hand-over',
  scope: 'session',
  schema: { summary: 'See how much somebody left behind', params, response: { 200: LeftBehind } },
})

/** Gives it to a colleague, never to the administrator who does it; twice it gives nothing more. */
export const giveAway = route({
  method: 'POST',
  url: '/api/accounts/:userId/hand-over',
  scope: 'session',
  schema: {
    summary: 'Hand over what somebody left behind',
    params,
    body: Type.Object(
      { toId: Id, parts: Type.Array(LeaverPart, { minItems: 1, maxItems: 5, uniqueItems: true }) },
      { additionalProperties: false },
    ),
    response: { 200: GivenAway },
  },
})
