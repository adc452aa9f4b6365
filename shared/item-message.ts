import * as Type from 'typebox'
import { DocumentTypeName, ItemParams, KindName } from './item.ts'
import { route } from './route.ts'
import { Id, Nothing, OptionalText, Time } from './scalars.ts'

/** Somebody named in a header; the address is empty where what stood there is none. */
export type MailPerson = Type.Static<typeof MailPerson>
export const MailPerson = Type.Object({ name: Type.String(), address: Type.String() })

const People = Type.Array(MailPerson)

/** What a mail says. The HTML is as it came, hostile: whoever shows it cleans it first. */
export type ItemMessage = Type.Static<typeof ItemMessage>
export const ItemMessage = Type.Object({
  from: People,
  replyTo: People,
  to: People,
  cc: People,
  /** The new words, and behind them what they quote. */
  text: Type.String(),
  quoted: Type.String(),
  html: OptionalText,
  /** Whether the text or the HTML is too long to be shown whole. */
  isCut: Type.Boolean(),
  /** Pictures that stand inside the text, by their Content-ID. */
  pictures: Type.Array(Type.Object({ contentId: Type.String(), dataUrl: Type.String() })),
  /** Whether the pictures that it names in the net may be had through the server. */
  mayLoadPictures: Type.Boolean(),
  /** The fields of the header as they were read. */
  headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  /** Other mails of the same thread in the same file, newest first. */
  thread: Type.Array(
    Type.Object({ id: Id, kind: KindName, title: Type.String(), who: Type.String(), occurredAt: Time }),
  ),
})

export const readItemMessage = route({
  method: 'GET',
  url: '/api/items/:itemId/message',
  schema: { summary: 'What a mail item says', params: ItemParams, response: { 200: ItemMessage } },
})

/** Longest address of a picture that is fetched. */
export const LONGEST_PICTURE_URL = 4000

/**
 * A picture that this mail's HTML names, fetched from the net by the server, so that its sender learns nothing of the
 * reader but that somebody here looked. Nothing else is fetched.
 */
export const readItemPicture = route({
  method: 'GET',
  url: '/api/items/:itemId/pictures',
  produces: 'application/octet-stream',
  schema: {
    summary: 'Remote picture of a mail item',
    params: ItemParams,
    querystring: Type.Object({ url: Type.String({ minLength: 1, maxLength: LONGEST_PICTURE_URL }) }),
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})

const AttachmentParams = Type.Object({
  ...ItemParams.properties,
  position: Type.Integer({ minimum: 0, maximum: 100_000 }),
})

/** The bytes of an attachment, always as a download: a browser never runs what a stranger sent. */
export const readItemAttachment = route({
  method: 'GET',
  url: '/api/items/:itemId/attachments/:position',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Attachment of a mail item',
    params: AttachmentParams,
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})

/** The mail in an attachment that Outlook wrote (.msg), in the form in which mail travels: for looking at what no browser reads. */
export const readAttachmentMail = route({
  method: 'GET',
  url: '/api/items/:itemId/attachments/:position/mail',
  produces: 'message/rfc822',
  schema: {
    summary: 'Mail in an Outlook attachment',
    params: AttachmentParams,
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})

/**
 * Says what an attachment of a filed mail is in the mail's file: a document of a type, where the mail lies and for those
 * who see it there, or (null) none. It stays with its mail in any case.
 */
export const chooseAttachment = route({
  method: 'PUT',
  url: '/api/items/:itemId/attachments/:position',
  schema: {
    summary: 'Choose what an attachment is in the file',
    params: AttachmentParams,
    body: Type.Object({ type: Type.Union([DocumentTypeName, Type.Null()]) }, { additionalProperties: false }),
    response: { 204: Nothing },
  },
})
