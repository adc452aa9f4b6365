import * as contract from '../../shared/message.ts'
import { placeOf } from '../filing/place-of.ts'
import type { Incoming } from '../filing/receive-message.ts'
import { receivePatiently } from '../filing/receive-patiently.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'

export function messageRoutes(app: App) {
  serve(app, contract.postMessage, async ({ user, house, work, querystring, body, reply }) => {
    const source = body as Uint8Array | null
    if (!source?.byteLength) throw new Refusal('invalid', ['body'])
    const place = await placeOf(work, querystring)
    const { comment } = querystring
    const incoming: Incoming = {
      userId: user,
      source,
      arrival: { door: 'push' },
      ...(place && { place }),
      ...(comment && { comment }),
    }
    const received = await receivePatiently(house, incoming)
    if (received.action === 'pending') reply.code(202)
    return received
  })
}
