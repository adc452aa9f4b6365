import * as Type from 'typebox'
import { documentTypes, type Kind, ownKindPattern } from './kind.ts'
import { route } from './route.ts'
import { Id, OptionalText } from './scalars.ts'

/** Longest message that is taken, in bytes; the largest that mail providers let through is 150 MB. */
export const LONGEST_MESSAGE = 150 * 1024 * 1024

/** What became of a message: filed, offered for filing, waiting for a decision, left out, or still being read. */
export const Action = Type.Enum(['file', 'suggest', 'triage', 'leave-out', 'pending'])
export type Action = Type.Static<typeof Action>

/** The answer to a message handed in; `items` are those that the caller may see. */
export type Received = Type.Static<typeof Received>
export const Received = Type.Object({
  id: OptionalText,
  messageId: OptionalText,
  action: Action,
  items: Type.Array(Type.Object({ id: Id, contractorId: Id, caseId: OptionalText })),
  method: OptionalText,
  evidence: Type.String(),
  reason: OptionalText,
})

/** What was chosen for one attachment, by the SHA-256 of its content: the type of document that it becomes, or `none`. */
export const ChosenAttachment = Type.String({
  pattern: `^[0-9a-f]{64}\\.(none|${documentTypes.join('|')}|${ownKindPattern.slice(1, -1)})$`,
})

/** As many choices as an address may hold. */
export const MOST_CHOSEN = 80

/** Stores a message as it travelled and files it: by hand when a place is named, by itself otherwise. */
export const postMessage = route({
  method: 'POST',
  url: '/api/messages',
  consumes: 'message/rfc822',
  schema: {
    summary: 'Store a message and file it',
    querystring: Type.Object({
      contractorId: Type.Optional(Id),
      caseId: Type.Optional(Id),
      comment: Type.Optional(Type.String({ maxLength: 2000 })),
      /** Beside a place: who alone shall see it, beside the one who files; users and groups. */
      viewer: Type.Optional(Type.Union([Id, Type.Array(Id, { maxItems: 100 })])),
      /** Beside a place: attachments of which something else becomes than was guessed. All of them stay with the mail. */
      attachment: Type.Optional(
        Type.Union([ChosenAttachment, Type.Array(ChosenAttachment, { maxItems: MOST_CHOSEN })]),
      ),
    }),
    response: { 200: Received, 202: Received },
  },
})

const CarriedType = Type.Unsafe<Kind>({ type: 'string' })

/** One file that a mail carries: the document that it would become by our guess, and what was chosen before where it lies. */
export type Carried = Type.Static<typeof Carried>
export const Carried = Type.Object({
  hash: Type.String(),
  name: Type.String(),
  type: Type.String(),
  size: Type.Number(),
  documentType: Type.Union([CarriedType, Type.Null()]),
  chosen: Type.Optional(Type.Union([CarriedType, Type.Null()])),
})

/** Says what a message carries before it is filed; stores nothing. */
export const listCarried = route({
  method: 'POST',
  url: '/api/messages/attachments',
  consumes: 'message/rfc822',
  scope: 'read',
  schema: {
    summary: 'What a message carries, and what would become documents',
    querystring: Type.Object({ contractorId: Type.Optional(Id) }),
    response: { 200: Type.Object({ items: Type.Array(Carried) }) },
  },
})

/**
 * The mail in a file that Outlook saved (.msg, at most `LARGEST_SHOWN_MSG` bytes), in the form in which mail travels: for
 * looking at it before it is filed. Stores nothing; what is filed then is the file itself.
 */
export const readMsg = route({
  method: 'POST',
  url: '/api/messages/mail',
  consumes: 'message/rfc822',
  produces: 'message/rfc822',
  scope: 'read',
  schema: {
    summary: 'Mail in an Outlook file',
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})
