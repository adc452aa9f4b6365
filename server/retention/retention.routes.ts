import * as contract from '../../shared/retention.ts'
import { type App, serve } from '../http/app-type.ts'
import { liftLegalHold, listLegalHolds, placeLegalHold } from './legal-holds.ts'
import { changeRetention, previewRetention, readRetention } from './retention.ts'

export function retentionRoutes(app: App) {
  serve(app, contract.readRetention, ({ work }) => work(readRetention))
  serve(app, contract.changeRetention, ({ work, body }) => work(tx => changeRetention(tx, body)))
  serve(app, contract.previewRetention, ({ work, body }) => work(tx => previewRetention(tx, body.months)))
  serve(app, contract.listLegalHolds, ({ work, querystring }) => work(tx => listLegalHolds(tx, querystring)))
  serve(app, contract.placeLegalHold, ({ work, body }) => work(tx => placeLegalHold(tx, body)))
  serve(app, contract.liftLegalHold, ({ work, params }) => work(tx => liftLegalHold(tx, params.holdId)))
}
