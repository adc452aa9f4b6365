import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, OptionalTime, page } from './scalars.ts'
import { Name } from './user.ts'

/** How somebody comes in, as an administrator sees it. */
export type Account = Type.Static<typeof Account>
export const Account = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  isAdmin: Type.Boolean(),
  disabledAt: OptionalTime,
  hasPassword: Type.Boolean(),
  /** Until when an invitation or reset that was not used yet is good. */
  linkUntil: OptionalTime,
  seenAt: OptionalTime,
  sessions: Type.Integer(),
  tokens: Type.Integer(),
  identities: Type.Integer(),
  hasSecondFactor: Type.Boolean(),
})

const params = Type.Object({ userId: Id })

/** One's own, where what is done opens an administrator's account and one did not just sign in. */
const OwnPassword = Type.Optional(Type.String({ maxLength: 1000 }))

/** Every account, also those that were shut out. Administrators only, as all of these. */
export const listAccounts = route({
  method: 'GET',
  url: '/api/accounts',
  scope: 'session',
  schema: { summary: 'Accounts', response: { 200: page(Account) } },
})

/**
 * Shuts an account out or lets it in again; names it administrator or no longer; changes its name and the address by which
 * its owner signs in. Out means out: at once, everywhere.
 */
export const changeAccount = route({
  method: 'PATCH',
  url: '/api/accounts/:userId',
  scope: 'session',
  schema: {
    summary: 'Change an account',
    params,
    body: Type.Object(
      {
        isDisabled: Type.Optional(Type.Boolean()),
        isAdmin: Type.Optional(Type.Boolean()),
        name: Type.Optional(Name),
        email: Type.Optional(Type.String({ maxLength: 320 })),
        password: OwnPassword,
      },
      { additionalProperties: false },
    ),
    response: { 204: Nothing },
  },
})

/** Makes a one-time link to set a password, as an invitation or a reset; an earlier one stops working. */
export const createPasswordLink = route({
  method: 'POST',
  url: '/api/accounts/:userId/password-link',
  scope: 'session',
  schema: {
    summary: 'Make a password link',
    params,
    body: Type.Object({ password: OwnPassword }, { additionalProperties: false }),
    response: { 201: Type.Object({ passwordLink: Type.String() }) },
  },
})

export const endPasswordLink = route({
  method: 'DELETE',
  url: '/api/accounts/:userId/password-link',
  scope: 'session',
  schema: { summary: 'Withdraw a password link', params, response: { 204: Nothing } },
})

/** Ends every session and access token of an account. */
export const endAccountSessions = route({
  method: 'DELETE',
  url: '/api/accounts/:userId/sessions',
  scope: 'session',
  schema: { summary: 'End all sessions of an account', params, response: { 204: Nothing } },
})

/** Takes the second factor off, for somebody who lost his telephone. */
export const resetFactor = route({
  method: 'DELETE',
  url: '/api/accounts/:userId/second-factor',
  scope: 'session',
  schema: { summary: 'Take a second factor off', params, response: { 204: Nothing } },
})

/** Who must have a second factor. */
export type FactorPolicy = Type.Static<typeof FactorPolicy>
export const FactorPolicy = Type.Enum(['nobody', 'administrators', 'everyone'])

export const readFactorPolicy = route({
  method: 'GET',
  url: '/api/settings/second-factor',
  schema: { summary: 'Who must have a second factor', response: { 200: Type.Object({ required: FactorPolicy }) } },
})

export const changeFactorPolicy = route({
  method: 'PATCH',
  url: '/api/settings/second-factor',
  scope: 'session',
  schema: {
    summary: 'Say who must have a second factor',
    body: Type.Object({ required: FactorPolicy }, { additionalProperties: false }),
    response: { 200: Type.Object({ required: FactorPolicy }) },
  },
})
