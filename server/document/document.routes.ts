import * as contract from '../../shared/document.ts'
import * as versions from '../../shared/document-version.ts'
import { noteDocumentReading } from '../access/note-reading.ts'
import type { Statement } from '../database/work.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { findConfidential } from './find-confidential.ts'
import { readDocumentText } from './read-text.ts'
import { readVersions } from './read-versions.ts'

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

  serve(app, contract.readDocumentText, async ({ read, user, params, house }) => {
    const words = await read(query => readDocumentText(query, params.documentId))
    await noteDocumentReading(house.database, user, params.documentId)
    return words
  })

  serve(app, versions.readVersions, ({ read, params }) => read(query => readVersions(query, params.documentId)))

  serve(app, versions.linkVersion, ({ work, params }) =>
    work(async tx => void (await tx.sql('select link_version($1, $2)', [params.documentId, params.otherId]))),
  )

  serve(app, versions.unlinkVersion, ({ work, params }) =>
    work(async tx => void (await tx.sql('select unlink_version($1)', [params.documentId]))),
  )

  serve(app, contract.findConfidential, ({ read, body }) =>
    read(async query => ({ items: await findConfidential(query, body.hashes), next: null })),
  )
}
