import { LONGEST_MESSAGE } from '../../shared/message.ts'
import type { Door } from '../mailbox/door.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import { takeSource } from '../mailbox/take-message.ts'
import type { Place, SettledPage } from './folder-state.ts'
import type { GraphClient } from './graph-client.ts'
import { readUpTo } from './read-up-to.ts'

/** A message as a list names it; one that left the folder is only named as removed. */
export interface Listed {
  id?: unknown
  receivedDateTime?: unknown
  '@removed'?: unknown
}

/** Microsoft answers four questions about one mailbox at a time. */
const AT_ONCE = 4

/** Fetches and stores the messages of a page, a few at once. Removed ones stay with us: a mailbox that loses a mail loses it for itself. */
export async function takePage(
  door: Door,
  graph: GraphClient,
  place: Place,
  listed: Listed[],
  since: string,
): Promise<SettledPage> {
  const settled: SettledPage = { stored: [], gone: [], failed: [] }
  const left = listed.filter(one => one['@removed'] === undefined && typeof one.id === 'string' && !isOlder(one, since))
  const takeNext = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      if (door.signal.aborted) throw new MailboxTrouble('gone')
      await takeOne(door, graph, place, one, settled)
    }
  }
  const hands = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      takeNext().catch((error: unknown) => {
        left.length = 0
        throw error
      }),
    ),
  )
  for (const hand of hands) if (hand.status === 'rejected') throw hand.reason
  return settled
}

/** Stores one message, or says why not. */
export async function takeOne(
  door: Door,
  graph: GraphClient,
  { path, folder }: Place,
  { id, receivedDateTime }: Listed,
  settled: SettledPage,
) {
  const remoteId = String(id)
  const response = await graph.ask('GET', `${path}/messages/${encodeURIComponent(remoteId)}/$value`)
  if (!response.ok) {
    settled.gone.push(remoteId)
    return
  }
  const source = await readUpTo(response, LONGEST_MESSAGE)
  if (!source) {
    settled.failed.push({ remoteId, reason: 'too-large' })
    return
  }
  const received = new Date(String(receivedDateTime))
  const arrival = {
    door: 'graph',
    mailboxId: door.mailboxId,
    remoteId: `${folder}/${remoteId}`,
    ...(!Number.isNaN(received.getTime()) && { receivedAt: received }),
  } as const
  const reason = await takeSource(door, source, arrival)
  if (reason) settled.failed.push({ remoteId, reason })
  else settled.stored.push(remoteId)
}

function isOlder({ receivedDateTime }: Listed, since: string): boolean {
  return typeof receivedDateTime === 'string' && receivedDateTime < since
}
