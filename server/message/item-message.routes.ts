import * as contract from '../../shared/item-message.ts'
import { noteReading } from '../access/note-reading.ts'
import { mailInMsg, nameOfMailIn } from '../document/mail-in-msg.ts'
import { attached } from '../export/attached.ts'
import { chooseAttachment } from '../filing/choose-attachment.ts'
import { type App, serve } from '../http/app-type.ts'
import { sourceOf } from '../item/source.ts'
import { readAttachment } from './read-attachment.ts'
import { readItemMessage, readThread } from './read-item-message.ts'
import { mayLoadPictures, readPicture, sourceForPictures } from './read-picture.ts'

export function itemMessageRoutes(app: App) {
  serve(app, contract.readItemMessage, async ({ read, user, params, house }) => {
    const found = await read(async query => ({
      source: await sourceOf(query, params.itemId),
      thread: await readThread(query, params.itemId),
      mayLoadPictures: await mayLoadPictures(query),
    }))
    await noteReading(house.database, user, params.itemId, 'source')
    const message = await readItemMessage(house.blobs, found.source, found.thread)
    return { ...message, mayLoadPictures: found.mayLoadPictures }
  })

  serve(app, contract.readItemPicture, async ({ read, params, querystring, reply, house }) => {
    const source = await read(query => sourceForPictures(query, params.itemId))
    const bytes = await readPicture(house, source, querystring.url)
    return reply.type('application/octet-stream').header('content-disposition', 'attachment').send(bytes)
  })

  serve(app, contract.readItemAttachment, async ({ read, user, params, reply, house }) => {
    const kept = await read(query => readAttachment(query, params.itemId, params.position))
    await noteReading(house.database, user, params.itemId, 'source')
    // Never by its own type: what a stranger sent is saved, not shown in our origin.
    reply.type('application/octet-stream').header('content-length', kept.size)
    reply.header('content-disposition', attached(kept.name || 'attachment'))
    return reply.send(house.blobs.stream(kept.hash))
  })

  serve(app, contract.readAttachmentMail, async ({ read, user, params, reply, house }) => {
    const kept = await read(query => readAttachment(query, params.itemId, params.position))
    const mail = await mailInMsg(house.blobs, kept)
    await noteReading(house.database, user, params.itemId, 'source')
    return reply
      .type('message/rfc822')
      .header('content-disposition', attached(nameOfMailIn(kept)))
      .send(mail)
  })

  serve(app, contract.chooseAttachment, ({ house, user, params, body }) =>
    chooseAttachment(house, user, params.itemId, params.position, body.type),
  )
}
