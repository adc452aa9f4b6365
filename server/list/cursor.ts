import { Refusal } from '../refusal.ts'

/** Where a list of (time, id) goes on: everything before this, newest first. */
export interface Before {
  at: string
  id: string
}

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The beginning of a newest-first list. */
const start: Before = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Reads a cursor that we handed out; none is the beginning, another text is refused. */
export function readCursor(cursor: string | undefined): Before {
  if (cursor === undefined) return start
  const match = form.exec(cursor)
  if (!match?.[1] || !match[2] || Number.isNaN(Date.parse(match[1]))) throw new Refusal('invalid', ['cursor'])
  return { at: match[1], id: match[2] }
}

/** Cuts the one row too many off a list and says where the next page begins; null at the end. */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number, at: (row: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${at(last)}_${last.id}` : null }
}
