import type { WorkingHouse } from '../job/jobs-database.ts'
import type { Recipient } from './accept-mail.ts'
import { hashPart, type JournalKeys } from './secret-part.ts'

const TAG_LENGTH = 60

/** The secret address that a recipient names, or null. The domain says nothing: any that leads here will do. */
export async function findRecipient(
  { jobs }: WorkingHouse,
  keys: JournalKeys,
  address: string,
): Promise<Recipient | null> {
  const [local = ''] = address.toLowerCase().split('@')
  const plus = local.indexOf('+')
  const secret = plus < 0 ? local : local.slice(0, plus)
  if (!/^[a-z2-7]{20,64}$/.test(secret)) return null
  const tag = plus < 0 ? '' : local.slice(plus + 1).slice(0, TAG_LENGTH)
  const [row] = await jobs.call<{ id: string | null }>('select find_journal_address($1) as id', [
    hashPart(keys, secret),
  ])
  return row?.id ? { id: row.id, tag: tag || null } : null
}
