import * as contract from '../../shared/session.ts'
import { type App, type House, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { type Entered, enterByLink, goOn, readMe, signIn, signOut } from './session.ts'

export function sessionRoutes(app: App) {
  const { database, now } = app.house
  const answer = (entered: Entered) => present(app, app.house, entered)

  serve(app, contract.signIn, async ({ body }) =>
    answer(await database.work(null, tx => signIn(tx, body.email, body.password, now()))),
  )

  serve(app, contract.refreshSession, async ({ body }) => {
    const entered = await database.work(null, tx => goOn(tx, body.refresh, now()))
    // Refused outside the transaction, or the end of a stolen family would be rolled back with it.
    if (!entered) throw new Refusal('not-signed-in')
    return answer(entered)
  })

  serve(app, contract.usePasswordLink, async ({ body }) =>
    answer(await database.work(null, tx => enterByLink(tx, body.token, body.password, now()))),
  )

  serve(app, contract.signOut, async ({ work, request }) => {
    await work(tx => signOut(tx, request.user.sid))
  })
}

async function present(app: App, house: House, entered: Entered) {
  const user = await house.database.work(entered.userId, readMe)
  const token = app.jwt.sign({ sub: entered.userId, sid: entered.sessionId })
  return { token, refresh: entered.refresh, user }
}
