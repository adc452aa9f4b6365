import type { FastifyRequest } from 'fastify'
import * as contract from '../../shared/sign-in-provider.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { discover } from './ask-provider.ts'
import { beginHandover, redeem } from './handover.ts'
import { identityKey } from './identity-key.ts'
import { presentSession } from './present-session.ts'
import { proveMyself } from './prove-myself.ts'
import * as provider from './provider.ts'
import { beginVisit, endVisit } from './provider-visit.ts'
import { readMe } from './session.ts'
import { User } from './user.entity.ts'
import { visitOf } from './visit-of.ts'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

export function providerRoutes(app: App) {
  const { database, config, now } = app.house
  const key = identityKey(config.dataFolder)
  const around = (request: FastifyRequest) => ({
    callback: new URL(contract.callbackPath, baseOf(config.publicUrl, request)).href,
    key,
    now: now(),
  })

  serve(app, contract.listProviders, ({ work }) =>
    work(async tx => ({ items: await provider.listProviders(tx), next: null })),
  )
  serve(app, contract.beginProviderVisit, ({ work, body, request }) => beginVisit(work, body, around(request)))
  serve(app, contract.beginLinking, ({ work, body, request }) => beginVisit(work, body, around(request)))

  // A browser comes here by redirect and is sent on at once, so neither the provider's code nor a token of ours stays in its
  // history; what the page gets is worth nothing to another browser. No client of ours calls it: it is not in the contract.
  app.get(contract.callbackPath, { config: { open: true }, schema: { hide: true } }, async (request, reply) => {
    const answer = new URL(request.url, baseOf(config.publicUrl, request))
    const arrival = await endVisit(database, answer, { key, now: now() }).catch((error: Error) => {
      request.log.warn({ reason: error.message }, 'a sign-in provider’s answer was refused')
      return 'failed'
    })
    return reply.redirect(`/#/arrive/${arrival}`, 303)
  })

  serve(app, contract.handOver, ({ work, user, body }) =>
    work(async tx => ({ code: await beginHandover(tx, { challenge: body.challenge, userId: user }, now()) })),
  )
  serve(app, contract.redeemCode, async ({ body, request }) => {
    const { device, address } = visitOf(request, 'provider')
    const entered = await database.work(null, tx => redeem(tx, body, { device, address }, now()))
    if (typeof entered === 'string') throw new Refusal(entered)
    return presentSession(app, entered)
  })

  mountIdentities(app)
  mountSettings(app, key)
}

function mountIdentities(app: App) {
  serve(app, contract.listIdentities, ({ work }) =>
    work(async tx => ({ items: await provider.rowsOf(tx, 'select my_identities() as rows'), next: null })),
  )
  serve(app, contract.removeIdentity, ({ work, params }) =>
    work(async tx => {
      await tx.sql('select remove_identity($1)', [params.identityId])
    }),
  )
  serve(app, contract.listIdentityRequests, ({ work }) =>
    work(async tx => ({ items: await provider.listIdentityRequests(tx), next: null })),
  )
  serve(app, contract.linkIdentity, async asked => {
    const { work, params, body } = asked
    const isForAdmin = await work(async tx => {
      await tx.sql('select administrators_only()')
      return (await tx.em.findOne(User, { id: body.userId }))?.isAdmin
    })
    if (isForAdmin) await proveMyself(asked, body.password)
    await work(tx => tx.sql('select link_identity($1, $2)', [params.requestId, body.userId]))
  })
  serve(app, contract.removeIdentityRequest, ({ work, params }) =>
    work(async tx => {
      await tx.sql('select remove_identity_request($1)', [params.requestId])
    }),
  )
}

function mountSettings(app: App, key: Buffer) {
  const { publicUrl } = app.house.config
  serve(app, contract.listProviderSettings, ({ work, request }) =>
    work(async tx => ({
      items: await provider.listProviderSettings(tx),
      next: null,
      callback: new URL(contract.callbackPath, baseOf(publicUrl, request)).href,
    })),
  )
  serve(app, contract.createProvider, async ({ work, body }) => {
    await work(async tx => {
      if (!(await readMe(tx)).isAdmin) throw new Refusal('not-allowed')
    })
    // Asked outside the transaction, for it may take its time; and only for administrators, for it goes where it is told.
    const { issuer } = (await discover(body)).serverMetadata()
    return work(tx => provider.createProvider(tx, { ...body, issuer }, key))
  })
  serve(app, contract.changeProvider, ({ work, params, body }) =>
    work(tx => provider.changeProvider(tx, params.providerId, body, key)),
  )
  serve(app, contract.removeProvider, ({ work, params }) => work(tx => provider.removeProvider(tx, params.providerId)))
}

/** Where people reach us: the public address, or this very machine. What a request says of itself is believed only there. */
function baseOf(publicUrl: string | null, request: FastifyRequest): string {
  if (publicUrl) return publicUrl
  const url = new URL(`http://${request.host}`)
  if (!loopback.includes(url.hostname)) throw new Refusal('provider-silent')
  return url.origin
}
