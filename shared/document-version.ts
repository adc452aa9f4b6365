import * as Type from 'typebox'
import { route } from './route.ts'
import { Id, Nothing, Time } from './scalars.ts'

/** A document beside others that it may be a version of. */
export type DocumentVersion = Type.Static<typeof DocumentVersion>
export const DocumentVersion = Type.Object({
  documentId: Id,
  itemId: Id,
  title: Type.String(),
  occurredAt: Time,
  size: Type.Number(),
})

/** The versions of a document, itself among them, newest first; and what it may be a version of, which a person decides. */
export type DocumentVersions = Type.Static<typeof DocumentVersions>
export const DocumentVersions = Type.Object({
  versions: Type.Array(DocumentVersion),
  offered: Type.Array(DocumentVersion),
})

const DocumentParams = Type.Object({ documentId: Id })

export const readVersions = route({
  method: 'GET',
  url: '/api/documents/:documentId/versions',
  schema: { summary: 'Versions of a document', params: DocumentParams, response: { 200: DocumentVersions } },
})

export const linkVersion = route({
  method: 'PUT',
  url: '/api/documents/:documentId/versions/:otherId',
  schema: {
    summary: 'Say that a document is a version of another',
    params: Type.Object({ ...DocumentParams.properties, otherId: Id }),
    response: { 204: Nothing },
  },
})

export const unlinkVersion = route({
  method: 'DELETE',
  url: '/api/documents/:documentId/versions',
  schema: { summary: 'Take a document out of its versions', params: DocumentParams, response: { 204: Nothing } },
})
