import * as Type from 'typebox'
import { AudienceInput } from './audience.ts'
import { route } from './route.ts'
import { Day, Id, Nothing, OptionalId, OptionalTime, page, Time } from './scalars.ts'

/** Why a mailbox cannot be read at the moment; each stands for something else that a person can do about it. */
export type MailboxTroubleCode = Type.Static<typeof MailboxTroubleCode>
export const MailboxTroubleCode = Type.Enum([
  'sign-in-refused',
  'unreachable',
  'certificate',
  'not-encrypted',
  'folder-missing',
  'connection-lost',
  'server-refused',
  'access-denied',
  'storage',
  'secret-lost',
  'internal',
])

/** Where a mailbox stands: not looked at yet, catching up with old mail, up to date, in trouble, paused, owner switched off. */
export const MailboxState = Type.Enum(['new', 'backfill', 'live', 'error', 'paused', 'off'])

/** Which mail of a mailbox is filed by itself; the rest waits for its owner. */
export const MailboxFiles = Type.Enum(['all', 'received', 'sent', 'nothing'])

/** When others see what was filed by itself: at once, when the grace time is over, or when its owner releases it. */
export const MailboxRelease = Type.Enum(['at-once', 'after-grace', 'by-hand'])

/** How one signs in: by a password, by an OAuth token that was given, or by the application of a connected Microsoft tenant. */
export const MailboxSignIn = Type.Enum(['password', 'token', 'microsoft'])

/** Why mails in the mailbox are not marked as filed: its server takes no marks, or does not let us set them. */
export type MarkTroubleCode = Type.Static<typeof MarkTroubleCode>
export const MarkTroubleCode = Type.Enum(['no-marks', 'marks-denied'])

/** A message that could not be taken, by its place on the server. After three tries it is left alone and tried once a day. */
export type MailboxFailure = Type.Static<typeof MailboxFailure>
export const MailboxFailure = Type.Object({
  folder: Type.String(),
  uid: Type.Integer(),
  reason: Type.String(),
  tries: Type.Integer(),
  at: Time,
})

/** A mailbox that is read, with its health. Its password is in no answer. */
export type Mailbox = Type.Static<typeof Mailbox>
export const Mailbox = Type.Object({
  id: Id,
  ownerId: Id,
  kind: Type.Enum(['imap', 'graph']),
  host: Type.String(),
  port: Type.Integer(),
  tls: Type.Boolean(),
  user: Type.String(),
  signIn: MailboxSignIn,
  /** Whether its certificate is checked against an authority of the company's own. */
  hasOwnAuthority: Type.Boolean(),
  since: Day,
  /** Empty: the inbox and the sent mail. */
  folders: Type.Array(Type.String()),
  /** Who sees what is filed by itself; nobody named: whoever sees the case or contractor. */
  audience: Type.Object({ users: Type.Array(Id), groups: Type.Array(Id) }),
  /** Who decides beside its owner what becomes of its undecided mail. */
  helpers: Type.Object({ users: Type.Array(Id), groups: Type.Array(Id) }),
  files: MailboxFiles,
  release: MailboxRelease,
  /** How long what was filed by itself stays its owner's alone, where `release` is `after-grace`. */
  graceMinutes: Type.Integer(),
  /** Whether mails in the mailbox are marked when they are filed. */
  marks: Type.Boolean(),
  markTrouble: Type.Unsafe<MarkTroubleCode | null>({ type: ['string', 'null'] }),
  /** Who consented last to what is read, filed and shown, and when. */
  consentBy: Id,
  consentAt: Time,
  /** How many of its items nobody but its owner sees yet; null for everybody but him. */
  held: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  state: MailboxState,
  error: OptionalId,
  /** When everything on the server was last known to be stored, and how many seconds ago that was. */
  lastSyncAt: OptionalTime,
  /** Since when administrators know that it is not read; null while it is well. */
  alarmedAt: OptionalTime,
  lag: Type.Unsafe<number | null>({ type: ['number', 'null'] }),
  stored: Type.Integer(),
  remaining: Type.Integer(),
  /** When the oldest message arrived that was seen on the server and is not stored yet. */
  waitingSince: OptionalTime,
  /** The part of its mail of the last thirty days that waits in triage, from 0 to 1. */
  unfiledShare: Type.Number(),
  failures: Type.Array(MailboxFailure),
})

/** One line for a mail server's command: nothing in it may end the command early. */
const line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })

/** What is needed to sign in to a mail server. */
const login = {
  host: Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9._:-]+$' }),
  port: Type.Integer({ minimum: 1, maximum: 65535 }),
  tls: Type.Boolean(),
  user: line(320),
  signIn: Type.Optional(MailboxSignIn),
  /** The password, or the token. A connected Microsoft tenant needs neither. */
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 8000, pattern: '^[^\\u0000\\r\\n]+$' })),
  tenantId: Type.Optional(Id),
  /** Certificates (PEM) of the authority that vouches for the server, instead of those that the world trusts. */
  authority: Type.Optional(
    Type.String({ maxLength: 40_000, pattern: '^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s-]+$' }),
  ),
}
export type MailboxLogin = Type.Static<typeof MailboxLogin>
export const MailboxLogin = Type.Object(login, { additionalProperties: false })

