import * as Type from 'typebox'
import { AudienceInput } from './audience.ts'
import { ItemRow } from './item.ts'
import { documentTypes, type Kind, ownKindPattern } from './kind.ts'
import { route } from './route.ts'
import { Id, OptionalId, Time } from './scalars.ts'

/** Largest file that is taken, in bytes. */
export const LARGEST_UPLOAD = 100 * 1024 * 1024

/** The fields that may travel beside the file (`file`), each as text; the audience as JSON. */
export type UploadFields = Type.Static<typeof UploadFields>
export const UploadFields = Type.Object(
  {
    caseId: Type.Optional(Id),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })),
    type: Type.Optional(
      Type.Unsafe<Kind>({ anyOf: [{ enum: [...documentTypes] }, { type: 'string', pattern: ownKindPattern }] }),
    ),
    audience: Type.Optional(AudienceInput),
    /** When the document came about; now when not said. */
    occurredAt: Type.Optional(Time),
  },
  { additionalProperties: false },
)

/**
 * What became of a file: a document, or, of an .eml or .msg, a mail. `isKnown`: the reader could see the same content in
 * this contractor's file before, and nothing was stored twice. A mail that is still being read has no item yet.
 */
export type Uploaded = Type.Static<typeof Uploaded>
export const Uploaded = Type.Object({
  became: Type.Unsafe<'document' | 'mail'>({ type: 'string' }),
  id: OptionalId,
  isKnown: Type.Boolean(),
  item: Type.Union([ItemRow, Type.Null()]),
})

/**
 * Puts a file into a contractor's file and, if named, into a case. Sent again under the same `Idempotency-Key` it answers
 * what became of it the first time.
 */
export const uploadDocument = route({
  method: 'POST',
  url: '/api/contractors/:contractorId/documents',
  consumes: 'multipart/form-data',
  schema: {
    summary: 'Upload a document',
    params: Type.Object({ contractorId: Id }),
    form: UploadFields,
    headers: Type.Object({
      'idempotency-key': Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]{1,100}$' })),
    }),
    response: { 201: Uploaded, 202: Uploaded },
  },
})
