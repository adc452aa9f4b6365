import { describe, expect, it } from 'vitest'
import { questionOf as questionOfLog } from '../../../addin/admin/audit-filter.tsx'
import { noFilter, questionOf, readDay } from '../../../addin/app/list-filter.ts'
import { dueState } from '../../../addin/file/due-state.ts'
import { groupRows } from '../../../addin/file/group-rows.ts'
import type { ItemRow } from '../../../shared/item.ts'

const row = (id: string, title: string, cases: ItemRow['cases'] = []): ItemRow => ({
  id,
  kind: 'note',
  objectId: id,
  contractorId: null,
  contractorName: null,
  occurredAt: '2026-01-01T00:00:00.000Z',
  title,
  snippet: '',
  who: '',
  hasAttachment: false,
  cases,
})
const chip = (id: string) => ({ id, reference: `2026/${id}`, title: 'Sprawa' })

describe('rows that stand together', () => {
  it('are those of one conversation, whatever their subjects; the others stand alone between', () => {
    const rows = [
      row('1', 'Re: Odp: Zamówienie 7'),
      row('2', 'Zamówienie 7'),
      row('3', 'Całkiem inny temat'),
      row('4', 'c'),
    ]
    const threads = new Map([
      ['1', 'wątek'],
      ['3', 'wątek'],
      ['4', '4'],
    ])

    expect(
      groupRows(rows, 'thread', threads).map(group => [group.heading, group.isLoose, ...group.rows.map(one => one.id)]),
    ).toEqual([
      ['Zamówienie 7', undefined, '1', '3'],
      ['Zamówienie 7', true, '2', '4'],
    ])
  })

  it('are those of one case, and those of none', () => {
    const rows = [row('1', 'a', [chip('1')]), row('2', 'b'), row('3', 'c', [chip('1'), chip('2')])]

    expect(groupRows(rows, 'case').map(group => [group.heading, group.rows.length])).toEqual([
      ['2026/1 Sprawa', 2],
      ['', 1],
    ])
  })
})

describe('the question of a filter', () => {
  it('names the kinds of the list when none is chosen, and only then', () => {
    expect(questionOf(noFilter, ['call'], null)).toEqual({ kind: ['call'] })
    expect(questionOf({ ...noFilter, kinds: ['note'] }, ['call', 'note'], null)).toEqual({ kind: ['note'] })
    expect(questionOf(noFilter, null, null)).toEqual({})
  })

  it('ends after the last day, also when the clocks change on it', () => {
    const { from, to } = questionOf({ ...noFilter, from: '2026-10-25', to: '2026-10-25' }, null, null)

    expect(new Date(from ?? '').toLocaleDateString('sv')).toBe('2026-10-25')
    expect(new Date(to ?? '').toLocaleDateString('sv')).toBe('2026-10-26')
  })

  it('asks for no moment that the server does not know', () => {
    const { from, to } = questionOf({ ...noFilter, from: '0001-01-01', to: '9999-12-31' }, null, null)

    expect([from, to]).toEqual([expect.stringMatching(/^0001-01-01T/), expect.stringMatching(/^9999-12-31T/)])
  })

  it('asks the log for no moment that the server does not know either', () => {
    const days = { from: '0001-01-01', to: '9999-12-31' }
    const { from, to } = questionOfLog({ userId: '', verb: '', object: '', ...days })

    expect([from, to]).toEqual([expect.stringMatching(/^0001-01-01T/), expect.stringMatching(/^9999-12-31T/)])
  })

  it('asks for what is new only when there was an earlier look', () => {
    const filter = { ...noFilter, isNew: true }

    expect(questionOf(filter, null, null)).toEqual({})
    expect(questionOf(filter, null, '2026-01-01T00:00:00.000Z')).toEqual({ since: '2026-01-01T00:00:00.000Z' })
  })
})

it.each([
  ['2026-11-25', 'late'],
  ['2026-11-26', 'today'],
  ['2026-11-27', 'later'],
] as const)('%s is %s by the calendar of the reader', (day, state) => {
  expect(dueState(day, new Date(2026, 10, 26, 23, 59))).toBe(state)
})

it.each([
  ['2026-11-01', '2026-11-01'],
  ['20261-11-01', ''],
  ['2026-13-45', ''],
  ['', ''],
])('takes %j as the day %j, as it stands there while somebody types', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})
