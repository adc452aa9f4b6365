import * as contract from '../../shared/message.ts'
import { attached } from '../export/attached.ts'
import { choicesIn, listCarried } from '../filing/chosen-documents.ts'
import { viewersIn } from '../filing/narrow-filing.ts'
import { placeOf } from '../filing/place-of.ts'
import { type Incoming, readable } from '../filing/receive-message.ts'
import { receivePatiently } from '../filing/receive-patiently.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { shownSourceIn, sourceIn } from './source-in.ts'

export function messageRoutes(app: App) {
  serve(app, contract.postMessage, async ({ user, house, work, querystring, body, reply }) => {
    const handed = await sourceIn(body as Uint8Array | null)
    const place = await placeOf(work, querystring)
    const { comment } = querystring
    const choices = await choicesIn(work, querystring.attachment)
    const incoming: Incoming = {
      userId: user,
      ...handed,
      arrival: { door: 'push' },
      ...(place && { place }),
      ...(comment && { comment }),
      ...(choices.length > 0 && { choices }),
      viewers: viewersIn(querystring.viewer),
    }
    const received = await receivePatiently(house, incoming)
    if (received.action === 'pending') reply.code(202)
    return received
  })

  serve(app, contract.listCarried, async ({ read, querystring, body }) => {
    const { source } = await sourceIn(body as Uint8Array | null)
    const parsed = await readable(source)
    if (typeof parsed === 'string') throw new Refusal('not-processable')
    return { items: await read(query => listCarried(query, parsed, querystring.contractorId ?? null)) }
  })

  serve(app, contract.readMsg, async ({ body, reply }) => {
    const mail = await shownSourceIn(body as Uint8Array | null)
    return reply.type('message/rfc822').header('content-disposition', attached('mail.eml')).send(mail)
  })
}
