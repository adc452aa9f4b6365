import * as contract from '../../shared/event.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { openEventStream } from './event-stream.ts'
import { openHub } from './hub.ts'

const MOST_STREAMS = 30
const LONGEST_MS = 3_600_000

export function eventRoutes(app: App) {
  const hub = openHub(app.house.database, app.house.appUrl)
  // Before the server waits for its connections to end, which these do not by themselves.
  app.addHook('preClose', () => hub.close())

  serve(app, contract.readEvents, async ({ user, request, reply }) => {
    if (hub.count(user) >= MOST_STREAMS) throw new Refusal('too-many')
    const { sid, exp } = request.user as { sid: string; exp?: number }
    const leave = Promise.withResolvers<void>()
    const stream = openEventStream(() => leave.resolve())
    const remove = hub.add({ user, session: sid, tell: stream.tell, end: stream.end })
    const left = exp === undefined ? LONGEST_MS : Math.min(exp * 1000 - Date.now(), LONGEST_MS)
    const timer = setTimeout(stream.end, Math.max(left, 0))
    void leave.promise.then(() => {
      clearTimeout(timer)
      remove()
    })
    reply.type('text/event-stream').header('x-accel-buffering', 'no')
    return reply.send(stream.body)
  })
}
