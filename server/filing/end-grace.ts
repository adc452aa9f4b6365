import type { JobsDatabase } from '../job/jobs-database.ts'

/** Shown to others at once; so many rows are locked together, for some milliseconds. */
const BATCH = 200

/** Ends the grace time of a mailbox for all filings whose time has come, and has the next ones ended in theirs. */
export async function endGrace({ jobs }: { jobs: JobsDatabase }, mailboxId: string) {
  let isMore = true
  while (isMore) {
    const [row] = await jobs.call<{ more: boolean }>('select end_grace($1, $2) as more', [mailboxId, BATCH])
    isMore = row?.more ?? false
  }
}
