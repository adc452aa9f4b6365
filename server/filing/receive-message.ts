import type { Received } from '../../shared/message.ts'
import type { Database, Query } from '../database/work.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { type Arrival, storeMessage, storeUnreadable } from '../message/store-message.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import { decideMessage, questionOf } from './decide-message.ts'
import { fileDecided, putTriage } from './file-decided.ts'
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
 * Takes a message in: its source is made safe on disk while it is read in a thread of its own, then one short
 * transaction stores, decides, files and answers. Handing in the same message again, also at the same time, changes nothing.
 */
export async function receiveMessage(intake: Intake, incoming: Incoming): Promise<Received> {
  const [sourceHash, parsed] = await Promise.all([intake.blobs.put(incoming.source), readable(incoming.source)])
  const arrival: Arrival = { ...incoming.arrival, sourceHash, sourceSize: incoming.source.byteLength }
  if (typeof parsed !== 'string')
    await Promise.all(parsed.attachments.map(attachment => intake.blobs.put(attachment.content)))
  return intake.database.intake(incoming.userId, query => takeIn(query, parsed, arrival, incoming, intake.now()))
}

/** The parsed message, or the reason why it cannot be read. */
async function readable(source: Uint8Array): Promise<ParsedMessage | string> {
  try {
    return await parseSource(source)
  } catch (error) {
    // A stop of the server says nothing about the message.
    if (error instanceof Unparsable && error.reason !== 'stopped') return error.reason
    throw error
  }
}

/** Stores, decides and files a message that was read, or could not be and why; in the transaction of its door. */
export async function takeIn(
  query: Query,
  parsed: ParsedMessage | string,
  arrival: Arrival,
  incoming: Pick<Incoming, 'place' | 'comment'>,
  now: Date,
): Promise<Received> {
  if (typeof parsed === 'string') {
    const { id } = await storeUnreadable(query, parsed, arrival, now)
    await query(putTriage, [id, 'open', `unreadable-${parsed}`, arrival.receivedAt ?? now])
    return {
      id,
      messageId: null,
      action: 'triage',
      method: null,
      evidence: '',
      reason: `unreadable-${parsed}`,
      items: [],
    }
  }
  const { stored, facts } = await storeMessage(query, parsed, arrival, questionOf(parsed), now)
  const decided = incoming.place ? byHand(incoming.place) : decideMessage(stored, parsed, facts)
  const hand = {
    arrival,
    byHand: incoming.place !== undefined,
    now,
    ...(incoming.comment && { comment: incoming.comment }),
  }
  const items = await fileDecided(query, stored, parsed, decided, hand)
  const { action, reason, targets } = decided.apparent
  const [first] = targets
  return {
    id: stored.id,
    messageId: parsed.messageId,
    action,
    method: first?.method ?? null,
    evidence: first?.evidence ?? '',
    reason,
    items,
  }
}

function byHand(place: Place) {
  const target = { ...place, method: 'hand' as const, evidence: '', score: 1 }
  const decision = { action: 'file' as const, targets: [target], suggestions: [], reason: null }
  return { decision, apparent: decision }
}
