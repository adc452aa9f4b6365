import type { TriageRow } from '../../shared/triage.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Source } from '../item/source.ts'
import { pageOf, readCursor } from '../list/cursor.ts'
import { Refusal } from '../refusal.ts'

const triagePage: Statement = {
  name: 'triage-page',
  text: `
    select m.id, m.message_id as "messageId", m.subject, coalesce(nullif(a.name, ''), a.address, '') as "from", coalesce(a.address, '') as address,
           iso(t.occurred_at) as "occurredAt", t.state, t.reason
      from triage_entry t join message m on m.id = t.message_id
      left join message_address a on a.message_id = m.id and a.role = 'from' and a.position = 0
     where t.owner_id = me() and t.state = $1 and (t.occurred_at, t.message_id) < ($2, $3)
       and ($5::text is null or coalesce(a.address, '') = $5) and ($6::text is null or substring(coalesce(a.address, '') from '[^@]*$') = $6)
     order by t.occurred_at desc, t.message_id desc limit $4`,
}

/** Mail of mine that waits for a decision, or was left out, newest first. */
export async function readTriage(
  query: Query,
  filter: { state?: 'open' | 'left-out'; sender?: string; domain?: string; limit?: number; cursor?: string },
) {
  const limit = filter.limit ?? 50
  const before = readCursor(filter.cursor)
  const rows = await query<TriageRow>(triagePage, [
    filter.state ?? 'open',
    before.at,
    before.id,
    limit + 1,
    filter.sender?.toLowerCase() ?? null,
    filter.domain?.toLowerCase() ?? null,
  ])
  return pageOf(rows, limit, row => row.occurredAt)
}

/** One's own copy, as it came: whoever decides about a mail has it in his mailbox anyway. */
const triageSource: Statement = {
  name: 'triage-source',
  text: `
    select c.source_hash as hash, false as "isBlind", false as "isStripped"
      from triage_entry t join message_copy c on c.message_id = t.message_id and c.owner_id = me()
     where t.owner_id = me() and t.message_id = $1 and t.state in ('open', 'left-out') order by c.seen_at, c.source_hash limit 1`,
}

/** The source of a mail of mine in triage; refuses what is not there, or another's. */
export async function sourceInTriage(query: Query, messageId: string): Promise<Source> {
  const [source] = await query<Source>(triageSource, [messageId])
  if (!source) throw new Refusal('not-found')
  return source
}
