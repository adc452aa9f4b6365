import { setTimeout as wait } from 'node:timers/promises'
import type { Received } from '../../shared/message.ts'
import { asRefusal } from '../refusal-of.ts'
import { hashOf } from '../storage/blob-store.ts'
import type { Place } from './put-filing.ts'
import { type Incoming, type Intake, receiveMessage } from './receive-message.ts'

/** Longer than this nobody waits for an answer. */
const PATIENCE_MS = 2000

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
 * work goes on, and after a restart it begins again, because the arrival is written down before the answer.
 */
export async function receivePatiently(
  intake: Intake,
  incoming: Incoming,
  patienceMs = PATIENCE_MS,
): Promise<Received> {
  const work = receiveMessage(intake, incoming)
  const stop = new AbortController()
  const first = await Promise.race([work, wait(patienceMs, null, { signal: stop.signal })])
  if (first) {
    stop.abort()
    return first
  }
  const arrivalId = await keepArrival(intake, incoming)
  // What fails even so is begun again at the next start; the arrival is still there.
  void work
    .catch(() => receiveAnyhow(intake, incoming))
    .then(() => dropArrival(intake, incoming.userId, arrivalId))
    .catch(() => {})
  return pending
}

/** Goes on with messages whose reading a stop of the server has interrupted. */
export async function resumeArrivals(intake: Intake) {
  const waiting = await intake.database.work(null, tx => tx.sql<Waiting>('select * from waiting_arrivals()'))
  for (const { id, owner_id: userId, source_hash: hash, place, comment } of waiting) {
    const source = await intake.blobs.read(hash)
    const incoming: Incoming = {
      userId,
      source,
      arrival: { door: 'push' },
      ...(place && { place }),
      ...(comment && { comment }),
    }
    await receiveAnyhow(intake, incoming)
    await dropArrival(intake, userId, id)
  }
}

/** A place that is closed or gone by now does not lose the mail: it finds its way by itself. */
async function receiveAnyhow(intake: Intake, incoming: Incoming) {
  try {
    await receiveMessage(intake, incoming)
  } catch (error) {
    const { code } = asRefusal(error as Error)
    if (!incoming.place || (code !== 'not-found' && code !== 'case-closed')) throw error
    const { place: _gone, ...rest } = incoming
    await receiveMessage(intake, rest)
  }
}

interface Waiting {
  id: string
  owner_id: string
  source_hash: string
  place: Place | null
  comment: string | null
}

async function keepArrival({ database, blobs }: Intake, { userId, source, place, comment }: Incoming): Promise<string> {
  await blobs.put(source)
  const [row] = await database.work(userId, tx =>
    tx.sql<{ id: string }>(
      'insert into arrival (owner_id, source_hash, place, comment) values ($1, $2, $3, $4) returning id',
      [userId, hashOf(source), place ? JSON.stringify(place) : null, comment ?? null],
    ),
  )
  if (!row) throw new Error('an insert answers its row')
  return row.id
}

async function dropArrival({ database }: Intake, userId: string, id: string) {
  await database.work(userId, tx => tx.sql('delete from arrival where id = $1', [id]))
}
