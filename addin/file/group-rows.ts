import type { ItemRow } from '../../shared/item.ts'
import type { Grouping } from '../app/list-filter.ts'

/** Rows that stand together under one heading. */
export interface RowGroup {
  key: string
  /** Empty for those that belong nowhere. */
  heading: string
  rows: ItemRow[]
  /** Rows of which each stands for itself need no heading. */
  isLoose?: true
}

/** What mail programs write before the subject of an answer or a forwarded mail, in the languages that we meet. */
const prefix = /^\s*(?:(?:re|odp|fw|fwd|pd|aw|wg|sv|vs)(?:\[\d+\])?\s*:\s*)+/i

/** Rows by their first case or by their conversation; groups stand in the order of their newest row. */
export function groupRows(
  rows: ItemRow[],
  by: Exclude<Grouping, ''>,
  threads: ReadonlyMap<string, string> = new Map(),
): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const { key, heading } = by === 'case' ? caseOf(row) : threadOf(row, threads)
    const group = groups.get(key) ?? { key, heading, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return by === 'case' ? [...groups.values()] : withLoose([...groups.values()])
}

function caseOf({ cases: [first] }: ItemRow) {
  return { key: first?.id ?? '', heading: first ? `${first.reference} ${first.title}` : '' }
}

function threadOf({ id, title }: ItemRow, threads: ReadonlyMap<string, string>) {
  return { key: threads.get(id) ?? id, heading: title.replace(prefix, '').trim() }
}

/** Neighbours that are alone in their conversation stand as plain rows. */
function withLoose(groups: RowGroup[]): RowGroup[] {
  return groups.reduce<RowGroup[]>((all, group) => {
    const last = all.at(-1)
    if (group.rows.length > 1) return [...all, group]
    if (last?.isLoose) return [...all.slice(0, -1), { ...last, rows: [...last.rows, ...group.rows] }]
    return [...all, { ...group, isLoose: true }]
  }, [])
}
