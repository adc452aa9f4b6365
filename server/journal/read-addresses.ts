import type { JournalAddress } from '../../shared/journal-address.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { type JournalKeys, type KeptPart, openPart } from './secret-part.ts'

type KeptAddress = Omit<JournalAddress, 'localPart'> & KeptPart

const addressesSql = `
select a.id, a.kind, a.local_hash as hash, a.local_sealed as sealed, a.label, a.owner_id as "ownerId", a.enabled,
       iso(a.created_at) as "createdAt", iso(a.last_received_at) as "lastReceivedAt",
       coalesce(h.waiting, 0) as waiting, iso(h.waiting_since) as "waitingSince", coalesce(h.failing, 0) as failing,
       coalesce(round(h.share::numeric, 4), 0)::float8 as "unfiledShare"
  from journal_address a left join journal_health() h on h.address_id = a.id where $1::uuid is null or a.id = $1 order by a.created_at, a.id`

/** The addresses that the current user may know. */
export async function readAddresses(tx: Tx, keys: JournalKeys): Promise<JournalAddress[]> {
  const rows = await tx.sql<KeptAddress>(addressesSql, [null])
  return rows.map(row => shown(row, keys))
}

/** One address. */
export async function readAddress(tx: Tx, id: string, keys: JournalKeys): Promise<JournalAddress> {
  const [row] = await tx.sql<KeptAddress>(addressesSql, [id])
  if (!row) throw new Refusal('not-found')
  return shown(row, keys)
}

function shown({ hash, sealed, ...address }: KeptAddress, keys: JournalKeys): JournalAddress {
  return { ...address, localPart: openPart(keys, { hash, sealed }) }
}
