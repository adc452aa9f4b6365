import * as contract from '../../shared/document.ts'
import * as versions from '../../shared/document-version.ts'
import { noteDocumentReading } from '../access/note-reading.ts'
import { attached } from '../export/attached.ts'
import { type App, serve } from '../http/app-type.ts'
import { findConfidential } from './find-confidential.ts'
import { mailInMsg, nameOfMailIn } from './mail-in-msg.ts'
import { readContent } from './read-content.ts'
import { readDocumentText } from './read-text.ts'
import { readVersions } from './read-versions.ts'

export function documentRoutes(app: App) {
  serve(app, contract.readDocumentContent, async ({ read, user, params, reply, house }) => {
    const kept = await read(query => readContent(query, params.documentId))
    await noteDocumentReading(house.database, user, params.documentId)
    // Never by its own type: what a stranger sent is saved, not shown in our origin.
    reply.type('application/octet-stream').header('content-length', kept.size)
    reply.header('content-disposition', attached(kept.name || 'document'))
    return reply.send(house.blobs.stream(kept.hash))
  })

  serve(app, contract.readDocumentMail, async ({ read, user, params, reply, house }) => {
    const kept = await read(query => readContent(query, params.documentId))
    const mail = await mailInMsg(house.blobs, kept)
    await noteDocumentReading(house.database, user, params.documentId)
    return reply
      .type('message/rfc822')
      .header('content-disposition', attached(nameOfMailIn(kept)))
      .send(mail)
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
