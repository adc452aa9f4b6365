import * as contract from '../../shared/item-message.ts'
import { noteReading } from '../access/note-reading.ts'
import type { Statement } from '../database/work.ts'
import { chooseAttachment } from '../filing/choose-attachment.ts'
import { type App, serve } from '../http/app-type.ts'
import { sourceOf } from '../item/source.ts'
import { Refusal } from '../refusal.ts'
import { readItemMessage, readThread } from './read-item-message.ts'
import { mayLoadPictures, readPicture, sourceForPictures } from './read-picture.ts'

const attachmentOf: Statement = {
  name: 'attachment-of-item',
  text: `select a.blob_hash as hash, a.name, a.size from item i join attachment a on a.message_id = i.object_id where i.id = $1 and a.position = $2`,
}

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
    const [row] = await read(query =>
      query<{ hash: string; name: string; size: string }>(attachmentOf, [params.itemId, params.position]),
    )
    if (!row) throw new Refusal('not-found')
    await noteReading(house.database, user, params.itemId, 'source')
    // Never by its own type: what a stranger sent is saved, not shown in our origin.
    reply.type('application/octet-stream').header('content-length', row.size)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name || 'attachment')}`)
    return reply.send(house.blobs.stream(row.hash))
  })

  serve(app, contract.chooseAttachment, ({ house, user, params, body }) =>
    chooseAttachment(house, user, params.itemId, params.position, body.type),
  )
}
