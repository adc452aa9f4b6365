import type { DeadJob, JobCount } from '../../shared/job.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** The jobs that failed for good, and how much is still to be done; the database refuses whoever is no administrator. */
export async function readJobs(tx: Tx, { limit = 50, cursor }: { limit?: number; cursor?: string }) {
  if (cursor !== undefined && !/^[0-9]{1,18}$/.test(cursor)) throw new Refusal('invalid', ['cursor'])
  const rows = await tx.sql<DeadJob>(
    `select id, task, attempts, error, since, failed_at as "failedAt" from dead_jobs($1, $2)`,
    [cursor ?? null, limit + 1],
  )
  const items = rows.slice(0, limit)
  const counts = await tx.sql<JobCount>('select * from job_counts()')
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, counts }
}

/** Gives a failed job all its attempts again. */
export async function retryJob(tx: Tx, jobId: string) {
  await settle(tx, 'retried', 'select retry_job($1) as about', jobId)
}

/** Takes a failed job off the list. */
export async function removeJob(tx: Tx, jobId: string) {
  await settle(tx, 'removed', 'select forget_job($1) as about', jobId)
}

async function settle(tx: Tx, verb: string, text: string, jobId: string) {
  const [row] = await tx.sql<{ about: string | null }>(text, [jobId])
  if (!row?.about) throw new Refusal('not-found')
  await record(tx, verb, 'job', row.about)
}
