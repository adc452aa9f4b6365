import { expect, it } from 'vitest'
import { appendPage, mergeTimeline } from '../../../addin/pane/merge-timeline.ts'
import { buildRow } from './show-pane.ts'

const row = (id: string, day: number) =>
  buildRow({ id, occurredAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z` })
const ids = ({ items }: { items: { id: string }[] }) => items.map(item => item.id).join('')

it('keeps the older pages below the newest one', () => {
  const shown = { items: [row('c', 3), row('b', 2), row('a', 1)], next: null }

  const merged = mergeTimeline({ items: [row('d', 4), row('c', 3)], next: 'x' }, shown)

  expect(ids(merged)).toBe('dcba')
  expect(merged.next).toBeNull()
})

it('keeps a row that was pushed off the newest page', () => {
  const shown = { items: [row('c', 3), row('b', 2)], next: 'after-b' }

  expect(ids(mergeTimeline({ items: [row('d', 4), row('c', 3)], next: 'after-c' }, shown))).toBe('dcb')
})

it('drops a row that was taken out', () => {
  const shown = { items: [row('c', 3), row('b', 2), row('a', 1)], next: null }

  expect(ids(mergeTimeline({ items: [row('c', 3), row('a', 1)], next: 'x' }, shown))).toBe('ca')
})

it('believes a newest page that is the whole timeline', () => {
  expect(
    ids(mergeTimeline({ items: [row('c', 3)], next: null }, { items: [row('c', 3), row('a', 1)], next: null })),
  ).toBe('c')
})

it('shows no row twice when a page overlaps', () => {
  const shown = { items: [row('c', 3), row('b', 2)], next: 'x' }

  expect(ids(appendPage(shown, { items: [row('b', 2), row('a', 1)], next: null }))).toBe('cba')
})
