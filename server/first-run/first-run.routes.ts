import * as contract from '../../shared/first-run.ts'
import { type App, serve } from '../http/app-type.ts'
import { presentSession } from '../identity/present-session.ts'
import { visitOf } from '../identity/visit-of.ts'
import { changeFirstRun, readFirstRun } from './first-run.ts'
import { lookAtSetUp, setUp } from './set-up.ts'

export function firstRunRoutes(app: App) {
  const { database, config, now } = app.house

  serve(app, contract.lookAtSetUp, ({ body }) => lookAtSetUp(database, body.token))

  serve(app, contract.setUp, async ({ body, request }) =>
    presentSession(app, await setUp(database, body, visitOf(request, 'link'), now())),
  )

  serve(app, contract.readFirstRun, ({ work }) => work(tx => readFirstRun(tx, config)))

  serve(app, contract.changeFirstRun, ({ work, body }) =>
    work(async tx => {
      await changeFirstRun(tx, body)
      return readFirstRun(tx, config)
    }),
  )
}
