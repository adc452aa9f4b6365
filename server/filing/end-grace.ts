import type { Database } from '../database/work.ts'

/** Shown to others at once; so many rows are locked together, for some milliseconds. */
const BATCH = 200

/** Ends the grace time of a mailbox for all filings whose time has come, and has the next ones ended in theirs. */
export async function endGrace({ database }: { database: Database }, mailboxId: string) {
  let isMore = true
  while (isMore) {
    const [row] = await database.work(null, tx =>
      tx.sql<{ more: boolean }>('select end_grace($1, $2) as more', [mailboxId, BATCH]),
    )
    isMore = row?.more ?? false
  }
}
