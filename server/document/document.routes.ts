import * as contract from '../../shared/document.ts'
import { noteDocumentReading } from '../access/note-reading.ts'
import type { Statement } from '../database/work.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { findConfidential } from './find-confidential.ts'

const contentOf: Statement = {
  name: 'content-of-document',
  text: 'select blob_hash as hash, name, size from document where id = $1',
}

export function documentRoutes(app: App) {
  serve(app, contract.readDocumentContent, async ({ read, user, params, reply, house }) => {
    const [row] = await read(query =>
      query<{ hash: string; name: string; size: string }>(contentOf, [params.documentId]),
    )
    if (!row) throw new Refusal('not-found')
    await noteDocumentReading(house.database, user, params.documentId)
    // Never by its own type: what a stranger sent is saved, not shown in our origin.
    reply.type('application/octet-stream').header('content-length', row.size)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name || 'document')}`)
    return reply.send(house.blobs.stream(row.hash))
  })

  serve(app, contract.findConfidential, ({ read, body }) =>
    read(async query => ({ items: await findConfidential(query, body.hashes), next: null })),
  )
}
