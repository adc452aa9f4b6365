import * as contract from '../../shared/teaching.ts'
import { type App, serve } from '../http/app-type.ts'
import { forgetNeverSender, listNeverSenders } from './never-senders.ts'
import { teach } from './teach.ts'

export function teachingRoutes(app: App) {
  serve(app, contract.teach, ({ work, params, body }) => work(tx => teach(tx, params.itemId, body)))

  serve(app, contract.listNeverSenders, ({ work, params }) => work(tx => listNeverSenders(tx, params.contractorId)))

  serve(app, contract.forgetNeverSender, ({ work, params, querystring }) =>
    work(tx => forgetNeverSender(tx, params.contractorId, querystring.address)),
  )
}
