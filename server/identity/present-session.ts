import type { Session } from '../../shared/session.ts'
import type { App } from '../http/app-type.ts'
import { type Entered, readMe } from './session.ts'

/** What somebody who came in is given: his tokens, and who he is. */
export async function presentSession(app: App, entered: Entered): Promise<Session> {
  const user = await app.house.database.work(entered.userId, readMe)
  const token = app.jwt.sign({ sub: entered.userId, sid: entered.sessionId })
  return {
    token,
    refresh: entered.refresh,
    user,
    ...(entered.recoveryCodes && { recoveryCodes: entered.recoveryCodes }),
  }
}
