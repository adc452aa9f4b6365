import { startSealing } from './audit/start-sealing.ts'
import { startRedeciding } from './filing/start-redeciding.ts'
import type { WorkingHouse } from './job/jobs-database.ts'
import { startWork } from './job/start-work.ts'
import { startAnnouncing } from './live/start-announcing.ts'
import type { DoorLog } from './mailbox/door.ts'
import { startDoors } from './mailbox/start-doors.ts'
import { startTelling } from './outgoing/start-telling.ts'
import { keepRetained } from './retention/keep-retained.ts'
import { startIndexing } from './search/start-indexing.ts'
import { keepSwept } from './storage/keep-swept.ts'

/** What a serving process does beside answering. */
export interface Background {
  /** Resolves when the queue is worked off for the first time: not before does `/ready` say yes where something waits. */
  working: Promise<void>
  stop(): Promise<void>
}

/** Starts all that a serving process does beside answering: the same in production and where it is measured. */
export function startBackground(house: WorkingHouse, jobsUrl: string, log: DoorLog): Background {
  const { jobs } = house
  const doors = startDoors(house, { databaseUrl: house.appUrl, log })
  const work = startWork(house, { databaseUrl: jobsUrl, log })
  const sealing = startSealing(house, jobs, log)
  const announcing = startAnnouncing(jobs, log)
  const redeciding = startRedeciding(house, log)
  const indexing = startIndexing(house, log)
  const telling = startTelling(house, jobs, log)
  const stopSweeping = keepSwept(house, log)
  const stopErasing = keepRetained(house, log)
  return {
    working: work.placed,
    async stop() {
      stopSweeping()
      stopErasing()
      await doors.stop()
      await redeciding.stop()
      await indexing.stop()
      await announcing.stop()
      await telling.stop()
      await work.stop()
      // Last, so that what was just done is sealed.
      await sealing.stop()
    },
  }
}
