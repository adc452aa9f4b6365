import { setTimeout as wait } from 'node:timers/promises'
import type { Received } from '../../shared/message.ts'
import { addJob } from '../job/add-job.ts'
import { keepOrigin } from '../message/keep-origin.ts'
import { hashOf } from '../storage/blob-store.ts'
import { dropArrival } from './drop-arrival.ts'
import { type Incoming, type Intake, receiveMessage } from './receive-message.ts'

/** Longer than this nobody waits for an answer. */
const PATIENCE_MS = 2000

/** The reading that is under way has ended by then; only when it has failed, or its process has, the job takes it up. */
const HEAD_START_MS = 12_000

const pending: Received = {
  id: null,
  messageId: null,
  action: 'pending',
  items: [],
  method: null,
  evidence: '',
  reason: null,
}

/**
 * Takes a message in and answers within two seconds: what became of it, or that it is still being read. Then the
 * work goes on, and a job that was written down before the answer begins it again should it not come to its end.
 */
export async function receivePatiently(
  intake: Intake,
  incoming: Incoming,
  patienceMs = PATIENCE_MS,
  headStartMs = HEAD_START_MS,
): Promise<Received> {
  const work = receiveWhole(intake, incoming)
  const stop = new AbortController()
  const first = await Promise.race([work, wait(patienceMs, null, { signal: stop.signal })])
  if (first) {
    stop.abort()
    return first
  }
  const arrivalId = await keepArrival(intake, incoming, headStartMs)
  // What fails even so is left to the job; the arrival is still there.
  void work.then(() => dropArrival(intake, incoming.userId, arrivalId)).catch(() => {})
  return pending
}

/** Receives a message and keeps, beside its source, the file that this was made from. */
export async function receiveWhole(intake: Intake, incoming: Incoming): Promise<Received> {
  const received = await receiveMessage(intake, incoming)
  const { userId, source, origin } = incoming
  if (origin) await keepOrigin(intake, userId, hashOf(source), origin)
  return received
}

async function keepArrival(
  { database, blobs }: Intake,
  { userId, source, origin, place, comment, choices, viewers }: Incoming,
  delayMs: number,
): Promise<string> {
  const sourceHash = await blobs.put(source)
  const originHash = origin ? await blobs.put(origin) : null
  return database.work(userId, async tx => {
    const [row] = await tx.sql<{ id: string }>(
      `insert into arrival (owner_id, source_hash, origin_hash, place, comment) values ($1, $2, $3, $4, $5) returning id`,
      [userId, sourceHash, originHash, place ? JSON.stringify({ ...place, choices, viewers }) : null, comment ?? null],
    )
    if (!row) throw new Error('an insert answers its row')
    await addJob(tx, 'read-arrival', row.id, { delayMs })
    return row.id
  })
}
