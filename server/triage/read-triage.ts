import type { TriageRow } from '../../shared/triage.ts'
import type { Query, Statement } from '../database/work.ts'
import type { Source } from '../item/source.ts'
import { pageOf, readCursor } from '../list/cursor.ts'
import { Refusal } from '../refusal.ts'

const triagePage: Statement = {
  name: 'triage-page',
  text: `
    select t.id, t.message_id as "messageId", t.subject, coalesce(nullif(t.name, ''), t.address) as "from", t.address,
           iso(t.occurred_at) as "occurredAt", $1 as state, t.reason, t.mailboxes
      from triage_page($1, $2, $3, $4, $5, $6) t order by t.occurred_at desc, t.id desc`,
}

/** Mail that waits for my decision, mine and where I help, or mail of mine that was left out, newest first. */
export async function readTriage(
  query: Query,
  filter: { state?: 'open' | 'left-out'; sender?: string; domain?: string; limit?: number; cursor?: string },
) {
  const limit = filter.limit ?? 50
  const before = readCursor(filter.cursor)
  const rows = await query<TriageRow>(triagePage, [
    filter.state ?? 'open',
    filter.sender?.toLowerCase() ?? null,
    filter.domain?.toLowerCase() ?? null,
    before.at,
    before.id,
    limit + 1,
  ])
  return pageOf(rows, limit, row => row.occurredAt)
}

const triageSource: Statement = {
  name: 'triage-source',
  text: 'select hash, is_blind as "isBlind", is_stripped as "isStripped" from triage_source($1)',
}

/** The source of a mail about which I may decide; refuses what is not there, or another's. */
export async function sourceInTriage(query: Query, messageId: string): Promise<Source> {
  const [source] = await query<Source>(triageSource, [messageId])
  if (!source) throw new Refusal('not-found')
  return source
}
