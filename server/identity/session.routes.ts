import type { FastifyRequest } from 'fastify'
import * as forgotten from '../../shared/forgotten.ts'
import * as factor from '../../shared/second-factor.ts'
import * as contract from '../../shared/session.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { changePassword, enterByLink } from './change-password.ts'
import { askForLink, isLinkMailed } from './forgotten-password.ts'
import { identityKey } from './identity-key.ts'
import { presentSession } from './present-session.ts'
import { confirmFactor, draftFactor, readFactor, removeFactor } from './second-factor.ts'
import { endOtherSessions, endSession, goOn, listSessions, readMe } from './session.ts'
import { beginFactor, signIn } from './sign-in.ts'
import { visitOf } from './visit-of.ts'

export function sessionRoutes(app: App) {
  const { database, now, config } = app.house
  const key = identityKey(config.dataFolder)
  const check = () => ({ key, now: now() })
  const visit = (request: FastifyRequest, door: 'password' | 'link') => visitOf(request, door)

  serve(app, contract.signIn, async ({ body, request }) =>
    presentSession(app, await signIn(database, body, visit(request, 'password'), check())),
  )

  serve(app, contract.draftFactorBySignIn, ({ body, request }) =>
    beginFactor(database, body, visit(request, 'password'), check()),
  )

  serve(app, contract.refreshSession, async ({ body }) => {
    const entered = await database.work(null, tx => goOn(tx, body.refresh, now()))
    // Refused outside the transaction, or the end of a stolen family would be rolled back with it.
    if (!entered) throw new Refusal('not-signed-in')
    return presentSession(app, entered)
  })

  serve(app, contract.usePasswordLink, async ({ body, request }) => {
    const entered = await enterByLink(database, body, visit(request, 'link'), check())
    if (!entered) throw new Refusal('second-factor-needed')
    return presentSession(app, entered)
  })

  serve(app, forgotten.readForgotten, async () => ({ isMailed: await isLinkMailed(database, config) }))
  serve(app, forgotten.askForLink, async ({ body, request }) => {
    if (!(await isLinkMailed(database, config))) throw new Refusal('no-mail-server')
    await askForLink(database, body.email, visit(request, 'link').address)
  })

  serve(app, contract.signOut, ({ work, session }) => work(tx => endSession(tx, session)))
  serve(app, contract.listSessions, ({ work, session }) =>
    work(async tx => ({ items: await listSessions(tx, session), next: null })),
  )
  serve(app, contract.endSession, ({ work, params }) => work(tx => endSession(tx, params.sessionId)))
  serve(app, contract.endOtherSessions, ({ work, session }) => work(tx => endOtherSessions(tx, session)))
  serve(app, contract.changePassword, ({ work, body, session }) => changePassword(work, body, session))

  serve(app, factor.readFactor, ({ work }) => work(readFactor))
  serve(app, factor.draftFactor, ({ work, user }) =>
    work(async tx => draftFactor(tx, user, (await readMe(tx)).email, key)),
  )
  serve(app, factor.confirmFactor, ({ work, user, body }) =>
    work(async tx => ({ recoveryCodes: await confirmFactor(tx, user, body.code, check()) })),
  )
  serve(app, factor.removeFactor, ({ work, user, body }) => work(tx => removeFactor(tx, user, body.code, check())))
}
