import type pg from 'pg'
import { consistencySql } from './consistency.sql.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const WAITING_TOO_LONG = '10 minutes'
const LAG_TOO_LONG = '1 hour'

/** Whether who may see what is written the same in every place where it is written. */
export async function checkAccess(client: pg.ClientBase): Promise<Finding> {
  const about = 'access'
  const wrong: string[] = []
  for (const [rule, text] of Object.entries(consistencySql)) {
    const { rows } = await client.query<{ amount: string }>(`select count(*) as amount from (${text}) broken`)
    if (rows[0]?.amount !== '0') wrong.push(`${rule}: ${rows[0]?.amount} rows do not`)
  }
  return wrong.length > 0
    ? fault(about, `${wrong.join('; ')}.`, 'Restore a backup from before, or report this: rows were changed past Lupa.')
    : ok(about, 'item_access, file_principal, audiences and search agree with the filings')
}

/** Whether what is to be done later is done. */
export async function checkQueue(client: pg.ClientBase): Promise<Finding[]> {
  const about = 'queue'
  const { rows } = await client.query<{ late: number; dead: number; works: boolean }>(
    `select (count(*) filter (where j.is_available and j.locked_at is null and j.run_at < now() - interval '${WAITING_TOO_LONG}'))::int as late,
            (count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null))::int as dead,
            exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = hashtext('lupa.worker')::oid and l.objsubid = 2
              and l.database = (select d.oid from pg_database d where d.datname = current_database())) as works
       from graphile_worker._private_jobs j`,
  )
  const { late = 0, dead = 0, works = false } = rows[0] ?? {}
  const findings: Finding[] = []
  if (late > 0)
    findings.push(
      fault(
        about,
        `${late} jobs have waited for more than ${WAITING_TOO_LONG}${works ? '' : ', and nobody works them off'}.`,
        works ? 'Run lupa work beside the server, on a free processor.' : 'Start Lupa, or run: lupa work',
      ),
    )
  if (dead > 0)
    findings.push(
      warning(
        about,
        `${dead} jobs have failed for good.`,
        'Look at the page "Zadania w tle", mend the cause, and try them again there.',
      ),
    )
  return findings.length > 0 ? findings : [ok(about, works ? 'worked off' : 'empty; nobody works at the moment')]
}

const remedy = 'The page "Skrzynki" says it in words, and lets you give another password.'
const outOfReach =
  'Was the application given its role, and is the mailbox in the group to which that is limited? The page "Microsoft 365" has the commands; Exchange takes up to two hours to heed them.'

/** Whether every mailbox is read. */
export async function checkMailboxes(client: pg.ClientBase): Promise<Finding[]> {
  const about = 'mailboxes'
  const { rows } = await client.query<{
    name: string
    kind: string
    error: string | null
    late: boolean
    since: string | null
  }>(
    `select m.user_name || ' at ' || m.host as name, m.kind, m.error, to_char(m.last_sync_at at time zone 'utc', 'YYYY-MM-DD HH24:MI') as since,
            coalesce(m.last_sync_at, m.created_at) < now() - interval '${LAG_TOO_LONG}' as late
       from mailbox m join app_user u on u.id = m.owner_id where m.paused_at is null and u.disabled_at is null order by 1`,
  )
  const wrong = rows.filter(row => row.error !== null || row.late)
  if (wrong.length === 0) return [ok(about, `${rows.length} read`)]
  return wrong.map(({ name, kind, error, since }) =>
    error
      ? fault(about, `${name}: ${error}.`, kind === 'graph' && error === 'access-denied' ? outOfReach : remedy)
      : warning(
          about,
          since ? `${name} was last up to date at ${since} UTC.` : `${name} was never read to its end.`,
          'Start Lupa, or look at the page "Skrzynki".',
        ),
  )
}
