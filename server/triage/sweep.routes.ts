import * as contract from '../../shared/sweep.ts'
import { type App, serve } from '../http/app-type.ts'
import { checkSweep, readSweep, sweep } from './sweep.ts'

export function sweepRoutes(app: App) {
  serve(app, contract.readSweep, ({ read, params, querystring }) =>
    read(query => readSweep(query, params.contractorId, querystring.address)),
  )

  serve(app, contract.sweep, async ({ house, user, work, params, body }) => {
    await work(tx => checkSweep(tx, params.contractorId, body.address))
    return sweep(house, user, body.address, body.cursor)
  })
}
