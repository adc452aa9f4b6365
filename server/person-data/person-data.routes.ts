import * as erasures from '../../shared/erasure.ts'
import * as contract from '../../shared/person-data.ts'
import * as holds from '../../shared/person-hold.ts'
import { attached } from '../export/attached.ts'
import { type App, serve } from '../http/app-type.ts'
import { readMe } from '../identity/session.ts'
import { noteErasure } from './erasure-memo.ts'
import { askErasure, liftTombstone, listErasures, listKept, previewErasure } from './erasures.ts'
import { exportPerson, openPersonExport } from './export-person.ts'
import { liftPersonHold, listPersonHolds, placePersonHold } from './person-holds.ts'
import { findPeople, readPersonReport } from './read-person.ts'
import { readPersonRecords } from './read-person-export.ts'

export function personDataRoutes(app: App) {
  serve(app, contract.findPeople, ({ work, body }) => work(tx => findPeople(tx, body.query)))
  serve(app, contract.readPersonReport, ({ work, body }) => work(tx => readPersonReport(tx, body.address)))
  serve(app, holds.listPersonHolds, ({ work }) => work(listPersonHolds))
  serve(app, holds.placePersonHold, ({ work, body }) => work(tx => placePersonHold(tx, body)))
  serve(app, holds.liftPersonHold, ({ work, params }) => work(tx => liftPersonHold(tx, params.personHoldId)))
  serve(app, erasures.previewErasure, ({ work, body }) => work(tx => previewErasure(tx, body)))
  serve(app, erasures.askErasure, async ({ work, body, house }) => {
    const asked = await work(tx => askErasure(tx, body))
    noteErasure(house.config.dataFolder, { at: house.now().toISOString(), erased: asked.hashes })
    return asked
  })
  serve(app, erasures.listErasures, ({ work }) => work(listErasures))
  serve(app, erasures.listKept, ({ work, params, querystring }) =>
    work(tx => listKept(tx, params.erasureId, querystring)),
  )
  serve(app, erasures.liftTombstone, async ({ work, params, house }) => {
    const lifted = await work(tx => liftTombstone(tx, params.erasureId))
    noteErasure(house.config.dataFolder, { at: house.now().toISOString(), lifted })
  })
  serve(app, contract.openPersonExport, ({ work, body }) => work(tx => openPersonExport(tx, body)))
  serve(app, contract.readPersonExport, async ({ work, read, params, reply, house }) => {
    const records = await read(query => readPersonRecords(query, params.exportId))
    const me = await work(readMe)
    reply.type('application/zip')
    reply.header('content-disposition', attached(`lupa ${records.addresses[0] ?? ''}`, '.zip'))
    return reply.send(exportPerson(house, { exportId: params.exportId, records, me }))
  })
}
