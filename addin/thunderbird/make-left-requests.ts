import { LEFT_REQUEST, type LeftRequest } from '../host/thunderbird-question.ts'
import { askServer } from './ask-server.ts'

/** Makes the requests that pages left here, once their page is gone. */
export function makeLeftRequests(): void {
  messenger.runtime.onConnect.addListener(port => {
    if (port.name !== LEFT_REQUEST) return
    let left: LeftRequest | null = null
    port.onMessage.addListener(said => {
      left = said as LeftRequest | null
    })
    port.onDisconnect.addListener(() => {
      // Nobody is there to be told of a failure; the mail shows next time how it lies.
      if (left) void askServer(left.path, left.request).catch(() => undefined)
    })
  })
}
