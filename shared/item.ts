import * as Type from 'typebox'
import type { ActivityFacts } from './activity-facts.ts'
import { asSeen, seenAudience } from './as-seen.ts'
import { AttachmentRow } from './attachment-row.ts'
import { AudienceInput, Viewers } from './audience.ts'
import { TextState } from './document.ts'
import { Invoice } from './invoice.ts'
import { documentTypes, filingMethods, type Kind, kinds, ownKindPattern } from './kind.ts'
import { MadeActivity } from './made-activity.ts'
import { route } from './route.ts'
import { Cursor, Id, Limit, Nothing, OptionalId, OptionalText, OptionalTime, page, Time } from './scalars.ts'
import { Found } from './search.ts'

/** Open towards the company's own types of documents, which nobody knows beforehand. */
export const KindName = Type.Unsafe<Kind>({
  anyOf: [{ enum: [...kinds] }, { type: 'string', pattern: ownKindPattern }],
})
/** The same for documents alone. */
export const DocumentTypeName = Type.Unsafe<Kind>({
  anyOf: [{ enum: [...documentTypes] }, { type: 'string', pattern: ownKindPattern }],
})
export const MethodName = Type.Enum([...filingMethods])

/** A case as a chip on a row. */
export type CaseChip = Type.Static<typeof CaseChip>
export const CaseChip = Type.Object({ id: Id, reference: Type.String(), title: Type.String() })

/** An item as a link: its page and what it is called. */
const ItemLink = Type.Object({ id: Id, title: Type.String() })

/** One row of a timeline. `objectId` is the message, document or activity behind it. */
export type ItemRow = Type.Static<typeof ItemRow>
export const ItemRow = Type.Object({
  id: Id,
  kind: Type.Unsafe<Kind>({ type: 'string' }),
  objectId: Type.String(),
  contractorId: OptionalId,
  contractorName: OptionalText,
  occurredAt: Type.String(),
  title: Type.String(),
  snippet: Type.String(),
  who: Type.String(),
  hasAttachment: Type.Boolean(),
  cases: Type.Array(CaseChip),
  /** Of an activity that was made of a mail: the item of the mail, where the reader sees it. */
  madeFrom: Type.Optional(ItemLink),
  /** Of a row that was looked for by words. */
  found: Type.Optional(Found),
})

/** Where an item was filed, by whom or what, when and why. */
export type Filed = Type.Static<typeof Filed>
export const Filed = Type.Object({
  itemId: Id,
  contractorId: OptionalId,
  contractorName: OptionalText,
  caseId: OptionalId,
  caseReference: OptionalText,
  caseTitle: OptionalText,
  by: OptionalText,
  at: Time,
  method: Type.Unsafe<(typeof filingMethods)[number]>({ type: 'string' }),
  evidence: Type.String(),
  comment: OptionalText,
})

/** An item with what stands behind it. */
export type Item = Type.Static<typeof Item>
export const Item = Type.Object({
  ...ItemRow.properties,
  sentAt: OptionalTime,
  receivedAt: OptionalTime,
  filings: Type.Array(Filed),
  attachments: Type.Array(AttachmentRow),
  marks: Type.Array(Type.String()),
  /** Of mail that was filed by itself and that others do not see yet; for the one whose mail it is. */
  held: Type.Optional(Type.Object({ until: OptionalTime })),
  /** The sender of whom *always* and *never* may be taught: of mail from outside that is not in doubt, to whoever may change the file. */
  teachableSender: OptionalText,
  /** Whether it lies in circles of its own only; then its readings are written down for its owner. */
  confidential: Type.Boolean(),
  /** Whether it is kept at the head of its file. */
  pinned: Type.Boolean(),
  /** Of a document: the item of the mail with which it came. */
  cameWith: Type.Optional(ItemLink),
  /** Of mail: what was made of it, what is still to be done first; up to fifty that the reader sees. */
  activities: Type.Optional(Type.Array(MadeActivity)),
  may: Type.Object({
    file: Type.Boolean(),
    share: Type.Boolean(),
    changeAudience: Type.Boolean(),
    readLog: Type.Boolean(),
    /** Of mail: say which of its attachments are documents of the file. */
    chooseDocuments: Type.Boolean(),
  }),
  /** Of a meeting that came as an invitation: where, who invites, when the meetings of the series begin, whether it is off. */
  meeting: Type.Optional(
    Type.Object({
      place: Type.String(),
      organizer: Type.String(),
      startsAt: OptionalTime,
      endsAt: OptionalTime,
      occurrences: Type.Array(Time),
      isCancelled: Type.Boolean(),
    }),
  ),
  /**
   * Of a call, meeting, task or note: its whole note, its workflow and its history (`activity-facts.ts`). Named by its type
   * alone, because the pane carries this contract and shows none of it.
   */
  activity: Type.Optional(Type.Unsafe<ActivityFacts>({ type: 'object', additionalProperties: true })),
  /** Of a document that is a structured invoice. */
  invoice: Type.Optional(Invoice),
  /** Of a document: how far its text is read for search. */
  textState: Type.Optional(TextState),
  /** Of a document: the file as it came. */
  file: Type.Optional(Type.Object({ name: Type.String(), type: Type.String(), size: Type.Number() })),
})

/** What is looked for: words in any form, "phrases", -excluded; the last word may be incomplete. */
const Words = Type.String({ maxLength: 200 })

