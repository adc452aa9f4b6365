import type { House } from '../http/app-type.ts'
import { type JournalKeys, keepPart } from './secret-part.ts'

/** Seals what an older version left in plain text. */
export async function sealOldAddresses({ database }: Pick<House, 'database'>, keys: JournalKeys) {
  await database.work(null, async tx => {
    const plain = await tx.sql<{ id: string; local_part: string }>('select * from plain_journal_addresses()')
    for (const { id, local_part: secretPart } of plain) {
      const { hash, sealed } = keepPart(keys, secretPart)
      await tx.sql('select seal_journal_address($1, $2, $3)', [id, hash, sealed])
    }
  })
}
