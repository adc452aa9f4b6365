import * as Value from 'typebox/value'
import * as contract from '../../shared/microsoft.ts'
import { choicesIn } from '../filing/chosen-documents.ts'
import { viewersIn } from '../filing/narrow-filing.ts'
import { placeOf } from '../filing/place-of.ts'
import { receivePatiently } from '../filing/receive-patiently.ts'
import { type App, serve } from '../http/app-type.ts'
import { announceMailbox } from '../mailbox/announce-mailbox.ts'
import { readMailbox } from '../mailbox/read-mailboxes.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { Refusal } from '../refusal.ts'
import { addMailbox } from './add-mailbox.ts'
import { fetchMessage } from './fetch-message.ts'
import { hashOfState } from './keep-subscribed.ts'
import { listTenants, putTenant, removeTenant } from './tenant.ts'

export function graphRoutes(app: App) {
  const { now, config, database } = app.house

  serve(app, contract.putMicrosoftTenant, ({ work, body }) =>
    work(tx => putTenant(tx, body, mailboxKey(config.dataFolder))),
  )
  serve(app, contract.listMicrosoftTenants, ({ work }) => work(listTenants))
  serve(app, contract.removeMicrosoftTenant, ({ work, params }) => work(tx => removeTenant(tx, params.tenantId)))
  serve(app, contract.addMicrosoftMailbox, ({ work, body }) =>
    work(async tx => readMailbox(tx, await addMailbox(tx, body), now())),
  )

  serve(
    app,
    contract.fileRemoteMessage,
    async ({ user, house, work, querystring: { comment, attachment, viewer, ...where }, body, reply }) => {
      const place = await placeOf(work, where)
      const choices = await choicesIn(work, attachment)
      const source = await fetchMessage(house, user, body)
      const received = await receivePatiently(house, {
        userId: user,
        source,
        arrival: { door: 'push' },
        ...(place && { place }),
        ...(comment && { comment }),
        ...(choices.length > 0 && { choices }),
        viewers: viewersIn(viewer),
      })
      if (received.action === 'pending') reply.code(202)
      return received
    },
  )

  // A question about the address comes as empty text, notifications as JSON; nothing else has a body of text here.
  app.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: 1024 }, (_request, body, done) =>
    body === '' ? done(null, undefined) : done(new Refusal('wrong-media-type')),
  )
  serve(app, contract.notifyMicrosoft, async ({ querystring, request, reply }) => {
    reply.type('text/plain; charset=utf-8')
    if (querystring.validationToken !== undefined) return reply.code(200).send(querystring.validationToken)
    const { body } = request
    if (!Value.Check(contract.MicrosoftNotifications, body)) throw new Refusal('invalid')
    await database.work(null, async tx => {
      for (const { subscriptionId, clientState, lifecycleEvent } of body.value) {
        const isEnding = lifecycleEvent === 'subscriptionRemoved' || lifecycleEvent === 'reauthorizationRequired'
        const asked = [subscriptionId, hashOfState(clientState ?? ''), isEnding]
        const [row] = await tx.sql<{ id: string | null }>('select graph_notified($1, $2, $3) as id', asked)
        if (row?.id) await announceMailbox(tx, row.id)
      }
    })
    return reply.code(202).send('')
  })
}
