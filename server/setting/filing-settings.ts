import { readAddress } from '../../shared/address.ts'
import type { FilingSettings } from '../../shared/setting.ts'
import { record } from '../audit/record.ts'
import { inAscii } from '../contractor/addresses.ts'
import type { Tx } from '../database/work.ts'
import { freeMailOf, thresholdOf, trustSettings } from '../filing/filing-settings.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

const keys = {
  borders: 'filing-borders',
  tenant: 'filing-tenant',
  threshold: 'filing-threshold',
  freeMailDomains: 'filing-free-mail',
} as const

/** The settings as the decision reads them. */
export async function readFilingSettings(tx: Tx): Promise<FilingSettings> {
  const rows = await tx.sql<{ key: string; value: unknown }>(
    'select key, value from company_setting where key = any($1)',
    [Object.values(keys)],
  )
  const found = Object.fromEntries(rows.map(row => [row.key, row.value]))
  const { borders, isTenant } = trustSettings(found)
  return { borders, tenant: isTenant, threshold: thresholdOf(found), freeMailDomains: freeMailOf(found) }
}

/** Changes what is named; for administrators. */
export async function changeFilingSettings(tx: Tx, change: Partial<FilingSettings>): Promise<FilingSettings> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  for (const [name, value] of Object.entries(readable(change))) {
    await tx.sql(
      'insert into company_setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
      [keys[name as keyof typeof keys], JSON.stringify(value)],
    )
  }
  // Whose mail is believed is worth a line in the log.
  await record(tx, 'changed', 'filing-settings', me.id, change)
  return readFilingSettings(tx)
}

/** Domains as they are compared, each once; one that is none is refused. */
function readable(change: Partial<FilingSettings>): Partial<FilingSettings> {
  if (!change.freeMailDomains) return change
  const domains = change.freeMailDomains.map(domain => {
    const address = readAddress(`@${domain.trim().replace(/^@/, '')}`)
    if (!address) throw new Refusal('invalid', ['freeMailDomains'])
    return inAscii(address.value)
  })
  return { ...change, freeMailDomains: [...new Set(domains)].sort((one, other) => one.localeCompare(other)) }
}
