import * as Type from 'typebox'
import { route } from './route.ts'
import { Nothing, OptionalText } from './scalars.ts'
import { Session } from './session.ts'

const Token = Type.String({ minLength: 1, maxLength: 200 })
const Language = Type.Union([Type.Literal('pl'), Type.Literal('en')])
const CompanyName = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

/** What the guided set-up goes through once somebody is in; each may be done later or left out. */
export type FirstStep = Type.Static<typeof FirstStep>
export const firstSteps = ['company', 'mailbox', 'mail', 'colleagues', 'programs'] as const
export const FirstStep = Type.Enum([...firstSteps])

/** Whether a token opens the set-up: of an empty company, and the one that the last start printed. */
export const lookAtSetUp = route({
  method: 'POST',
  url: '/api/set-up/look',
  open: true,
  triesPerMinute: 20,
  schema: {
    summary: 'Whether a set-up token is good',
    body: Type.Object({ token: Token }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})

/** Makes the first user, an administrator, and signs him in. Once: with him the door is closed for ever. */
export const setUp = route({
  method: 'POST',
  url: '/api/set-up',
  open: true,
  triesPerMinute: 10,
  schema: {
    summary: 'Make the first user of an empty company',
    body: Type.Object(
      {
        token: Token,
        company: CompanyName,
        name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        email: Type.String({ maxLength: 320 }),
        password: Type.String({ minLength: 8, maxLength: 1000 }),
        language: Language,
      },
      { additionalProperties: false },
    ),
    response: { 201: Session },
  },
})

/** How far the guided set-up went. */
export type FirstRun = Type.Static<typeof FirstRun>
export const FirstRun = Type.Object({
  company: OptionalText,
  /** Own domains. */
  domains: Type.Array(Type.String()),
  done: Type.Array(FirstStep),
  skipped: Type.Array(FirstStep),
  /** The https address for mail programs, where the server knows it. */
  publicUrl: OptionalText,
})

/** How far it went, to go on there. Administrators only. */
export const readFirstRun = route({
  method: 'GET',
  url: '/api/first-run',
  schema: { summary: 'How far the guided set-up went', response: { 200: FirstRun } },
})

/** Names the company, and notes a step as done, left out for now, or open again. Administrators only. */
export const changeFirstRun = route({
  method: 'PATCH',
  url: '/api/first-run',
  scope: 'session',
  schema: {
    summary: 'Go on with the guided set-up',
    body: Type.Object(
      {
        company: Type.Optional(CompanyName),
        step: Type.Optional(FirstStep),
        state: Type.Optional(Type.Enum(['open', 'done', 'skipped'])),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: { 200: FirstRun },
  },
})
