import * as contract from '../../shared/sweep.ts'
import { type App, serve } from '../http/app-type.ts'
import { answerSweep, checkSweep, readSweep, sweep } from './sweep.ts'

export function sweepRoutes(app: App) {
  serve(app, contract.readSweep, ({ read, params, querystring }) =>
    read(query => readSweep(query, params.contractorId, querystring.address)),
  )

  serve(app, contract.sweep, async ({ house, user, work, params, body }) => {
    await work(tx => checkSweep(tx, params.contractorId, body.address))
    const swept = await sweep(house, user, body.address, body.cursor)
    if (!swept.next) await work(tx => answerSweep(tx, body.address, { isWanted: true }))
    return swept
  })

  serve(app, contract.skipSweep, ({ work, params, querystring }) =>
    work(async tx => {
      await checkSweep(tx, params.contractorId, querystring.address)
      await answerSweep(tx, querystring.address, { isWanted: false })
    }),
  )
}
