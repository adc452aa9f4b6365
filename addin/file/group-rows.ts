import type { ItemRow } from '../../shared/item.ts'
import type { Grouping } from '../app/list-filter.ts'

/** Rows that stand together under one heading. */
export interface RowGroup {
  key: string
  /** Empty for those that belong nowhere. */
  heading: string
  rows: ItemRow[]
}

/** What mail programs write before the subject of an answer or a forwarded mail, in the languages that we meet. */
const prefix = /^\s*(?:(?:re|odp|fw|fwd|pd|aw|wg|sv|vs)(?:\[\d+\])?\s*:\s*)+/i

/** Rows by their first case or by their subject; groups stand in the order of their newest row. */
export function groupRows(rows: ItemRow[], by: Exclude<Grouping, ''>): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const { key, heading } = by === 'case' ? caseOf(row) : subjectOf(row)
    const group = groups.get(key) ?? { key, heading, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function caseOf({ cases: [first] }: ItemRow) {
  return { key: first?.id ?? '', heading: first ? `${first.reference} ${first.title}` : '' }
}

function subjectOf({ title }: ItemRow) {
  const heading = title.replace(prefix, '').trim()
  return { key: heading.toLowerCase().replace(/\s+/g, ' '), heading }
}
