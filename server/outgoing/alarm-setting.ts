import type { AlarmSetting } from '../../shared/outgoing-mail.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

const KEY = 'mailbox-alarm-hours'
/** The same as in `raise_alarms`. */
const USUAL_HOURS = 6

/** After how many hours an unread mailbox is told of. */
export async function readAlarmSetting(tx: Tx): Promise<AlarmSetting> {
  const [row] = await tx.sql<{ value: unknown }>('select value from company_setting where key = $1', [KEY])
  return { hours: typeof row?.value === 'number' ? row.value : USUAL_HOURS }
}

/** Changes it; for administrators. */
export async function changeAlarmSetting(tx: Tx, hours: number): Promise<AlarmSetting> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  await tx.sql(
    'insert into company_setting (key, value) values ($1, to_jsonb($2::int)) on conflict (key) do update set value = excluded.value',
    [KEY, hours],
  )
  await record(tx, 'changed', 'alarm-setting', me.id, { hours })
  return { hours }
}
