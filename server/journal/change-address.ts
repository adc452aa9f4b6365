import type { JournalAddressChange } from '../../shared/journal-address.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** Renames an address, closes it or opens it again. What was taken there before stays. */
export async function changeAddress(tx: Tx, id: string, { label, enabled }: JournalAddressChange) {
  const rows = await tx.sql(
    'update journal_address set label = coalesce($2, label), enabled = coalesce($3, enabled) where id = $1 returning id',
    [id, label?.trim() ?? null, enabled ?? null],
  )
  if (rows.length === 0) throw new Refusal('not-found')
  await record(tx, 'changed', 'journal-address', id, enabled === undefined ? {} : { enabled })
}
