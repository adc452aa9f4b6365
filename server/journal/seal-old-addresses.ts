import type { WorkingHouse } from '../job/jobs-database.ts'
import { type JournalKeys, keepPart } from './secret-part.ts'

/** Seals what an older version left in plain text. */
export async function sealOldAddresses({ jobs }: Pick<WorkingHouse, 'jobs'>, keys: JournalKeys) {
  const plain = await jobs.call<{ id: string; local_part: string }>('select * from plain_journal_addresses()')
  for (const { id, local_part: secretPart } of plain) {
    const { hash, sealed } = keepPart(keys, secretPart)
    await jobs.call('select seal_journal_address($1, $2, $3)', [id, hash, sealed])
  }
}
