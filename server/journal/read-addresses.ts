import type { JournalAddress } from '../../shared/journal-address.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

const addressesSql = `
select a.id, a.kind, a.local_part as "localPart", a.label, a.owner_id as "ownerId", a.enabled,
       iso(a.created_at) as "createdAt", iso(a.last_received_at) as "lastReceivedAt",
       coalesce(h.waiting, 0) as waiting, iso(h.waiting_since) as "waitingSince", coalesce(h.failing, 0) as failing,
       coalesce(round(h.share::numeric, 4), 0)::float8 as "unfiledShare"
  from journal_address a left join journal_health() h on h.address_id = a.id where $1::uuid is null or a.id = $1 order by a.created_at, a.id`

/** The addresses that the current user may know. */
export function readAddresses(tx: Tx): Promise<JournalAddress[]> {
  return tx.sql<JournalAddress>(addressesSql, [null])
}

/** One address. */
export async function readAddress(tx: Tx, id: string): Promise<JournalAddress> {
  const [row] = await tx.sql<JournalAddress>(addressesSql, [id])
  if (!row) throw new Refusal('not-found')
  return row
}
