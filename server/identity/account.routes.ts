import * as token from '../../shared/access-token.ts'
import * as contract from '../../shared/account.ts'
import * as leaver from '../../shared/leaver.ts'
import { record } from '../audit/record.ts'
import { type App, serve } from '../http/app-type.ts'
import { createAccessToken, endAccessToken, endAnyToken, listAccessTokens, listEveryToken } from './access-token.ts'
import {
  changeAccount,
  changeFactorPolicy,
  changeProfile,
  createPasswordLink,
  endAccountSessions,
  endPasswordLink,
  listAccounts,
  readFactorPolicy,
} from './account.ts'
import { giveAway, readLeftBehind } from './leaver.ts'
import { passwordLink } from './password-link.ts'
import { proveMyself } from './prove-myself.ts'
import { resetFactor } from './second-factor.ts'
import { User } from './user.entity.ts'

export function accountRoutes(app: App) {
  const { now, config } = app.house

  serve(app, token.listAccessTokens, ({ work }) =>
    work(async tx => ({ items: await listAccessTokens(tx), next: null })),
  )
  serve(app, token.createAccessToken, ({ work, body }) => work(tx => createAccessToken(tx, body, now())))
  serve(app, token.endAccessToken, ({ work, params }) => work(tx => endAccessToken(tx, params.tokenId)))

  serve(app, token.listEveryToken, ({ work, querystring }) => work(tx => listEveryToken(tx, querystring)))
  serve(app, token.endAnyToken, ({ work, params }) => work(tx => endAnyToken(tx, params.tokenId)))

  serve(app, contract.listAccounts, ({ work }) => work(async tx => ({ items: await listAccounts(tx), next: null })))
  serve(app, contract.changeAccount, async asked => {
    const { work, params, body } = asked
    const { password, name, email, ...change } = body
    const account = await work(async tx => {
      await tx.sql('select administrators_only()')
      return tx.em.findOne(User, params.userId)
    })
    // Whoever reads the mail of an administrator's new address could have his password sent there.
    if (change.isAdmin || (email !== undefined && account?.isAdmin)) await proveMyself(asked, password)
    return work(async tx => {
      const isProfile = name !== undefined || email !== undefined
      if (isProfile) await changeProfile(tx, params.userId, { name, email })
      if (!isProfile || Object.keys(change).length > 0) await changeAccount(tx, params.userId, change, now())
    })
  })
  serve(app, contract.createPasswordLink, async asked => {
    const { work, params, body } = asked
    const account = await work(async tx => {
      // Who comes in at a provider only would else give himself a password.
      await tx.sql('select administrators_only()')
      return tx.em.findOne(User, params.userId)
    })
    if (account?.isAdmin) await proveMyself(asked, body.password)
    return work(async tx => ({
      passwordLink: passwordLink(config, await createPasswordLink(tx, params.userId, now())),
    }))
  })
  serve(app, contract.endPasswordLink, ({ work, params }) => work(tx => endPasswordLink(tx, params.userId)))
  serve(app, contract.endAccountSessions, ({ work, params }) => work(tx => endAccountSessions(tx, params.userId)))
  serve(app, contract.resetFactor, ({ work, params }) => work(tx => resetFactor(tx, params.userId)))

  serve(app, leaver.readLeftBehind, ({ work, params }) => work(tx => readLeftBehind(tx, params.userId)))
  serve(app, leaver.giveAway, ({ work, params, body }) =>
    work(tx => giveAway(tx, params.userId, body.toId, body.parts)),
  )

  serve(app, contract.readFactorPolicy, ({ work }) => work(async tx => ({ required: await readFactorPolicy(tx) })))
  serve(app, contract.changeFactorPolicy, ({ work, user, body }) =>
    work(async tx => {
      await changeFactorPolicy(tx, body.required)
      await record(tx, 'second-factor-policy', 'user', user, { required: body.required })
      return body
    }),
  )
}
