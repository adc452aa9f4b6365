import * as contract from '../../shared/teaching.ts'
import { type App, serve } from '../http/app-type.ts'
import { teach } from './teach.ts'

export function teachingRoutes(app: App) {
  serve(app, contract.teach, ({ work, params, body }) => work(tx => teach(tx, params.itemId, body.verdict)))
}
