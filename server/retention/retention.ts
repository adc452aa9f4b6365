import type { Retention } from '../../shared/retention.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

const KEY = 'retention'
const off: Retention = { isOn: false, months: {} }

/** How long things are kept; unless somebody settled it, for ever. */
export async function readRetention(tx: Tx): Promise<Retention> {
  const [row] = await tx.sql<{ value: Retention }>('select value from company_setting where key = $1', [KEY])
  return row?.value ?? off
}

/** Settles it; for administrators. */
export async function changeRetention(tx: Tx, wish: Retention): Promise<Retention> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  await tx.sql(
    'insert into company_setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [KEY, JSON.stringify(wish)],
  )
  await record(tx, 'changed', 'retention', me.id, wish)
  return wish
}

/** How much such periods would erase now; the database lets administrators alone ask. */
export async function previewRetention(tx: Tx, months: Retention['months']) {
  const items = await tx.sql<{ kind: string; expired: number; held: number }>('select * from retention_counts($1)', [
    JSON.stringify(months),
  ])
  return { items }
}
