import type { Received } from '../../shared/message.ts'
import type { Database, Tx } from '../database/work.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { type Arrival, storeMessage, storeUnreadable } from '../message/store-message.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import { decideMessage } from './decide-message.ts'
import { fileDecided } from './file-decided.ts'
import { type Outcome, presentReceived } from './present-received.ts'
import type { Place } from './put-filing.ts'

/** What receiving a message needs of the house. */
export interface Intake {
  database: Database
  blobs: BlobStore
  now: () => Date
}

/** A message at a door: whose it is, what came, and (by hand) where it shall go. */
export interface Incoming {
  userId: string
  source: Uint8Array
  arrival: Omit<Arrival, 'sourceHash' | 'sourceSize'>
  place?: Place
  comment?: string
}

/**
 * Takes a message in: its source is safe on disk first, then it is read in a thread of its own, then one short
 * transaction stores, decides, files and answers. Handing in the same message again, also at the same time, changes nothing.
 */
export async function receiveMessage(intake: Intake, incoming: Incoming): Promise<Received> {
  const sourceHash = await intake.blobs.put(incoming.source)
  const arrival: Arrival = { ...incoming.arrival, sourceHash, sourceSize: incoming.source.byteLength }
  const parsed = await readable(incoming.source)
  if (typeof parsed !== 'string')
    await Promise.all(parsed.attachments.map(attachment => intake.blobs.put(attachment.content)))
  const outcome = await intake.database.work(incoming.userId, tx => takeIn(tx, parsed, arrival, incoming, intake.now()))
  return intake.database.read(incoming.userId, query => presentReceived(query, outcome))
}

/** The parsed message, or the reason why it cannot be read. */
async function readable(source: Uint8Array): Promise<ParsedMessage | string> {
  try {
    return await parseSource(source)
  } catch (error) {
    if (error instanceof Unparsable) return error.reason
    throw error
  }
}

async function takeIn(
  tx: Tx,
  parsed: ParsedMessage | string,
  arrival: Arrival,
  incoming: Incoming,
  now: Date,
): Promise<Outcome> {
  if (typeof parsed === 'string') {
    const { id } = await storeUnreadable(tx, parsed, arrival, now)
    await tx.sql('select put_triage($1, $2, $3, $4)', [id, 'open', `unreadable-${parsed}`, arrival.receivedAt ?? now])
    return { id, messageId: null, action: 'triage', method: null, evidence: '', reason: `unreadable-${parsed}` }
  }
  const stored = await storeMessage(tx, parsed, arrival, now)
  const decided = incoming.place ? byHand(incoming.place) : await decideMessage(tx, stored, parsed)
  const hand = {
    arrival,
    byHand: incoming.place !== undefined,
    now,
    ...(incoming.comment && { comment: incoming.comment }),
  }
  await fileDecided(tx, stored, parsed, decided, hand)
  const { action, reason, targets } = decided.apparent
  const [first] = targets
  return {
    id: stored.id,
    messageId: parsed.messageId,
    action,
    method: first?.method ?? null,
    evidence: first?.evidence ?? '',
    reason,
  }
}

function byHand(place: Place) {
  const target = { ...place, method: 'hand' as const, evidence: '', score: 1 }
  const decision = { action: 'file' as const, targets: [target], suggestions: [], reason: null }
  return { decision, apparent: decision }
}
