import * as Type from 'typebox'
import { route } from './route.ts'
import { Nothing } from './scalars.ts'
import { Code, FactorDraft } from './session.ts'

/** Whether I have a second factor, and whether I must. */
export type FactorState = Type.Static<typeof FactorState>
export const FactorState = Type.Object({
  isOn: Type.Boolean(),
  isRequired: Type.Boolean(),
  codesLeft: Type.Integer(),
})

export const readFactor = route({
  method: 'GET',
  url: '/api/me/second-factor',
  scope: 'session',
  schema: { summary: 'My second factor', response: { 200: FactorState } },
})

/** Begins a second factor; nothing is asked for until its first code has confirmed it. */
export const draftFactor = route({
  method: 'POST',
  url: '/api/me/second-factor',
  scope: 'session',
  schema: { summary: 'Begin a second factor', response: { 200: FactorDraft } },
})

/** Confirms it by a code of the app; the answer carries the recovery codes, this once. */
export const confirmFactor = route({
  method: 'POST',
  url: '/api/me/second-factor/confirm',
  scope: 'session',
  triesPerMinute: 20,
  schema: {
    summary: 'Confirm a second factor',
    body: Type.Object({ code: Code }, { additionalProperties: false }),
    response: { 200: Type.Object({ recoveryCodes: Type.Array(Type.String()) }) },
  },
})

/** Takes it off, by a code of it. */
export const removeFactor = route({
  method: 'POST',
  url: '/api/me/second-factor/remove',
  scope: 'session',
  triesPerMinute: 20,
  schema: {
    summary: 'Take my second factor off',
    body: Type.Object({ code: Code }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})
