import type { JobsDatabase } from '../job/jobs-database.ts'

/** Has administrators and their webhooks told that the scheduled backup fails; answers whether anybody is. */
export async function raiseBackupAlarm(jobs: JobsDatabase): Promise<boolean> {
  const [row] = await jobs.call<{ told: boolean }>('select raise_backup_alarm() as told')
  return row?.told ?? false
}
