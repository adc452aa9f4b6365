import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, OptionalText, Time } from './scalars.ts'

/** Why a mail of ours was not taken; each stands for something else that an administrator can do about it. */
export type MailTroubleCode = Type.Static<typeof MailTroubleCode>
export const MailTroubleCode = Type.Enum([
  'unreachable',
  'certificate',
  'not-encrypted',
  'sign-in-refused',
  'sender-refused',
  'recipient-refused',
  'server-refused',
  'secret-lost',
  'no-server',
  'no-public-url',
  'internal',
])

/** Encrypted from the first byte, by a STARTTLS that may not be left out, or not at all, which one has to say. */
export const MailEncryption = Type.Enum(['tls', 'starttls', 'none'])

/** The server that takes our mail. Its password is in no answer. */
export type MailServer = Type.Static<typeof MailServer>
export const MailServer = Type.Object({
  host: Type.String(),
  port: Type.Integer(),
  encryption: MailEncryption,
  user: OptionalText,
  sender: Type.String(),
  hasOwnAuthority: Type.Boolean(),
  changedAt: Time,
})

/** A mail that was sent, waits or failed: what for and to whom, never what it said. */
export type SentMail = Type.Static<typeof SentMail>
export const SentMail = Type.Object({
  id: Id,
  kind: Type.Enum([
    'password-link',
    'password-forgotten',
    'mailbox-alarm',
    'mailbox-clear',
    'backup-alarm',
    'address-changed',
    'digest',
  ]),
  to: Type.String(),
  state: Type.Enum(['waiting', 'sent', 'nothing', 'failed']),
  failure: Type.Unsafe<MailTroubleCode | null>({ type: ['string', 'null'] }),
  createdAt: Time,
})

const Server = Type.Unsafe<MailServer | null>({ anyOf: [MailServer, { type: 'null' }] })

export type MailServerInput = Type.Static<typeof MailServerInput>
export const MailServerInput = Type.Object(
  {
    host: Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9._:-]+$' }),
    port: Type.Integer({ minimum: 1, maximum: 65535 }),
    encryption: MailEncryption,
    user: Type.Optional(Type.String({ minLength: 1, maxLength: 320, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })),
    /** Left out, the one that is known stays, as long as it goes to the same server and account. */
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, pattern: '^[^\\u0000\\r\\n]+$' })),
    /** Left out, the one that is known stays; null forgets it. */
    authority: Type.Optional(
      Type.Union([
        Type.String({ maxLength: 40_000, pattern: '^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s-]+$' }),
        Type.Null(),
      ]),
    ),
    /** The address that our mail comes from. */
    sender: Type.String({ minLength: 3, maxLength: 254, pattern: '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+$' }),
  },
  { additionalProperties: false },
)

/** The server for our mail, and what was sent lately. Administrators only, as all of these. */
export const readMailServer = route({
  method: 'GET',
  url: '/api/mail-server',
  schema: {
    summary: 'The server for outgoing mail, and what was sent lately',
    response: { 200: Type.Object({ server: Server, recent: Type.Array(SentMail) }) },
  },
})

/** Names the server for our mail. */
export const putMailServer = route({
  method: 'PUT',
  url: '/api/mail-server',
  scope: 'session',
  schema: { summary: 'Name the server for outgoing mail', body: MailServerInput, response: { 204: Nothing } },
})

/** Forgets the server and its password; nothing is mailed from now on. */
export const removeMailServer = route({
  method: 'DELETE',
  url: '/api/mail-server',
  scope: 'session',
  schema: { summary: 'Send no mail any more', response: { 204: Nothing } },
})

/** Sends a mail to the one who asks, at once, and answers what stood in the way, with the server's own words. */
export const tryMailServer = route({
  method: 'POST',
  url: '/api/mail-server/test',
  scope: 'session',
  triesPerMinute: 10,
  schema: {
    summary: 'Send myself a mail to try the server',
    response: {
      200: Type.Object({
        trouble: Type.Unsafe<MailTroubleCode | null>({ type: ['string', 'null'] }),
        said: OptionalText,
        to: Type.String(),
      }),
    },
  },
})

/** Has a one-time link to set a password mailed to a user, as an invitation or a reset; an earlier one stops working. */
export const mailPasswordLink = route({
  method: 'POST',
  url: '/api/accounts/:userId/password-mail',
  scope: 'session',
  triesPerMinute: 60,
  schema: {
    summary: 'Mail a password link',
    params: Type.Object({ userId: Id }),
    body: Type.Object({ password: Type.Optional(Type.String({ maxLength: 1000 })) }, { additionalProperties: false }),
    response: { 202: Nothing },
  },
})

/** What is new and what is to do, by mail: never, or once a day. */
export type Digest = Type.Static<typeof Digest>
export const Digest = Type.Enum(['off', 'daily'])

/** Whether I get a daily mail, and whether the company can send any. */
export const readDigest = route({
  method: 'GET',
  url: '/api/me/digest',
  schema: {
    summary: 'My daily mail',
    response: { 200: Type.Object({ digest: Digest, hasServer: Type.Boolean() }) },
  },
})

export const changeDigest = route({
  method: 'PATCH',
  url: '/api/me/digest',
  scope: 'session',
  schema: {
    summary: 'Choose my daily mail',
    body: Type.Object({ digest: Digest }, { additionalProperties: false }),
    response: { 200: Type.Object({ digest: Digest, hasServer: Type.Boolean() }) },
  },
})

/** After how many hours without its mail being read a mailbox is told of; 0 for never. */
export type AlarmSetting = Type.Static<typeof AlarmSetting>
export const AlarmSetting = Type.Object({ hours: Type.Integer({ minimum: 0, maximum: 168 }) })

export const readAlarmSetting = route({
  method: 'GET',
  url: '/api/settings/alarm',
  schema: { summary: 'When an unread mailbox is told of', response: { 200: AlarmSetting } },
})

/** Administrators only, who are the ones told. */
export const changeAlarmSetting = route({
  method: 'PATCH',
  url: '/api/settings/alarm',
  schema: {
    summary: 'Say when an unread mailbox is told of',
    body: Type.Object(AlarmSetting.properties, { additionalProperties: false }),
    response: { 200: AlarmSetting },
  },
})
