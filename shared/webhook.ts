import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, OptionalTime, page, Time } from './scalars.ts'

/**
 * What a webhook may be told of. `item.changed`, `contractor.changed`, `case.changed`: something is new or other than it
 * was, and the webhook's owner sees it; `mailbox.alarm`, `mailbox.clear`: a mailbox is not read, or is read again;
 * `backup.alarm`: the server cannot make its daily backup.
 */
export type WebhookEvent = Type.Static<typeof WebhookEvent>
export const webhookEvents = [
  'item.changed',
  'contractor.changed',
  'case.changed',
  'mailbox.alarm',
  'mailbox.clear',
  'backup.alarm',
] as const
export const WebhookEvent = Type.Enum([...webhookEvents])

/** A program that is told what has changed. Its secret is in no answer but the one that made it. */
export type Webhook = Type.Static<typeof Webhook>
export const Webhook = Type.Object({
  id: Id,
  url: Type.String(),
  events: Type.Array(WebhookEvent),
  enabled: Type.Boolean(),
  /** Whose rights it has: it is told of nothing that he may not see. */
  ownerName: Type.String(),
  isMine: Type.Boolean(),
  /** Whether its owner is an administrator still; otherwise it tells nothing, though it is switched on. */
  hasRights: Type.Boolean(),
  createdAt: Time,
  waiting: Type.Integer(),
  lastSentAt: OptionalTime,
})

/** Why a target was not told. */
export type WebhookTroubleCode = Type.Static<typeof WebhookTroubleCode>
export const WebhookTroubleCode = Type.Enum([
  'unreachable',
  'certificate',
  'private-address',
  'not-encrypted',
  'refused',
  'silent',
  'secret-lost',
  'no-rights',
  'internal',
])

/** One time that a target was told, and what it answered. */
export type WebhookDelivery = Type.Static<typeof WebhookDelivery>
export const WebhookDelivery = Type.Object({
  id: Id,
  event: Type.String(),
  state: Type.Enum(['waiting', 'sent', 'failed']),
  attempts: Type.Integer(),
  status: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  failure: Type.Unsafe<WebhookTroubleCode | null>({ type: ['string', 'null'] }),
  createdAt: Time,
  answeredAt: OptionalTime,
})

const params = Type.Object({ webhookId: Id })
const input = {
  url: Type.String({ maxLength: 2000, pattern: '^https?://[^\\s\\u0000-\\u001f]+$' }),
  events: Type.Array(WebhookEvent, { minItems: 1, maxItems: webhookEvents.length, uniqueItems: true }),
}
/** Shown once: what signs what we send, `whsec_` and base64. */
const Secret = Type.Object({ id: Id, secret: Type.String() })

/** Every webhook. Administrators only, as all of these. */
export const listWebhooks = route({
  method: 'GET',
  url: '/api/webhooks',
  schema: { summary: 'Webhooks', response: { 200: page(Webhook) } },
})

/**
 * Tells a program of changes from now on, with the rights of the administrator who asks: POST of
 * `{ type, timestamp, data: { itemId?, kind?, contractorId?, caseId?, mailboxId? } }` (ids and kinds, never content), with
 * the headers `webhook-id`, `webhook-timestamp` and `webhook-signature` (`v1,` and base64 of HMAC-SHA256 over
 * `id.timestamp.body`, as Standard Webhooks say). What is not answered by 2xx within ten seconds comes again, later and
 * later, twelve times; a delivery that comes twice has the same id.
 */
export const createWebhook = route({
  method: 'POST',
  url: '/api/webhooks',
  scope: 'session',
  schema: {
    summary: 'Add a webhook; answers its secret, once. Payloads hold ids and kinds, signed as Standard Webhooks say',
    body: Type.Object(input, { additionalProperties: false }),
    response: { 201: Secret },
  },
})

/** Changes it, which only its owner may; any administrator may switch it off. */
export const changeWebhook = route({
  method: 'PATCH',
  url: '/api/webhooks/:webhookId',
  scope: 'session',
  schema: {
    summary: 'Change a webhook, or switch it off',
    params,
    body: Type.Partial(Type.Object({ ...input, enabled: Type.Boolean() }), {
      additionalProperties: false,
      minProperties: 1,
    }),
    response: { 204: Nothing },
  },
})

export const removeWebhook = route({
  method: 'DELETE',
  url: '/api/webhooks/:webhookId',
  scope: 'session',
  schema: { summary: 'Remove a webhook', params, response: { 204: Nothing } },
})

/** Makes a new secret; for a day the former one signs along, so that the other side has time to take the new one. */
export const changeWebhookSecret = route({
  method: 'POST',
  url: '/api/webhooks/:webhookId/secret',
  scope: 'session',
  schema: { summary: 'Make a new secret for a webhook', params, response: { 201: Secret } },
})

/** Tells the target that this is a test, at once, and answers what it said. */
export const tryWebhook = route({
  method: 'POST',
  url: '/api/webhooks/:webhookId/test',
  scope: 'session',
  triesPerMinute: 10,
  schema: {
    summary: 'Test a webhook',
    params,
    response: {
      200: Type.Object({
        status: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
        failure: Type.Unsafe<WebhookTroubleCode | null>({ type: ['string', 'null'] }),
      }),
    },
  },
})

/** What it was told lately and what it answered. */
export const listWebhookDeliveries = route({
  method: 'GET',
  url: '/api/webhooks/:webhookId/deliveries',
  schema: { summary: 'Log of a webhook', params, response: { 200: page(WebhookDelivery) } },
})
