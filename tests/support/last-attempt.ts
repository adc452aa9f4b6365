import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { clusterFolder, postgresAccount } from '../../server/database/postgres-files.ts'
import { readSecrets } from '../../server/database/secrets.ts'
import { until } from '../e2e/thunderbird/until.ts'

/** The line of `postmaster.pid` that has the port. */
const PORT_LINE = 3

/**
 * Takes the days of waiting out of a job that fails: once it has failed by itself, it is left its last attempt, due now.
 * What the job then comes to is its own doing.
 */
export async function leaveOneAttempt(dataFolder: string, task: string) {
  const folder = clusterFolder(dataFolder, postgresAccount())
  const port = readFileSync(path.join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[PORT_LINE]
  const client = new pg.Client(
    `postgres://lupa_super:${readSecrets(dataFolder).databasePassword}@127.0.0.1:${port}/lupa`,
  )
  await client.connect()
  try {
    await until(`a job ${task} to fail`, async () => {
      const { rowCount } = await client.query(
        `update graphile_worker._private_jobs j set attempts = j.max_attempts - 1, run_at = now()
           from graphile_worker._private_tasks t
          where t.id = j.task_id and t.identifier = $1 and j.attempts > 0 and j.locked_at is null`,
        [task],
      )
      return rowCount === 1
    })
  } finally {
    await client.end()
  }
}