/** The filters of a case's timeline. */
export const CaseQuery = Type.Object({
  q: Type.Optional(Words),
  kind: Type.Optional(Type.Union([KindName, Type.Array(KindName)])),
  attachment: Type.Optional(Type.Boolean()),
  from: Type.Optional(Time),
  to: Type.Optional(Time),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
  /** Mail to or from a contact person, and activities with him or her. */
  personId: Type.Optional(Id),
  /** What came into its file after this moment, whenever it happened. */
  since: Type.Optional(Time),
})

export type CaseQuery = Type.Static<typeof CaseQuery>

/** Those of a contractor's. */
export const TimelineQuery = Type.Object({
  ...CaseQuery.properties,
  caseId: Type.Optional(Id),
  /**
   * What lies in the files of the contractors that he is related to as well: of those that the reader sees, up to twenty by
   * name, and not of those that they are related to in turn.
   */
  related: Type.Optional(Type.Boolean()),
})

export type TimelineQuery = Type.Static<typeof TimelineQuery>

export const Timeline = page(ItemRow)
export type Timeline = Type.Static<typeof Timeline>

/** The newest items of a contractor's file, whatever their kind. */
export const readTimeline = route({
  method: 'GET',
  url: '/api/contractors/:contractorId/timeline',
  schema: {
    summary: 'Timeline of a contractor',
    params: Type.Object({ contractorId: Id }),
    querystring: TimelineQuery,
    response: { 200: Timeline },
  },
})

export const readCaseTimeline = route({
  method: 'GET',
  url: '/api/cases/:caseId/timeline',
  schema: {
    summary: 'Timeline of a case',
    params: Type.Object({ caseId: Id }),
    querystring: CaseQuery,
    response: { 200: Timeline },
  },
})

/** What is new anywhere that the reader may see. */
export const readCompanyTimeline = route({
  method: 'GET',
  url: '/api/timeline',
  schema: {
    summary: 'Timeline of the whole company',
    querystring: Type.Object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) }),
    response: { 200: Timeline },
  },
})

// The order by what suits best knows no such moment.
const { since: _since, ...searched } = CaseQuery.properties

/** What is looked for and where; nothing named means the whole company, every kind, all times. */
export const searchQuery = {
  ...searched,
  q: Type.String({ minLength: 1, maxLength: 200 }),
  contractorId: Type.Optional(Id),
  caseId: Type.Optional(Id),
}

export const search = route({
  method: 'GET',
  url: '/api/search',
  schema: {
    summary: 'Search by words',
    querystring: Type.Object({
      ...searchQuery,
      /** Best first (one page, with what holds only some of the words when few hold all), or newest first, which goes on. */
      order: Type.Optional(Type.Enum(['best', 'newest'])),
    }),
    response: { 200: Timeline },
  },
})

/** The address of one item. */
export const ItemParams = Type.Object({ itemId: Id })

export const readItem = route({
  method: 'GET',
  url: '/api/items/:itemId',
  schema: { summary: 'One item', params: ItemParams, response: { 200: Item } },
})

/** Takes an item out of its file (or, with `caseId`, out of one case only). The message itself stays stored. */
export const unfileItem = route({
  method: 'DELETE',
  url: '/api/items/:itemId',
  schema: {
    summary: 'Unfile an item',
    params: ItemParams,
    querystring: Type.Object({ caseId: Type.Optional(Id) }),
    response: { 204: Nothing },
  },
})

/** Out of which cases an item is moved (null for the file at large); not given out of all, with none it is put into one more. */
export const FromCases = Type.Array(Type.Union([Id, Type.Null()]), { maxItems: 100 })

/** Moves an item to another case or contractor, renames it, or changes who may see it. */
export const changeItem = route({
  method: 'PATCH',
  url: '/api/items/:itemId',
  schema: {
    summary: 'Move an item or change who may see it',
    params: ItemParams,
    body: Type.Object(
      {
        contractorId: Type.Optional(Id),
        caseId: Type.Optional(Type.Union([Id, Type.Null()])),
        fromCases: Type.Optional(FromCases),
        title: Type.Optional(Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })),
        pinned: Type.Optional(Type.Boolean()),
        type: Type.Optional(DocumentTypeName),
        audience: Type.Optional(Type.Union([AudienceInput, Type.Literal('inherit')])),
        was: asSeen(seenAudience),
      },
      { additionalProperties: false },
    ),
    response: { 200: Item },
  },
})

/** The message as it travelled, byte for byte. */
export const readItemSource = route({
  method: 'GET',
  url: '/api/items/:itemId/source',
  produces: 'message/rfc822',
  ticketed: true,
  schema: { summary: 'Source of a mail item', params: ItemParams, response: { 200: Type.Unsafe<Uint8Array>({}) } },
})

/** The file in which a mail was handed in when it was none of those that travel: Outlook's .msg, byte for byte. */
export const readItemOrigin = route({
  method: 'GET',
  url: '/api/items/:itemId/origin',
  produces: 'application/octet-stream',
  schema: {
    summary: 'File that a mail item was made from',
    params: ItemParams,
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})

/** The people and groups that were chosen by hand, at most as many as an audience holds; therefore without pages. */
export const readItemViewers = route({
  method: 'GET',
  url: '/api/items/:itemId/viewers',
  schema: {
    summary: 'Who may see an item',
    description: 'The people and groups that were chosen, all in one answer, without pages.',
    params: ItemParams,
    response: {
      200: Type.Object({
        items: Viewers,
        /** Who looks after it and stays in every circle that the reader draws; nobody where he looks after it himself. */
        staying: Viewers,
      }),
    },
  },
})
