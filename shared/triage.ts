import * as Type from 'typebox'
import { ItemMessage } from './item-message.ts'
import { Suggestion } from './lookup.ts'
import { route } from './route.ts'
import { Cursor, Id, Limit, OptionalId, OptionalText, page, Time } from './scalars.ts'

const State = Type.Enum(['open', 'left-out'])
const Sender = Type.String({ maxLength: 320 })
const Domain = Type.String({ maxLength: 320 })
/** By which of the mailboxes that the reader owns or helps with it came; empty for what he handed in himself. */
const Mailboxes = Type.Array(Type.String())

/** A mail that waits for my decision, in my mailbox or in one for which I help, or that was left out of mine, and why. */
export type TriageRow = Type.Static<typeof TriageRow>
export const TriageRow = Type.Object({
  id: Id,
  messageId: OptionalText,
  subject: Type.String(),
  from: Type.String(),
  address: Type.String(),
  occurredAt: Time,
  state: State,
  reason: Type.String(),
  mailboxes: Mailboxes,
})

/** Mail of one sender, or of one domain, that waits or was left out; its suggestions are those of the newest mail. */
export type TriageGroup = Type.Static<typeof TriageGroup>
export const TriageGroup = Type.Object({
  /** The newest mail of the group. */
  id: Id,
  /** The sender's address or domain; empty when the mails name none. */
  key: Type.String(),
  name: Type.String(),
  amount: Type.Integer(),
  subject: Type.String(),
  occurredAt: Time,
  reasons: Type.Array(Type.String()),
  mailboxes: Mailboxes,
  suggestions: Type.Array(Suggestion),
})

export const readTriage = route({
  method: 'GET',
  url: '/api/triage',
  schema: {
    summary: 'Mail that waits for a decision',
    querystring: Type.Object({
      state: Type.Optional(State),
      sender: Type.Optional(Sender),
      domain: Type.Optional(Domain),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(TriageRow) },
  },
})

export const readTriageGroups = route({
  method: 'GET',
  url: '/api/triage/groups',
  schema: {
    summary: 'Mail that waits for a decision, by sender or domain',
    querystring: Type.Object({
      by: Type.Optional(Type.Enum(['sender', 'domain'])),
      state: Type.Optional(State),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(TriageGroup) },
  },
})

/** What a mail says that waits or was left out, for whoever has to decide about it. Pictures are not fetched from the net. */
export const readTriageMessage = route({
  method: 'GET',
  url: '/api/triage/:messageId/message',
  schema: {
    summary: 'What a mail in triage says',
    params: Type.Object({ messageId: Id }),
    response: { 200: ItemMessage },
  },
})

/** Which mail: named one by one, or (exactly one of the three) all that waits from a sender or domain, a bounded number at a time. */
const chosen = {
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })),
  sender: Type.Optional(Sender),
  domain: Type.Optional(Domain),
}

/** What became of one mail of many. `wasThere`: it lay in that place before, where the caller could see it. */
export type Treated = Type.Static<typeof Treated>
export const Treated = Type.Object({
  id: Id,
  done: Type.Boolean(),
  itemId: Type.Optional(OptionalId),
  wasThere: Type.Optional(Type.Boolean()),
  code: Type.Optional(Type.String()),
})

/** An answer for each mail, and how many that were meant by sender or domain were not reached yet. */
const TreatedMails = Type.Object({ items: Type.Array(Treated), left: Type.Integer() })

/** Files stored mail by hand, mine or what waits where I help, with the documents that came with it; nothing is sent again. */
export const fileTriage = route({
  method: 'POST',
  url: '/api/triage/file',
  schema: {
    summary: 'File stored mail',
    body: Type.Object({ ...chosen, contractorId: Id, caseId: Type.Optional(Id) }, { additionalProperties: false }),
    response: { 200: TreatedMails },
  },
})

export const leaveOut = route({
  method: 'POST',
  url: '/api/triage/leave-out',
  schema: {
    summary: 'Leave mail out of every file',
    body: Type.Object(chosen, { additionalProperties: false }),
    response: { 200: TreatedMails },
  },
})

/** Lets mail that was left out, or taken out of its file again, wait for a decision. */
export const recoverLeftOut = route({
  method: 'POST',
  url: '/api/triage/recover',
  schema: {
    summary: 'Recover mail that was left out',
    body: Type.Object(chosen, { additionalProperties: false }),
    response: { 200: TreatedMails },
  },
})
