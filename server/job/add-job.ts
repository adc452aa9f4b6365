import type { JobTask } from '../../shared/job.ts'
import type { Tx } from '../database/work.ts'

/**
 * Adds a job in the transaction that makes it necessary: both happen or neither. A job carries an id and nothing else,
 * and is there once for each thing it is about. `add_task` in the database knows for which tasks and whose things.
 */
export async function addJob(tx: Tx, task: JobTask, id: string, { delayMs = 0 }: { delayMs?: number } = {}) {
  await tx.sql('select add_task($1, $2, $3)', [task, id, delayMs])
}
