import type { ItemRow } from '../../shared/item.ts'
import type { Query, Statement } from '../database/work.ts'
import { readTimeline } from '../item/read-timeline.ts'
import { type ActivityFacts, readActivityFacts } from './activity-facts.ts'

/** The largest page of a list. */
const PAGE = 200

/** What lies ahead belongs to the file too. */
const END_OF_TIME = new Date('9999-12-31T00:00:00.000Z')

/** An item with the bytes behind it, as its reader may have them. */
export interface ExportItem {
  row: ItemRow
  file: { hash: string; name: string; isMail: boolean; isStripped: boolean } | null
  note: string
  /** Of a call, meeting, task or note. */
  activity: ActivityFacts | null
}

const sources: Statement = {
  name: 'export-sources',
  text: `select i.id, s.hash, s.is_stripped as "isStripped" from unnest($1::uuid[]) i(id) cross join lateral item_source(i.id) s`,
}
const files: Statement = {
  name: 'export-files',
  text: `select i.id, d.blob_hash as hash, d.name from item i join document d on d.id = i.object_id where i.id = any($1)`,
}
/** One page of a contractor's file with what stands behind each item; everything by the rule of the database. */
export async function readExportPage(query: Query, contractorId: string, cursor: string | null) {
  const wanted = { limit: PAGE, ...(cursor !== null && { cursor }) }
  const { items, next } = await readTimeline(query, contractorId, wanted, END_OF_TIME)
  const ids = items.map(item => item.id)
  const found = new Map<string, Pick<ExportItem, 'file'>>()
  for (const { id, hash, isStripped } of await query<{ id: string; hash: string; isStripped: boolean }>(sources, [ids]))
    found.set(id, { file: { hash, name: '', isMail: true, isStripped } })
  for (const { id, hash, name } of await query<{ id: string; hash: string; name: string }>(files, [ids]))
    found.set(id, { file: { hash, name, isMail: false, isStripped: false } })
  const activities = await readActivityFacts(query, ids)
  return {
    items: items.map((row): ExportItem => {
      const activity = activities.get(row.id) ?? null
      return { row, file: found.get(row.id)?.file ?? null, note: activity?.note ?? row.snippet, activity }
    }),
    next,
  }
}
