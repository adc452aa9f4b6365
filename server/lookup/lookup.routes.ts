import * as contract from '../../shared/lookup.ts'
import { type App, serve } from '../http/app-type.ts'
import { chooseContractor } from './choose-contractor.ts'
import { lookUp } from './look-up.ts'

export function lookupRoutes(app: App) {
  serve(app, contract.lookUp, ({ read, body }) => lookUp(read, body, app.house.now()))

  serve(app, contract.chooseContractor, ({ work, body }) =>
    work(tx => chooseContractor(tx, body.thread, body.contractorId)),
  )
}
