import pg from 'pg'

/** A worker's own connection: while it lasts, everybody can see in the database that the worker lives. */
export interface WorkerLine {
  /** Takes the worker's place, before its first job. */
  claim(workerId: string): Promise<void>
  /** Gives back the jobs of workers that are gone; they begin again at once. */
  freeDeadJobs(): Promise<void>
  close(): Promise<void>
}

const claimSql = `select pg_advisory_lock(hashtext('lupa.worker'), hashtext($1))`

// Whoever lives holds the lock of his name; it is released by PostgreSQL when his connection ends, however it ends.
const freeSql = `
with holders as (select j.locked_by from graphile_worker._private_jobs j where j.locked_by <> $1
                 union select q.locked_by from graphile_worker._private_job_queues q where q.locked_by <> $1),
     dead as materialized (
       select h.locked_by from holders h where pg_try_advisory_xact_lock(hashtext('lupa.worker'), hashtext(h.locked_by))),
     -- A queue that goes one by one stands still while its dead holder has it.
     freed as (
       update graphile_worker._private_job_queues q set locked_at = null, locked_by = null from dead where q.locked_by = dead.locked_by)
update graphile_worker._private_jobs j set locked_at = null, locked_by = null, run_at = greatest(j.run_at, now())
  from dead where j.locked_by = dead.locked_by`

/** Opens the line. `onLost` is called when it breaks, after which the worker counts as dead. */
export async function openWorkerLine(databaseUrl: string, onLost: () => void): Promise<WorkerLine> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'lupa worker',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  })
  client.on('error', onLost)
  client.on('end', onLost)
  await client.connect()
  let name = ''
  return {
    async claim(workerId) {
      name = workerId
      await client.query(claimSql, [workerId])
    },
    freeDeadJobs: async () => void (await client.query(freeSql, [name])),
    close: () => client.end().catch(() => {}),
  }
}
