import type { JobsDatabase } from '../job/jobs-database.ts'
import { asRefusal } from '../refusal-of.ts'
import type { Intake } from './receive-message.ts'
import { refileStored } from './refile-stored.ts'

/** Mails decided again before the place is noted; a restart repeats no more than so many. */
const BATCH = 50

/** Longer than a message that was being decided while an address was added takes to be stored. */
const SETTLE_MS = 2000

interface Taken {
  value: string
  is_domain: boolean
  round: number
}

interface Copy {
  message_id: string
  owner_id: string
}

/** Told of a mail that could not be decided again; it stays as it was. */
export type OnFailure = (messageId: string, code: string) => void

/**
 * Decides again about one batch of stored mail in which an address takes part that became somebody's: each copy as if
 * it arrived now, under its owner's rights. Answers false when nothing is due. Done twice, or by two at once, it changes
 * nothing more.
 */
export async function redecideBatch(
  intake: Intake & { jobs: JobsDatabase },
  onFailure: OnFailure,
  settleMs = SETTLE_MS,
): Promise<boolean> {
  const { jobs } = intake
  const taken = await take(jobs, settleMs)
  if (!taken) return false
  const { value, round } = taken
  const copies = await jobs.call<Copy>('select * from redecision_batch($1, $2, $3)', [value, round, BATCH])
  for (const { message_id: messageId, owner_id: ownerId } of copies) {
    try {
      await refileStored(intake, ownerId, messageId, null)
    } catch (error) {
      const { code } = asRefusal(error as Error)
      // The batch comes again when its time has run out.
      if (code === 'unavailable' || code === 'storage-full') throw error
      onFailure(messageId, code)
    }
  }
  const last = copies.length === BATCH ? copies.at(-1) : undefined
  await jobs.call('select settle_redecision($1, $2, $3, $4)', [
    value,
    round,
    last?.message_id ?? null,
    last?.owner_id ?? null,
  ])
  return true
}

async function take(jobs: JobsDatabase, settleMs: number): Promise<Taken | undefined> {
  const [taken] = await jobs.call<Taken>(`select * from take_redecision($1::int * interval '1 millisecond')`, [
    settleMs,
  ])
  return taken
}
