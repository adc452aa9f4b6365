import type { JobsDatabase } from '../job/jobs-database.ts'
import { Unparsable } from '../mail/parse-source.ts'
import { keepOrigin } from '../message/keep-origin.ts'
import { asRefusal } from '../refusal-of.ts'
import { isDiskTrouble } from '../storage/disk-trouble.ts'
import { dropArrival } from './drop-arrival.ts'
import type { Place } from './put-filing.ts'
import { type Incoming, type Intake, takeIn } from './receive-message.ts'
import { receiveWhole } from './receive-patiently.ts'

/** After so many failures a message is shown to its owner as it is. */
const MOST_FAILURES = 3
/** A message that ends the process with it never gets to fail; innocent ones are interrupted now and then. */
const MOST_STARTS = 10

interface KeptArrival {
  owner_id: string
  source_hash: string
  origin_hash: string | null
  place: (Place & Pick<Incoming, 'choices' | 'viewers'>) | null
  comment: string | null
}

/**
 * Goes on with a message that took longer than its sender waits: reads, decides and files it as its owner. What fails
 * again and again becomes unreadable, with that reason, in its owner's triage, so that nothing is lost and nothing waits for it.
 */
export async function readArrival(intake: Intake & { jobs: JobsDatabase }, arrivalId: string, starts: number) {
  const [row] = await intake.jobs.call<KeptArrival>('select * from arrival_to_read($1)', [arrivalId])
  // Read in the meantime by the one who took it in.
  if (!row) return
  const { owner_id: userId, place, comment } = row
  const incoming: Incoming = {
    userId,
    source: await intake.blobs.read(row.source_hash),
    origin: row.origin_hash ? await intake.blobs.read(row.origin_hash) : null,
    arrival: { door: 'push' },
    ...(place && { place, ...(place.choices && { choices: place.choices }), viewers: place.viewers ?? null }),
    ...(comment && { comment }),
  }
  if (starts > MOST_STARTS) await giveUp(intake, incoming, row.source_hash)
  else await tryToReceive(intake, incoming, arrivalId, row.source_hash)
  await dropArrival(intake, userId, arrivalId)
}

async function tryToReceive(intake: Intake, incoming: Incoming, arrivalId: string, sourceHash: string) {
  try {
    await receiveAnyhow(intake, incoming)
  } catch (error) {
    // Somebody in it was erased meanwhile: it is not kept, and the queue forgets it.
    if (asRefusal(error as Error).code === 'person-erased') return
    if (isOurTrouble(error as Error)) throw error
    const failures = await noteFailure(intake, incoming.userId, arrivalId)
    if (failures < MOST_FAILURES) throw error
    await giveUp(intake, incoming, sourceHash)
  }
}

/**
 * A place that is closed or gone by now does not lose the mail: it finds its way by itself. One that was meant for some
 * people only would find it to everybody's eyes, so its owner says where.
 */
async function receiveAnyhow(intake: Intake, incoming: Incoming) {
  try {
    await receiveWhole(intake, incoming)
  } catch (error) {
    const { code } = asRefusal(error as Error)
    if (!incoming.place || (code !== 'not-found' && code !== 'case-closed')) throw error
    const { place: _gone, choices: _its, viewers, ...rest } = incoming
    await receiveWhole(intake, viewers ? { ...rest, undecidable: 'place-gone' } : rest)
  }
}

/** A full disk, a database that stops or our own end says nothing about the message. */
function isOurTrouble(error: Error): boolean {
  return (
    error instanceof Unparsable ||
    isDiskTrouble(error) ||
    ['unavailable', 'storage-full'].includes(asRefusal(error).code)
  )
}

async function noteFailure({ database }: Intake, userId: string, id: string): Promise<number> {
  const [row] = await database.work(userId, tx =>
    tx.sql<{ failures: number }>('update arrival set failures = failures + 1 where id = $1 returning failures', [id]),
  )
  return row?.failures ?? 0
}

async function giveUp(intake: Intake, { userId, source, origin, arrival }: Incoming, sourceHash: string) {
  const kept = { ...arrival, sourceHash, sourceSize: source.byteLength }
  await intake.database.intake(userId, query => takeIn(query, 'failed', kept, {}, intake.now()))
  if (origin) await keepOrigin(intake, userId, sourceHash, origin)
}
