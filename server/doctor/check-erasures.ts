import type pg from 'pg'
import { readErasureMemo } from '../person-data/erasure-memo.ts'
import { findReturned } from '../person-data/find-returned.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const TOO_LONG = '1 hour'

/** Whether who was erased is gone: also after an older backup was restored, in which she still stood. */
export async function checkErasures(client: pg.ClientBase, dataFolder: string): Promise<Finding[]> {
  const about = 'erasures'
  const back = await findReturned(client, readErasureMemo(dataFolder))
  const { rows } = await client.query<{ late: number; all: number }>(
    `select (count(*) filter (where e.state in ('waiting', 'running') and e.asked_at < now() - interval '${TOO_LONG}'))::int as late, count(*)::int as all
       from erasure e`,
  )
  const { late = 0, all = 0 } = rows[0] ?? {}
  const findings: Finding[] = []
  if (back.length > 0)
    findings.push(
      fault(
        about,
        `${back.length} addresses of people who were erased stand here again, as after an older backup was restored: ${back.join(', ')}.`,
        'Erase them again on the page "Dane osoby".',
      ),
    )
  if (late > 0)
    findings.push(
      warning(
        about,
        `${late} erasures are not done after ${TOO_LONG}.`,
        'Look at the page "Zadania w tle" and try them again there.',
      ),
    )
  return findings.length > 0 ? findings : [ok(about, `${all} people erased, and none of them came back`)]
}
