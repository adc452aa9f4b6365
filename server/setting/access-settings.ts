import type { AccessSettings } from '../../shared/setting.ts'
import { principalsOf } from '../access/audience.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

const keys = {
  recipients: 'access-recipients',
  newContractors: 'access-new-contractors',
  remotePictures: 'remote-pictures',
} as const

/** The settings of access: by default recipients gain nothing, and new contractors are everyone's. */
export async function readAccessSettings(tx: Tx): Promise<AccessSettings> {
  const rows = await tx.sql<{ key: string; value: unknown }>(
    'select key, value from company_setting where key = any($1)',
    [Object.values(keys)],
  )
  const found = Object.fromEntries(rows.map(row => [row.key, row.value]))
  return {
    recipients: found[keys.recipients] === true,
    newContractors: (found[keys.newContractors] as AccessSettings['newContractors'] | undefined) ?? null,
    remotePictures: found[keys.remotePictures] !== false,
  }
}

/** Changes what is named; for administrators. */
export async function changeAccessSettings(tx: Tx, change: Partial<AccessSettings>): Promise<AccessSettings> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  if (change.newContractors) await refuseStrangers(tx, principalsOf(change.newContractors))
  for (const [name, value] of Object.entries(change)) {
    await tx.sql(
      'insert into company_setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
      [keys[name as keyof typeof keys], JSON.stringify(value)],
    )
  }
  await record(tx, 'changed', 'access-settings', me.id, change)
  return readAccessSettings(tx)
}

/** Every one of them is a user or a group of ours. */
async function refuseStrangers(tx: Tx, principals: string[]) {
  const known = await tx.sql(
    'select id from app_user where id = any($1) union select id from app_group where id = any($1)',
    [principals],
  )
  if (known.length < new Set(principals).size) throw new Refusal('invalid', ['newContractors'])
}
