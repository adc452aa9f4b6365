import * as Type from 'typebox'
import { consent, Mailbox } from './mailbox.ts'
import { postMessage, Received } from './message.ts'
import { route } from './route.ts'
import { Id, Nothing, page, Time } from './scalars.ts'

/** A tenant of Microsoft 365 in which the company registered an application that may read mail. Its secret is in no answer. */
export type MicrosoftTenant = Type.Static<typeof MicrosoftTenant>
export const MicrosoftTenant = Type.Object({
  id: Id,
  tenant: Type.String(),
  clientId: Type.String(),
  createdAt: Time,
})

/** What the registration of the application shows: the tenant (its id or domain), the client id and a client secret. */
export type MicrosoftTenantInput = Type.Static<typeof MicrosoftTenantInput>
export const MicrosoftTenantInput = Type.Object(
  {
    tenant: Type.String({ pattern: '^[A-Za-z0-9.-]{1,255}$' }),
    clientId: Type.String({ pattern: '^[A-Za-z0-9-]{1,100}$' }),
    clientSecret: Type.String({ minLength: 1, maxLength: 1000, pattern: '^[^\\u0000-\\u001f]+$' }),
  },
  { additionalProperties: false },
)

/** A mailbox of a tenant: its address, and the user whose mail it is. */
export type MicrosoftMailboxInput = Type.Static<typeof MicrosoftMailboxInput>
export const MicrosoftMailboxInput = Type.Object(
  {
    tenantId: Id,
    user: Type.String({
      minLength: 3,
      maxLength: 320,
      pattern: '^[^\\u0000-\\u0020\\u007f/?#]+@[^\\u0000-\\u0020\\u007f/?#]+$',
    }),
    ownerId: Type.Optional(Id),
    since: Type.String({ format: 'date', pattern: '^(19|20)' }),
    ...consent,
    folders: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9_=-]+$' }), { maxItems: 8 }),
    ),
  },
  { additionalProperties: false },
)

/** Lets Lupa read mail of a tenant; the same tenant again replaces its application. Administrators only. */
export const putMicrosoftTenant = route({
  method: 'POST',
  url: '/api/microsoft/tenants',
  schema: { summary: 'Connect a Microsoft 365 tenant', body: MicrosoftTenantInput, response: { 201: MicrosoftTenant } },
})

export const listMicrosoftTenants = route({
  method: 'GET',
  url: '/api/microsoft/tenants',
  schema: { summary: 'Connected Microsoft 365 tenants', response: { 200: page(MicrosoftTenant) } },
})

/** Forgets a tenant with its secret, and stops reading its mailboxes. What was stored stays. */
export const removeMicrosoftTenant = route({
  method: 'DELETE',
  url: '/api/microsoft/tenants/:tenantId',
  schema: {
    summary: 'Disconnect a Microsoft 365 tenant',
    params: Type.Object({ tenantId: Id }),
    response: { 204: Nothing },
  },
})

/** Reads a mailbox of Microsoft 365 from now on. Administrators only, because the application may read anybody's. */
export const addMicrosoftMailbox = route({
  method: 'POST',
  url: '/api/microsoft/mailboxes',
  schema: { summary: 'Read a Microsoft 365 mailbox', body: MicrosoftMailboxInput, response: { 201: Mailbox } },
})

/** A message as a mail program names it, where it does not give it out: the mailbox it lies in, and what it is called there. */
export type RemoteMessage = Type.Static<typeof RemoteMessage>
export const RemoteMessage = Type.Object(
  {
    mailbox: Type.String({ minLength: 3, maxLength: 320 }),
    /** The id of Microsoft Graph; it changes when the message is moved. */
    itemId: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, pattern: '^[A-Za-z0-9_=-]+$' })),
    /** The Message-ID without brackets. */
    messageId: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, pattern: '^[^\\u0000-\\u0020<>]+$' })),
  },
  { additionalProperties: false },
)

/** Stores and files a message that the server fetches from the caller's own mailbox, where the mail program does not give it out. */
export const fileRemoteMessage = route({
  method: 'POST',
  url: '/api/microsoft/messages',
  triesPerMinute: 120,
  schema: {
    summary: 'File a message of my Microsoft 365 mailbox',
    querystring: postMessage.schema.querystring,
    body: RemoteMessage,
    response: { 200: Received, 202: Received },
  },
})

/**
 * Where Microsoft tells of news, and asks once whether this address is ours by a token that it wants back as text. What
 * it says is a hint only: its word is checked, the mailbox is looked at, and no content is taken from it.
 */
export const notifyMicrosoft = route({
  method: 'POST',
  url: '/api/microsoft/notifications',
  open: true,
  triesPerMinute: 1200,
  produces: 'text/plain',
  schema: {
    summary: 'Notifications of Microsoft 365',
    querystring: Type.Object({ validationToken: Type.Optional(Type.String({ maxLength: 4000 })) }),
    response: { 202: Type.Unsafe<unknown>({}) },
  },
})

/** What a notification holds, as far as it is read. */
export const MicrosoftNotifications = Type.Object({
  value: Type.Array(
    Type.Object({
      subscriptionId: Type.String({ maxLength: 200 }),
      clientState: Type.Optional(Type.String({ maxLength: 200 })),
      lifecycleEvent: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    { maxItems: 1000 },
  ),
})
