import type { HeldRow } from '../../shared/held.ts'
import type { Query, Statement } from '../database/work.ts'
import { pageOf, readCursor } from '../list/cursor.ts'

const heldPage: Statement = {
  name: 'held-page',
  text: `
    select i.id, h.held_mailbox as "mailboxId", i.title, i.who, iso(i.occurred_at) as "occurredAt", c.id as "contractorId", c.name as "contractorName",
           k.id as "caseId", k.reference as "caseReference", iso(h.held_until) as until
      from (select distinct on (f.item_id) f.item_id, f.case_file_id, f.held_mailbox, f.held_until from filing f
             where f.held_by = me() and ($1::uuid is null or f.held_mailbox = $1) order by f.item_id, f.filed_at, f.id) h
      join item i on i.id = h.item_id and i.kind in ('mail-in', 'mail-out') join contractor c on c.id = i.contractor_id
      left join case_file k on k.id = h.case_file_id
     where (i.occurred_at, i.id) < ($2, $3) order by i.occurred_at desc, i.id desc limit $4`,
}

/** Filed mail that is mine alone for now, newest first. */
export async function readHeld(query: Query, filter: { mailboxId?: string; limit?: number; cursor?: string }) {
  const limit = filter.limit ?? 50
  const { at, id } = readCursor(filter.cursor)
  const asked = [filter.mailboxId ?? null, at, id, limit + 1]
  const rows = await query<Omit<HeldRow, 'itemId'> & { id: string }>(heldPage, asked)
  const page = pageOf(rows, limit, row => row.occurredAt)
  return { items: page.items.map(({ id: itemId, ...row }) => ({ itemId, ...row })), next: page.next }
}
