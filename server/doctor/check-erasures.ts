import type pg from 'pg'
import { readErasureMemo } from '../person-data/erasure-memo.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const TOO_LONG = '1 hour'

// Of those alone whom the database has forgotten: where a tombstone lies, what stands is what the erasure kept.
const backSql = `
with forgotten as (
  select m.hash from unnest($1::text[]) m(hash) where not exists (select from tombstone t where encode(t.address_hash, 'hex') = m.hash)),
known as (
  select a.value from address a where not a.is_domain union select a.address from message_address a union select f.address from forwarded_sender f)
select k.value as address from known k cross join person_salt s
 where exists (select from forgotten) and encode(sha256(s.salt || convert_to(k.value, 'UTF8')), 'hex') in (select f.hash from forgotten f) order by 1 limit 100`

/** Whether who was erased is gone: also after an older backup was restored, in which she still stood. */
export async function checkErasures(client: pg.ClientBase, dataFolder: string): Promise<Finding[]> {
  const about = 'erasures'
  const { rows: back } = await client.query<{ address: string }>(backSql, [readErasureMemo(dataFolder)])
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
        `${back.length} addresses of people who were erased stand here again, as after an older backup was restored: ${back.map(row => row.address).join(', ')}.`,
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
