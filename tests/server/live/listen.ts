import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { LiveEvent } from '../../../shared/event.ts'
import type { TestHouse } from '../../support/house.ts'
import { sessionOf } from '../../support/people.ts'

/** Somebody who has a page open. */
export interface Listening {
  events: LiveEvent[]
  /** Whether the server has ended the stream. */
  isOver: boolean
  stop(): void
}

/** Opens the stream with a token of this user and session, on a connection of its own. */
export async function listen(test: TestHouse, user: { id: string }, session?: string): Promise<Listening> {
  const { port } = test.app.server.address() as AddressInfo
  const authorization = `Bearer ${test.app.jwt.sign({ sub: user.id, sid: session ?? (await sessionOf(test, user.id)) })}`
  const reply = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, host: '127.0.0.1', path: '/api/events', agent: false, headers: { authorization } }, resolve).once(
      'error',
      reject,
    ),
  )
  if (reply.statusCode !== 200) throw new Error(`the stream answered ${reply.statusCode}: ${await text(reply)}`)
  const listening: Listening = { events: [], isOver: false, stop: () => reply.destroy() }
  follow(reply, listening)
  return listening
}

function follow(reply: IncomingMessage, listening: Listening) {
  let heard = ''
  reply.setEncoding('utf8')
  reply.on('data', (chunk: string) => {
    heard += chunk
    const blocks = heard.split('\n\n')
    heard = blocks.pop() ?? ''
    for (const block of blocks)
      if (block.startsWith('data: ')) listening.events.push(...(JSON.parse(block.slice(6)) as LiveEvent[]))
  })
  reply.once('end', () => {
    listening.isOver = true
  })
  reply.once('error', () => {})
}