/** What the owner of a mailbox consents to: what is read, what is filed by itself, and who sees that and when. */
export type MailboxConsent = Type.Static<typeof MailboxConsent>
/** Each of them, to be part of what adds a mailbox. */
export const consent = {
  folders: Type.Optional(Type.Array(line(500), { maxItems: 8 })),
  audience: Type.Optional(AudienceInput),
  files: Type.Optional(MailboxFiles),
  release: Type.Optional(MailboxRelease),
  graceMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_080 })),
  marks: Type.Optional(Type.Boolean()),
}
export const MailboxConsent = Type.Object(consent, { additionalProperties: false })

/** What is needed to read a mailbox. */
export type MailboxInput = Type.Static<typeof MailboxInput>
export const MailboxInput = Type.Object(
  {
    kind: Type.Enum(['imap']),
    ...login,
    since: Type.String({ format: 'date', pattern: '^(19|20)' }),
    ...consent,
    ownerId: Type.Optional(Id),
  },
  { additionalProperties: false },
)

const MailboxParams = Type.Object({ mailboxId: Id })

/** Adds a mailbox: one's own, or for administrators anybody's. It is read from now on. */
export const createMailbox = route({
  method: 'POST',
  url: '/api/mailboxes',
  schema: { summary: 'Read a mailbox', body: MailboxInput, response: { 201: Mailbox } },
})

/** One's own mailboxes; for administrators all, without their content. */
export const listMailboxes = route({
  method: 'GET',
  url: '/api/mailboxes',
  schema: { summary: 'Mailboxes and their health', response: { 200: page(Mailbox) } },
})

/** Looks at the mailbox now, also at what failed before. */
export const syncMailbox = route({
  method: 'POST',
  url: '/api/mailboxes/:mailboxId/sync',
  triesPerMinute: 20,
  schema: { summary: 'Look at a mailbox now', params: MailboxParams, response: { 202: Mailbox } },
})

/**
 * Leaves the mailbox alone until it is resumed, or resumes it where it was left; and changes what its owner consents to,
 * which is his alone. What is filed already stays as it is.
 */
export const changeMailbox = route({
  method: 'PATCH',
  url: '/api/mailboxes/:mailboxId',
  schema: {
    summary: 'Pause or resume a mailbox, or change what is read and filed of it',
    params: MailboxParams,
    body: Type.Object(
      { ...consent, helpers: Type.Optional(AudienceInput), paused: Type.Optional(Type.Boolean()) },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: { 200: Mailbox },
  },
})

/** Signs in with these settings, keeps nothing, and answers what stood in the way or which folders there are. */
export const tryMailbox = route({
  method: 'POST',
  url: '/api/mailboxes/try',
  triesPerMinute: 10,
  schema: {
    summary: 'Try the settings of a mailbox',
    body: MailboxLogin,
    response: {
      200: Type.Object({
        trouble: Type.Unsafe<MailboxTroubleCode | null>({ type: ['string', 'null'] }),
        folders: Type.Array(Type.Object({ path: Type.String(), read: Type.Boolean() })),
      }),
    },
  },
})

/** What would become of the mail of a mailbox: how much there is, how much of it was looked at, and what would happen to that. */
export type MailboxPreview = Type.Static<typeof MailboxPreview>
export const MailboxPreview = Type.Object({
  trouble: Type.Unsafe<MailboxTroubleCode | null>({ type: ['string', 'null'] }),
  total: Type.Integer(),
  lookedAt: Type.Integer(),
  files: Type.Integer(),
  waits: Type.Integer(),
  leftOut: Type.Integer(),
  unknownSenders: Type.Integer(),
})

/** Looks into a mailbox with these settings and judges the newest thousand of its mails; keeps neither mail nor settings. */
export const previewMailbox = route({
  method: 'POST',
  url: '/api/mailboxes/preview',
  answerMs: 90_000,
  triesPerMinute: 10,
  schema: {
    summary: 'What would become of the mail of a mailbox',
    body: Type.Object(
      { ...login, since: Type.String({ format: 'date', pattern: '^(19|20)' }) },
      { additionalProperties: false },
    ),
    response: { 200: MailboxPreview },
  },
})

/** Stops reading the mailbox and forgets its password. What was stored stays; what was not released yet waits for its owner. */
export const removeMailbox = route({
  method: 'DELETE',
  url: '/api/mailboxes/:mailboxId',
  schema: { summary: 'Stop reading a mailbox', params: MailboxParams, response: { 204: Nothing } },
})
