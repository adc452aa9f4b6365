import type { Notification } from '../../shared/notification.ts'
import type { Query, Statement } from '../database/work.ts'
import { readRows } from '../item/read-rows.ts'
import { Refusal } from '../refusal.ts'

const MOST_UNREAD = 100

/** A notification as the database knows it: without names, which are asked for under the reader's own rights. */
interface Line {
  id: string
  kind: Notification['kind']
  at: string
  isUnread: boolean
  by: string | null
  itemId: string | null
  contractorId: string | null
  caseId: string | null
  reason: string | null
  until: string | null
}

interface Given {
  id: string
  given: Notification['given']
}

const pageSql: Statement = {
  name: 'notifications',
  text: `select n.id, n.kind, iso(n.at) as at, n.at > s.at as "isUnread", n.by_name as by, n.item_id as "itemId",
                n.contractor_id as "contractorId", n.case_file_id as "caseId", n.reason, iso(n.until) as until
           from (select seen_until() as at) s cross join lateral my_notifications('-infinity', $1, $2, $3) n
          order by n.at desc, n.id desc`,
}
const unreadSql: Statement = {
  name: 'unread-notifications',
  text: `select count(*)::int as unread from my_notifications(seen_until(), 'infinity', '', $1)`,
}
const contractorsSql: Statement = {
  name: 'names-of-contractors',
  text: 'select id, name from contractor where id = any($1)',
}
const casesSql: Statement = {
  name: 'references-of-cases',
  text: 'select id, reference from case_file where id = any($1)',
}

const givenSql: Statement = {
  name: 'given-to-me',
  text: 'select id, given from given_to_me($1)',
}

const cursorForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_((?:item|note|due|soon)-[0-9a-f-]{1,40})$/

/** What the reader should know and may see now, newest first. */
export async function readNotifications(query: Query, { limit = 50, cursor }: { limit?: number; cursor?: string }) {
  const before = cursorOf(cursor)
  const lines = await query<Line>(pageSql, [before.at, before.id, limit + 1])
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return { items: await named(query, shown), next: lines.length > limit && last ? `${last.at}_${last.id}` : null }
}

/** How many of them are unread, up to a hundred. */
export async function countUnread(query: Query): Promise<{ unread: number }> {
  const [row] = await query<{ unread: number }>(unreadSql, [MOST_UNREAD])
  return { unread: row?.unread ?? 0 }
}

async function named(query: Query, lines: Line[]): Promise<Notification[]> {
  const ids = (part: 'itemId' | 'contractorId' | 'caseId') => lines.flatMap(line => line[part] ?? [])
  const rows = new Map((await readRows(query, ids('itemId'))).map(row => [row.id, row]))
  const contractors = await query<{ id: string; name: string }>(contractorsSql, [ids('contractorId')])
  const cases = await query<{ id: string; reference: string }>(casesSql, [ids('caseId')])
  const names = new Map(contractors.map(({ id, name }) => [id, name]))
  const references = new Map(cases.map(({ id, reference }) => [id, reference]))
  const handed = lines.flatMap(({ id, kind }) => (kind === 'handed-over' ? id : []))
  const given = new Map(
    handed.length > 0 ? (await query<Given>(givenSql, [handed])).map(row => [row.id, row.given]) : [],
  )
  return lines.map(line => {
    const row = line.itemId ? rows.get(line.itemId) : undefined
    return {
      ...line,
      itemTitle: row?.title ?? null,
      itemKind: row?.kind ?? null,
      contractorId: line.contractorId ?? row?.contractorId ?? null,
      contractorName: names.get(line.contractorId ?? '') ?? row?.contractorName ?? null,
      caseReference: references.get(line.caseId ?? '') ?? null,
      given: given.get(line.id) ?? null,
    }
  })
}

function cursorOf(cursor: string | undefined): { at: string; id: string } {
  if (cursor === undefined) return { at: 'infinity', id: '' }
  const [, at, id] = cursorForm.exec(cursor) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new Refusal('invalid', ['cursor'])
  return { at, id }
}
