import * as headsContract from '../../shared/heads.ts'
import * as contract from '../../shared/item.ts'
import * as many from '../../shared/many-items.ts'
import { foreseeMove as foreseeMoveContract } from '../../shared/sharing.ts'
import { noteReading } from '../access/note-reading.ts'
import { attached } from '../export/attached.ts'
import { type App, serve } from '../http/app-type.ts'
import { assignItems } from './assign-items.ts'
import { changeItem } from './change-item.ts'
import { foreseeMove } from './foresee-move.ts'
import { lookAtCase, lookAtFile } from './look-at-file.ts'
import { readCaseHeads, readHeads } from './read-heads.ts'
import { readItem } from './read-item.ts'
import { readThreads } from './read-threads.ts'
import { readCaseTimeline, readCompanyTimeline, readTimeline } from './read-timeline.ts'
import { readStaying, readViewers } from './read-viewers.ts'
import { originOf, sourceOf, titleOf } from './source.ts'
import { unfileItem } from './unfile-item.ts'
import { withoutBlindCopies } from './without-blind-copies.ts'

export function itemRoutes(app: App) {
  const { now } = app.house

  serve(app, contract.readTimeline, ({ read, params, querystring }) =>
    read(query => readTimeline(query, params.contractorId, querystring, now())),
  )

  serve(app, contract.readCaseTimeline, ({ read, params, querystring }) =>
    read(query => readCaseTimeline(query, params.caseId, querystring, now())),
  )

  serve(app, headsContract.readHeads, ({ read, params }) => read(query => readHeads(query, params.contractorId, now())))

  serve(app, headsContract.readCaseHeads, ({ read, params }) =>
    read(query => readCaseHeads(query, params.caseId, now())),
  )

  serve(app, headsContract.lookAtFile, ({ work, params }) => work(tx => lookAtFile(tx, params.contractorId)))

  serve(app, headsContract.lookAtCase, ({ work, params }) => work(tx => lookAtCase(tx, params.caseId)))

  serve(app, contract.readCompanyTimeline, ({ read, querystring }) =>
    read(query => readCompanyTimeline(query, querystring, now())),
  )

  serve(app, contract.readItem, async ({ read, user, params }) => {
    const item = await read(query => readItem(query, params.itemId))
    // Written down before it is shown: a reading that could not be is none.
    if (item.confidential) await noteReading(app.house.database, user, params.itemId, 'page')
    return item
  })

  serve(app, contract.unfileItem, ({ work, params, querystring }) =>
    work(tx => unfileItem(tx, params.itemId, querystring.caseId ?? null)),
  )

  serve(app, contract.changeItem, async ({ work, read, params, body }) => {
    const itemId = await work(tx => changeItem(tx, params.itemId, body))
    return read(query => readItem(query, itemId))
  })

  serve(app, foreseeMoveContract, ({ work, params, body }) => foreseeMove(work, params.itemId, body))

  serve(app, contract.readItemSource, async ({ read, user, params, reply, house }) => {
    const { hash, isStripped, title } = await read(async query => ({
      ...(await sourceOf(query, params.itemId)),
      title: await titleOf(query, params.itemId),
    }))
    await noteReading(house.database, user, params.itemId, 'source')
    reply.type('message/rfc822').header('content-disposition', attached(title, '.eml'))
    const source = house.blobs.stream(hash)
    return reply.send(isStripped ? source.compose(withoutBlindCopies) : source)
  })

  serve(app, contract.readItemOrigin, async ({ read, user, params, reply, house }) => {
    const { hash, title } = await read(async query => ({
      hash: await originOf(query, params.itemId),
      title: await titleOf(query, params.itemId),
    }))
    await noteReading(house.database, user, params.itemId, 'source')
    reply.type('application/octet-stream').header('content-disposition', attached(title, '.msg'))
    return reply.send(house.blobs.stream(hash))
  })

  serve(app, contract.readItemViewers, ({ read, params }) =>
    read(async query => ({
      items: await readViewers(query, params.itemId),
      staying: await readStaying(query, params.itemId),
    })),
  )

  serve(app, many.readThreads, async ({ read, body }) => ({
    items: await read(query => readThreads(query, body.itemIds)),
  }))

  serve(app, many.assignItems, async ({ house, user, body }) => ({
    items: await assignItems(house.database, user, body.itemIds, body, error => app.log.error(error)),
  }))
}
