import { statfs } from 'node:fs/promises'
import { readLastBackup } from '../backup/last-backup.ts'
import type { House } from '../http/app-type.ts'
import { version } from '../version.ts'
import type { Meter } from './meter.ts'

/** What the database tells of how much waits. */
interface ServerFigures {
  jobsWaiting: number
  jobsRunning: number
  jobsDead: number
  oldestJobSeconds: number
  mailWaiting: number
  mailboxes: number
  mailboxesInTrouble: number
  mailboxLagSeconds: number
}

/** The figures of this moment that only go up and down, as Prometheus reads them. */
export async function gaugeLines({ database, config, now }: House, meter: Meter): Promise<string[]> {
  const figures = await databaseFigures(database)
  const disk = await statfs(config.dataFolder)
  const last = readLastBackup(config.dataFolder, config.backup?.folder)
  const age = last && (now().getTime() - Date.parse(last.at)) / 1000
  return [
    ...gauge('lupa_info', 'The version that runs.', 1, `{version="${version}"}`),
    ...gauge('process_resident_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
    ...gauge('process_uptime_seconds', 'Since the start of this process.', process.uptime()),
    ...gauge('nodejs_eventloop_delay_p99_seconds', 'Delay of the event loop since the last reading.', meter.delay()),
    ...gauge('lupa_disk_free_bytes', 'Room left for mail.', disk.bavail * disk.bsize),
    ...(age === null ? [] : gauge('lupa_backup_age_seconds', 'Since the last backup.', age)),
    ...gauge('lupa_database_up', 'Whether the database answers.', figures ? 1 : 0),
    ...(figures ? databaseLines(figures) : []),
  ]
}

async function databaseFigures(database: House['database']): Promise<ServerFigures | null> {
  try {
    const [row] = await database.work(null, tx =>
      tx.sql<{ figures: ServerFigures }>('select server_figures() as figures'),
    )
    return row?.figures ?? null
  } catch {
    // That it does not answer is itself a figure.
    return null
  }
}

function databaseLines(figures: ServerFigures): string[] {
  return [
    ...gauge('lupa_jobs_waiting', 'Jobs that wait or are tried again.', figures.jobsWaiting),
    ...gauge('lupa_jobs_running', 'Jobs under way.', figures.jobsRunning),
    ...gauge('lupa_jobs_dead', 'Jobs that failed for good.', figures.jobsDead),
    ...gauge('lupa_job_oldest_seconds', 'How long the oldest due job has waited.', figures.oldestJobSeconds),
    ...gauge('lupa_mail_waiting', 'Mails taken in and not read yet.', figures.mailWaiting),
    ...gauge('lupa_mailboxes', 'Mailboxes that are read.', figures.mailboxes),
    ...gauge('lupa_mailboxes_in_trouble', 'Mailboxes that cannot be read.', figures.mailboxesInTrouble),
    ...gauge(
      'lupa_mailbox_lag_seconds',
      'Since the mailbox furthest behind was up to date.',
      figures.mailboxLagSeconds,
    ),
  ]
}

function gauge(name: string, help: string, value: number, labels = ''): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name}${labels} ${value}`]
}
