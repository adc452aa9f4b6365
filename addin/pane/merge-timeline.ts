import type { ItemRow, Timeline } from '../../shared/item.ts'

/**
 * The rows on screen after the newest page was read again: new ones at the top, changed ones in place, taken-out ones
 * gone, and the older pages that the reader had opened still there.
 */
export function mergeTimeline(fresh: Timeline, shown: Timeline): Timeline {
  const last = fresh.items.at(-1)
  if (!last || fresh.next === null) return fresh
  const known = new Set(fresh.items.map(item => item.id))
  const older = shown.items.filter(item => !known.has(item.id) && isOlder(item, last))
  return older.length > 0 ? { items: [...fresh.items, ...older], next: shown.next } : fresh
}

/** The rows on screen with one older page below. */
export function appendPage(shown: Timeline, page: Timeline): Timeline {
  const known = new Set(shown.items.map(item => item.id))
  return { items: [...shown.items, ...page.items.filter(item => !known.has(item.id))], next: page.next }
}

/** Times are compared as text: all are UTC with milliseconds. */
function isOlder(item: ItemRow, than: ItemRow): boolean {
  if (item.occurredAt !== than.occurredAt) return item.occurredAt < than.occurredAt
  return item.id < than.id
}
