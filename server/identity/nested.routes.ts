import * as contract from '../../shared/nested-sign-in.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { identityKey } from './identity-key.ts'
import { openAccounts } from './nested-account.ts'
import { enterNested, listNested } from './nested-sign-in.ts'
import { presentSession } from './present-session.ts'
import { openProvider } from './provider.ts'
import { visitOf } from './visit-of.ts'

export function nestedRoutes(app: App) {
  const { database, config, now } = app.house
  const key = identityKey(config.dataFolder)
  const readAccount = openAccounts(config.microsoft.login)

  serve(app, contract.listNestedProviders, ({ work }) =>
    work(async tx => ({ items: await listNested(tx, config.microsoft.login), next: null })),
  )
  serve(app, contract.signInNested, async ({ body, request }) => {
    const provider = await database.work(null, tx => openProvider(tx, body.providerId, key))
    const person = await readAccount(provider, body.token, now())
    const entered = await database.work(null, tx =>
      enterNested(tx, { ...person, providerId: body.providerId }, visitOf(request, 'mail-program'), now()),
    )
    // Refused outside the transaction, or the request to be known would be rolled back with it.
    if (!entered) throw new Refusal('identity-unknown')
    return presentSession(app, entered)
  })
}
