import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, page } from './scalars.ts'

/**
 * How far a document's text is read for search: not yet; read; only a part of it; there is none (a scan); of a sort that
 * is not read; locked by a password; damaged; or it would take too much time or memory.
 */
export type TextState = Type.Static<typeof TextState>
export const TextState = Type.Enum(['waiting', 'read', 'part', 'none', 'other', 'encrypted', 'broken', 'too-costly'])

/** The words that were read in a document, for those that no browser shows as they look. */
export const readDocumentText = route({
  method: 'GET',
  url: '/api/documents/:documentId/text',
  schema: {
    summary: 'Text of a document',
    params: Type.Object({ documentId: Id }),
    response: { 200: Type.Object({ text: Type.String(), isCut: Type.Boolean() }) },
  },
})

/** The bytes of a document, always as a download: a browser never runs what a stranger sent. */
export const readDocumentContent = route({
  method: 'GET',
  url: '/api/documents/:documentId/content',
  produces: 'application/octet-stream',
  ticketed: true,
  schema: {
    summary: 'Content of a document',
    params: Type.Object({ documentId: Id }),
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})

/** Files of Outlook's that are larger are not shown as the mail that they hold. */
export const LARGEST_SHOWN_MSG = 20_000_000

/** The mail in a document that Outlook wrote (.msg), in the form in which mail travels: for looking at what no browser reads. */
export const readDocumentMail = route({
  method: 'GET',
  url: '/api/documents/:documentId/mail',
  produces: 'message/rfc822',
  schema: {
    summary: 'Mail in an Outlook document',
    params: Type.Object({ documentId: Id }),
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})

/** Which files are kept confidential in Lupa, as far as the reader sees them: asked before they are sent to somebody outside. */
export const findConfidential = route({
  method: 'POST',
  url: '/api/documents/confidential',
  scope: 'read',
  schema: {
    summary: 'Confidential ones among these contents',
    body: Type.Object(
      {
        /** SHA-256 of each content, hexadecimal. */
        hashes: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 100 }),
      },
      { additionalProperties: false },
    ),
    response: { 200: page(Type.Object({ hash: Type.String(), itemId: Id })) },
  },
})
