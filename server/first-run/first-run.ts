import type { changeFirstRun as contract, FirstRun, FirstStep } from '../../shared/first-run.ts'
import type { Input } from '../../shared/route.ts'
import { record } from '../audit/record.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { listOwnAddresses } from '../own-address/own-addresses.ts'
import { Refusal } from '../refusal.ts'

const STEPS = 'first-run'
const COMPANY = 'company-name'

type States = Partial<Record<FirstStep, 'done' | 'skipped'>>

/** How far the guided set-up went; for administrators. */
export async function readFirstRun(tx: Tx, { publicUrl }: Pick<Config, 'publicUrl'>): Promise<FirstRun> {
  await tx.sql('select administrators_only()')
  const rows = await tx.sql<{ key: string; value: unknown }>(
    'select key, value from company_setting where key = any($1)',
    [[STEPS, COMPANY]],
  )
  const found = Object.fromEntries(rows.map(row => [row.key, row.value]))
  const states = (found[STEPS] ?? {}) as States
  const inState = (state: string) =>
    Object.entries(states).flatMap(([step, known]) => (known === state ? [step as FirstStep] : []))
  const own = await listOwnAddresses(tx)
  return {
    company: typeof found[COMPANY] === 'string' ? found[COMPANY] : null,
    domains: own.filter(one => one.address.startsWith('@')).map(one => one.address.slice(1)),
    done: inState('done'),
    skipped: inState('skipped'),
    publicUrl,
  }
}

/** Names the company, or notes what became of a step. */
export async function changeFirstRun(tx: Tx, { company, step, state }: Input<typeof contract>['body']) {
  if ((step === undefined) !== (state === undefined)) throw new Refusal('invalid', ['step'])
  await tx.sql('select administrators_only()')
  if (company !== undefined) await nameCompany(tx, company)
  if (step === undefined || state === undefined) return
  await put(tx, STEPS, { [step]: state === 'open' ? null : state }, `company_setting.value || excluded.value`)
}

/** Names the company, as our mail calls it. */
export async function nameCompany(tx: Tx, company: string) {
  const me = await readMe(tx)
  await put(tx, COMPANY, company.trim(), 'excluded.value')
  await record(tx, 'changed', 'company', me.id)
}

async function put(tx: Tx, key: string, value: unknown, merged: string) {
  await tx.sql(
    `insert into company_setting (key, value) values ($1, $2) on conflict (key) do update set value = ${merged}`,
    [key, JSON.stringify(value)],
  )
}
