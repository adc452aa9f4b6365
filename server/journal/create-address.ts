import { randomInt } from 'node:crypto'
import type { JournalAddressInput } from '../../shared/journal-address.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'
import { type JournalKeys, keepPart } from './secret-part.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
const LENGTH = 26

/** Opens a secret address: one's own for blind copies or (administrators) one for the company's journal. Returns its id. */
export async function createAddress(tx: Tx, { kind, label }: JournalAddressInput, keys: JournalKeys): Promise<string> {
  const me = await readMe(tx)
  if (kind === 'journal' && !me.isAdmin) throw new Refusal('not-allowed')
  const { hash, sealed } = keepPart(keys, secretPart())
  const [row] = await tx.sql<{ id: string }>(
    'insert into journal_address (local_hash, local_sealed, label, kind, owner_id) values ($1, $2, $3, $4, $5) returning id',
    [hash, sealed, label.trim(), kind, me.id],
  )
  if (!row) throw new Error('an insert answers its id')
  await record(tx, 'created', 'journal-address', row.id, { kind })
  return row.id
}

/** 130 random bits in letters that survive every mail program; whoever knows them may hand in mail. */
function secretPart(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
