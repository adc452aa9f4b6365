import * as Type from 'typebox'
import { TaskRow } from './activity.ts'
import { Viewers } from './audience.ts'
import { CaseFile } from './case-file.ts'
import { Filed, ItemRow, MethodName, Timeline } from './item.ts'
import { MadeActivity } from './made-activity.ts'
import { route } from './route.ts'
import { Id, Nothing, OptionalId, OptionalText } from './scalars.ts'

const Address = Type.String({ maxLength: 320 })
const Mailbox = Type.Object(
  { address: Address, name: Type.Optional(Type.String({ maxLength: 400 })) },
  { additionalProperties: false },
)
const Mailboxes = Type.Array(Type.Union([Address, Mailbox]), { maxItems: 500 })

/** A contractor that a participant of the open mail belongs to, and by which address. */
export type Match = Type.Static<typeof Match>
export const Match = Type.Object({
  id: Id,
  name: Type.String(),
  nip: OptionalText,
  city: OptionalText,
  via: Type.Enum(['address', 'domain', 'filed', 'thread']),
  address: Type.String(),
  person: OptionalText,
})

/** Where the mail could go, and why. */
export type Suggestion = Type.Static<typeof Suggestion>
export const Suggestion = Type.Object({
  contractorId: Id,
  contractorName: Type.String(),
  caseId: OptionalId,
  caseReference: OptionalText,
  caseTitle: OptionalText,
  method: MethodName,
  reason: Type.String(),
  score: Type.Number(),
})

/** A participant that nobody knows. */
export type Unknown = Type.Static<typeof Unknown>
export const Unknown = Type.Object({
  address: Type.String(),
  name: Type.String(),
  isFreeMail: Type.Boolean(),
  /** What his company may be called, by its domain; missing where anyone can get an address there. */
  company: Type.Optional(Type.String()),
})

/** Where the mail lies; and, when it has attachments, how many, and of how many the file has a document that came by mail. */
export type FiledMail = Type.Static<typeof FiledMail>
export const FiledMail = Type.Object({
  ...Filed.properties,
  attachments: Type.Optional(Type.Object({ all: Type.Integer(), kept: Type.Integer() })),
})

/** Everything that the pane shows beside one mail. The timeline is that of the one asked for, else chosen for the thread, else of the first contractor. */
export type Lookup = Type.Static<typeof Lookup>
export const Lookup = Type.Object({
  contractors: Type.Array(Match),
  /** The contractor that the caller chose for this thread, as long as he sees him. */
  chosen: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  filed: Type.Array(FiledMail),
  /** What was made of the mail, filed or not: what is still to be done first, up to six. */
  activities: Type.Array(MadeActivity),
  suggestions: Type.Array(Suggestion),
  unknown: Type.Array(Unknown),
  /** Addresses of participants who belong to our own company. */
  ours: Type.Array(Type.String()),
  openCases: Type.Array(CaseFile),
  audience: Viewers,
  timeline: Timeline,
  /** What is to come in that file, the nearest first, and how many more; absent where there is nothing. */
  upcoming: Type.Optional(Type.Object({ items: Type.Array(ItemRow), more: Type.Integer() })),
  /** What is still to be done in that file, what is due first before the rest, and how many more; absent where there is nothing. */
  tasks: Type.Optional(Type.Object({ items: Type.Array(TaskRow), more: Type.Integer() })),
})

/** So many open cases come with the answer, the newest; others are looked for. */
export const mostOpenCases = 20

/** Who is this, what do we have on them, where would this mail go: in one round trip. */
export const lookUp = route({
  method: 'POST',
  url: '/api/lookup',
  scope: 'read',
  schema: {
    summary: 'Look up the open mail',
    body: Type.Object(
      {
        messageId: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
        from: Type.Optional(Mailboxes),
        sender: Type.Optional(Mailboxes),
        replyTo: Type.Optional(Mailboxes),
        to: Type.Optional(Mailboxes),
        cc: Type.Optional(Mailboxes),
        /** From whom a forwarded mail came first, where the mail program can tell. */
        forwarded: Type.Optional(Mailboxes),
        subject: Type.Optional(Type.String({ maxLength: 2000 })),
        sentAt: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
        inReplyTo: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
        references: Type.Optional(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 200 })),
        contractorId: Type.Optional(Id),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      { additionalProperties: false },
    ),
    response: { 200: Lookup },
  },
})

/** Remembers which contractor a thread is about, where several could be meant. `thread`: the Message-ID of its first message. */
export const chooseContractor = route({
  method: 'POST',
  url: '/api/lookup/choice',
  schema: {
    summary: 'Choose the contractor of a thread',
    body: Type.Object(
      { thread: Type.String({ minLength: 1, maxLength: 900 }), contractorId: Id },
      { additionalProperties: false },
    ),
    response: { 204: Nothing },
  },
})
