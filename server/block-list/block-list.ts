import { readAddress, showAddress } from '../../shared/address.ts'
import type { BlockedAddress } from '../../shared/blocked-address.ts'
import { record } from '../audit/record.ts'
import { inAscii } from '../contractor/addresses.ts'
import type { Tx } from '../database/work.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Refusal } from '../refusal.ts'

type Scope = BlockedAddress['scope']

interface Row extends Omit<BlockedAddress, 'address'> {
  value: string
  isDomain: boolean
}

const columns = `id, value, is_domain as "isDomain", scope, iso(created_at) as "createdAt"`

/** The caller's own block-list and the company's, in alphabetical order. */
export async function listBlockedAddresses(tx: Tx, filter: { scope?: Scope; limit?: number; cursor?: string }) {
  const limit = filter.limit ?? 50
  const after = readNameCursor(filter.cursor)
  const rows = await tx.sql<Row>(
    `select ${columns} from blocked_address
      where ($1::text is null or scope = $1) and (value, id) > ($2, $3) order by value, id limit $4`,
    [filter.scope ?? null, after.key, after.id, limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(shown),
    next: rows.length > limit && last ? nameCursor({ key: last.value, id: last.id }) : null,
  }
}

/** Leaves out all later mail of a sender or domain. What is there already stays as it is. */
export async function blockAddress(tx: Tx, text: string, scope: Scope): Promise<BlockedAddress> {
  const address = readAddress(text)
  if (!address) throw new Refusal('invalid', ['address'])
  const value = inAscii(address.value)
  const owner = scope === 'personal' ? tx.user : null
  const [fresh] = await tx.sql<{ id: string }>(
    `insert into blocked_address (scope, owner_id, value, is_domain, created_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
    [scope, owner, value, address.isDomain, tx.user],
  )
  if (fresh) await record(tx, 'blocked', 'blocked-address', fresh.id, { scope })
  const [row] = await tx.sql<Row>(
    `select ${columns} from blocked_address where value = $1 and owner_id is not distinct from $2::uuid`,
    [value, owner],
  )
  if (!row) throw new Error('what was just there is seen by whoever put it there')
  return shown(row)
}

/** Takes an entry off; one that the caller sees and may not remove is refused, any other is not there. */
export async function unblockAddress(tx: Tx, id: string) {
  const gone = await tx.sql('delete from blocked_address where id = $1 returning id', [id])
  if (gone.length > 0) return record(tx, 'unblocked', 'blocked-address', id)
  const known = await tx.sql('select 1 from blocked_address where id = $1', [id])
  throw new Refusal(known.length > 0 ? 'not-allowed' : 'not-found')
}

function shown({ id, value, isDomain, scope, createdAt }: Row): BlockedAddress {
  return { id, address: showAddress({ value, isDomain }), scope, createdAt }
}
