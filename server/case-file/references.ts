import { spellPattern, standardPattern, troubleOf, writeReference } from '../../shared/reference-pattern.ts'
import type { ReferenceSettings } from '../../shared/reference-setting.ts'
import { record } from '../audit/record.ts'
import type { Query, Statement, Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

/** Every pattern of case references that was ever in use, the present one last. */
const patterns: Statement = {
  name: 'reference-patterns',
  text: `select value from company_setting where key = 'case-references'`,
}
const MOST = 30

/** All patterns by which mail may name a case: old references stay as they were given. */
export async function readPatterns(query: Query): Promise<string[]> {
  return inUse(await query<{ value: unknown }>(patterns, []))
}

/** What the administrators have settled about references. */
export async function readReferenceSettings(tx: Tx): Promise<ReferenceSettings> {
  const used = inUse(await tx.sql<{ value: unknown }>(patterns.text))
  return { pattern: used.at(-1) ?? standardPattern, used }
}

/** New cases follow this pattern from now on; for administrators. */
export async function changeReferencePattern(tx: Tx, written: string): Promise<ReferenceSettings> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  const pattern = spellPattern(written)
  // Of two who change it at once, the second adds to what the first has settled.
  await tx.sql(`select pg_advisory_xact_lock(hashtext('lupa.case-references'), 0)`)
  const { used } = await readReferenceSettings(tx)
  if (troubleOf(pattern, used)) throw new Refusal('ambiguous-pattern', ['pattern'])
  const all = [...used.filter(one => one !== pattern), pattern]
  if (all.length > MOST) throw new Refusal('invalid', ['pattern'])
  await tx.sql(
    `insert into company_setting (key, value) values ('case-references', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(all)],
  )
  await record(tx, 'changed', 'reference-pattern', me.id, { pattern })
  return readReferenceSettings(tx)
}

/** The reference of the next case. Where the pattern names no year, its cases are counted through all years. */
export async function nextReference(tx: Tx, now: Date): Promise<string> {
  const { pattern } = await readReferenceSettings(tx)
  const year = now.getFullYear()
  const [row] = await tx.sql<{ number: number }>('select next_case_number($1) as number', [
    pattern.includes('{year}') ? year : 0,
  ])
  if (!row) throw new Error('next_case_number answers always')
  return writeReference(pattern, year, row.number)
}

function inUse([row]: { value: unknown }[]): string[] {
  const used = Array.isArray(row?.value) ? row.value.filter(one => typeof one === 'string') : []
  return used.length > 0 ? used : [standardPattern]
}
