import * as Type from 'typebox'
import { route } from './route.ts'
import { Nothing } from './scalars.ts'

/** Whether who forgot his password can be sent a link. Where not, an administrator makes one. */
export const readForgotten = route({
  method: 'GET',
  url: '/api/session/forgotten-password',
  open: true,
  schema: {
    summary: 'Whether a link for a forgotten password can be mailed',
    response: { 200: Type.Object({ isMailed: Type.Boolean() }) },
  },
})

/** Has a link to set a new password mailed. The answer is the same whether anybody has this address or not. */
export const askForLink = route({
  method: 'POST',
  url: '/api/session/forgotten-password',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Ask for a link because the password is forgotten',
    body: Type.Object({ email: Type.String({ maxLength: 320 }) }, { additionalProperties: false }),
    response: { 202: Nothing },
  },
})
