import * as contract from '../../shared/message.ts'
import { placeOf } from '../filing/place-of.ts'
import { receiveMessage } from '../filing/receive-message.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'

export function messageRoutes(app: App) {
  const { house } = app

  serve(app, contract.postMessage, async ({ user, work, querystring, body }) => {
    const source = body as Uint8Array | null
    if (!source?.byteLength) throw new Refusal('invalid', ['body'])
    const place = await work(tx => placeOf(tx, querystring.contractorId, querystring.caseId))
    const { comment } = querystring
    return receiveMessage(house, {
      userId: user,
      source,
      arrival: { door: 'push' },
      ...(place && { place }),
      ...(comment && { comment }),
    })
  })
}
