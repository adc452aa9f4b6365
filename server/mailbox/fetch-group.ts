import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Failed } from './settle-group.ts'

/** A message as the server gave it, whole. */
export interface Fetched {
  uid: number
  source: Uint8Array
  receivedAt: Date | null
}

/** What came of asking for a group of messages. */
export interface FetchedGroup {
  messages: Fetched[]
  failed: Failed[]
  /** The message at which the connection broke; nothing is known of those behind it. */
  brokenAt: number | null
}

const TAIL_BYTES = 64
const UNKNOWN = -1

/** The size of each message that is still there. Servers slip news about flags in between, which carry no size. */
export async function measure(client: ImapFlow, uids: number[]): Promise<Map<number, number>> {
  const sizes = new Map<number, number>()
  for await (const { uid, size } of client.fetch(uids.join(','), { uid: true, size: true }, { uid: true }))
    if (size !== undefined || !sizes.has(uid)) sizes.set(uid, size ?? UNKNOWN)
  return sizes
}

/** Fetches messages without marking them as read. Only what is certainly whole comes back as a message. */
export async function fetchGroup(client: ImapFlow, uids: number[], sizes: Map<number, number>): Promise<FetchedGroup> {
  const group: FetchedGroup = { messages: [], failed: [], brokenAt: null }
  const answers = new Map<number, FetchMessageObject>()
  try {
    await receive(client, uids, answers)
    for (const uid of uids) {
      const answer = answers.get(uid)
      if (answer?.source && (await isWhole(client, uid, answer.source, sizes.get(uid))))
        group.messages.push({ uid, source: answer.source, receivedAt: asDate(answer.internalDate) })
      else if (answer) group.failed.push({ uid, reason: 'truncated' })
      // Most likely it was removed meanwhile; the next try begins by asking whether it is there.
      else group.failed.push({ uid, reason: 'not-delivered' })
    }
    return group
  } catch (error) {
    if (client.usable) throw error
    return beforeBreak(uids, answers, sizes)
  }
}

async function receive(client: ImapFlow, uids: number[], answers: Map<number, FetchMessageObject>) {
  const query = { uid: true, internalDate: true, source: true }
  try {
    for await (const answer of client.fetch(uids.join(','), query, { uid: true }))
      if (answer.source || !answers.has(answer.uid)) answers.set(answer.uid, answer)
  } catch (error) {
    // Some servers say NO when a message of the set was removed meanwhile, after they gave the others.
    if ((error as { responseStatus?: string }).responseStatus !== 'NO') throw error
  }
}

/**
 * Whether all of a message came. Exchange only estimates sizes, so a wrong number alone proves nothing: the server
 * is asked for what follows the last byte, and a whole message has nothing there.
 */
async function isWhole(client: ImapFlow, uid: number, source: Uint8Array, size: number | undefined): Promise<boolean> {
  if (source.byteLength === size) return true
  const rest = { uid: true, source: { start: source.byteLength, maxLength: TAIL_BYTES } }
  const answer = await client.fetchOne(String(uid), rest, { uid: true })
  return answer !== false && 'source' in answer && !answer.source?.byteLength
}

/** Of a broken answer only those messages count that came before the break and have the size that was announced. */
function beforeBreak(
  uids: number[],
  answers: Map<number, FetchMessageObject>,
  sizes: Map<number, number>,
): FetchedGroup {
  const brokenAt = uids.find(uid => answers.get(uid)?.source?.byteLength !== sizes.get(uid)) ?? uids.at(-1) ?? 0
  const messages = uids.flatMap(uid => {
    const answer = answers.get(uid)
    const isBefore = uid < brokenAt && answer?.source
    return isBefore ? [{ uid, source: answer.source as Uint8Array, receivedAt: asDate(answer.internalDate) }] : []
  })
  return { messages, failed: [{ uid: brokenAt, reason: 'connection-lost' }], brokenAt }
}

function asDate(value: Date | string | undefined): Date | null {
  return value instanceof Date ? value : null
}
