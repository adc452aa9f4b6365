import * as Type from 'typebox'
import { route } from './route.ts'
import { Id } from './scalars.ts'

/** The bytes of a document, always as a download: a browser never runs what a stranger sent. */
export const readDocumentContent = route({
  method: 'GET',
  url: '/api/documents/:documentId/content',
  produces: 'application/octet-stream',
  schema: {
    summary: 'Content of a document',
    params: Type.Object({ documentId: Id }),
    response: { 200: Type.Unsafe<Uint8Array>({}) },
  },
})
