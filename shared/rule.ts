import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, OptionalId, OptionalText, OptionalTime } from './scalars.ts'

/** The ways in which each part of a mail can be compared. There is no pattern language on purpose: every rule ends in linear time. */
export const ruleOperators = {
  from: ['is', 'domain', 'prefix', 'contains'],
  to: ['is', 'domain', 'prefix', 'contains'],
  cc: ['is', 'domain', 'prefix', 'contains'],
  subject: ['is', 'prefix', 'contains'],
  header: ['is', 'prefix', 'contains'],
  folder: ['is', 'prefix', 'contains'],
  mailbox: ['is'],
  attachment: ['is'],
  direction: ['is'],
} as const

export type RuleField = keyof typeof ruleOperators
export type RuleOperator = (typeof ruleOperators)['from'][number]

/** Most conditions of a rule, and most values of a condition. */
export const MOST_CONDITIONS = 20
export const MOST_VALUES = 20
/** Most rules of one person, or of the company: an arriving mail is held against all of them. */
export const MOST_RULES = 200

const fields = ['from', 'to', 'cc', 'subject', 'header', 'folder', 'mailbox', 'attachment', 'direction'] as const

/** One thing that a mail must show. `any` of its values suffices, or `all` have to be there. */
export type RuleCondition = Type.Static<typeof RuleCondition>
export const RuleCondition = Type.Object(
  {
    field: Type.Enum([...fields]),
    operator: Type.Enum(['is', 'domain', 'prefix', 'contains']),
    values: Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), {
      minItems: 1,
      maxItems: MOST_VALUES,
    }),
    match: Type.Enum(['any', 'all']),
    /** Name of the header, for a condition about one. */
    header: Type.Optional(Type.String({ pattern: '^[!-9;-~]{1,100}$' })),
  },
  { additionalProperties: false },
)

const body = {
  conditions: Type.Array(RuleCondition, { minItems: 1, maxItems: MOST_CONDITIONS }),
  /** Whether all conditions have to hold, or any of them. */
  match: Type.Enum(['any', 'all']),
  action: Type.Enum(['file', 'leave-out']),
  contractorId: Type.Optional(OptionalId),
  caseId: Type.Optional(OptionalId),
}
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Scope = Type.Enum(['personal', 'company'])

/** What a rule looks for and does. */
export type RuleBody = Type.Static<typeof RuleBody>
export const RuleBody = Type.Object(body, { additionalProperties: false })

export type RuleInput = Type.Static<typeof RuleInput>
export const RuleInput = Type.Object({ name: Name, scope: Scope, ...body }, { additionalProperties: false })

/** A change of a rule: a new version of it, or only whether it is on. */
export type RuleChange = Type.Static<typeof RuleChange>
export const RuleChange = Type.Object(
  {
    name: Type.Optional(Name),
    isOn: Type.Optional(Type.Boolean()),
    body: Type.Optional(RuleBody),
  },
  { additionalProperties: false },
)

/** Why a rule does not apply at the moment, or that it does. */
export const RuleState = Type.Enum(['applies', 'target-hidden', 'case-closed', 'author-gone'])

/** A rule as its list shows it. Where its target is hidden from the reader, nothing of the target is told. */
export type Rule = Type.Static<typeof Rule>
export const Rule = Type.Object({
  id: Id,
  scope: Scope,
  name: Type.String(),
  version: Type.Integer(),
  isOn: Type.Boolean(),
  state: RuleState,
  conditions: Type.Array(RuleCondition),
  match: body.match,
  action: body.action,
  contractorId: OptionalId,
  contractorName: OptionalText,
  caseId: OptionalId,
  caseReference: OptionalText,
  /** How much mail it has filed or left out, as far as the reader sees that mail; above `MOST_HITS` nothing is counted. */
  hits: Type.Integer(),
  mayChange: Type.Boolean(),
})

/** Hits are counted up to here. */
export const MOST_HITS = 1000

/**
 * What a rule would do with a mail: file it, move it from where it was filed by itself, leave it out; or why it does
 * not: it lies there already, somebody decided by hand, the sender is doubtful, it is filed already, it does not fit.
 */
export type RuleOutcome = Type.Static<typeof RuleOutcome>
export const RuleOutcome = Type.Enum([
  'file',
  'move',
  'leave-out',
  'done-already',
  'by-hand',
  'doubtful',
  'filed-already',
  'no-match',
])

/** A mail of the reader, and what a rule would do with it. */
export type RuleTrial = Type.Static<typeof RuleTrial>
export const RuleTrial = Type.Object({
  messageId: Id,
  subject: Type.String(),
  from: Type.String(),
  sentAt: OptionalTime,
  outcome: RuleOutcome,
})

const RuleParams = Type.Object({ ruleId: Id })

/** One's own rules and the company's, each in the order in which they are tried. One's own come first. */
export const listRules = route({
  method: 'GET',
  url: '/api/rules',
  schema: { summary: 'Rules', response: { 200: Type.Object({ items: Type.Array(Rule), next: OptionalText }) } },
})

/** Adds a rule behind the others: one's own, or for administrators the company's. */
export const createRule = route({
  method: 'POST',
  url: '/api/rules',
  schema: { summary: 'Create a rule', body: RuleInput, response: { 201: Rule } },
})

export const changeRule = route({
  method: 'PATCH',
  url: '/api/rules/:ruleId',
  schema: { summary: 'Change a rule', params: RuleParams, body: RuleChange, response: { 200: Rule } },
})

/** Takes a rule away. What it has filed stays, with its name as the reason. */
export const removeRule = route({
  method: 'DELETE',
  url: '/api/rules/:ruleId',
  schema: { summary: 'Remove a rule', params: RuleParams, response: { 204: Nothing } },
})

/** Puts the rules of one scope into this order. Those that are not named keep their places between them. */
export const orderRules = route({
  method: 'POST',
  url: '/api/rules/order',
  schema: {
    summary: 'Order the rules',
    body: Type.Object(
      { scope: Scope, ruleIds: Type.Array(Id, { minItems: 1, maxItems: MOST_RULES, uniqueItems: true }) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ items: Type.Array(Rule), next: OptionalText }) },
  },
})

/** Tries a rule that is not saved on the latest mail of the reader. Changes nothing. */
export const testRule = route({
  method: 'POST',
  url: '/api/rules/test',
  schema: {
    summary: 'Try a rule',
    body: Type.Object(
      { scope: Scope, ...body, latest: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ items: Type.Array(RuleTrial) }) },
  },
})

/** Applies a rule to mail that came before it, a part at a time: `next` says where the following call goes on. */
export const replayRule = route({
  method: 'POST',
  url: '/api/rules/:ruleId/replay',
  schema: {
    summary: 'Apply a rule to earlier mail',
    params: RuleParams,
    body: Type.Object(
      {
        preview: Type.Boolean(),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
        cursor: Type.Optional(Id),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        /** The mails of this part that the rule fits. */
        items: Type.Array(RuleTrial),
        /** How many mails this part held. */
        seen: Type.Integer(),
        next: OptionalId,
      }),
    },
  },
})
