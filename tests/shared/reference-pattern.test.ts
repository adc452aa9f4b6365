import { expect, it } from 'vitest'
import { spellPattern, standardPattern, troubleOf, writeReference } from '../../shared/reference-pattern.ts'

it.each([
  [standardPattern, '2026/0017'],
  ['{number:4}/{year}', '0017/2026'],
  ['SPR-{year}-{number}', 'SPR-2026-17'],
  ['SPR{number:6}', 'SPR000017'],
  ['KANC.{year}_{number:3}.A', 'KANC.2026_017.A'],
])('writes by %s', (pattern, expected) => {
  expect(troubleOf(pattern, [])).toBe(null)
  expect(writeReference(pattern, 2026, 17)).toBe(expected)
})

it.each([
  ['{year}/', 'no-number'],
  ['SPR-{year}', 'no-number'],
  ['{year}{number:4}', 'run-together'],
  ['{year}//{number}', 'run-together'],
  ['{number}', 'bare'],
  ['{number:8}', 'bare'],
  ['A-{number}', 'bare'],
  ['FV/{year}/{number}', 'document'],
  ['ZAM-{number}', 'document'],
  ['{year}/{number}/{number}', 'unreadable'],
  ['/{year}/{number}', 'unreadable'],
  ['{year}/{number}-', 'unreadable'],
  ['SPR {number}', 'unreadable'],
  ['SPR.*{number}', 'unreadable'],
  ['SPR(A+)+{number}', 'unreadable'],
  ['SPR-{number:9}', 'unreadable'],
  ['SPR-{month}-{number}', 'unreadable'],
  ['SPR2-{number}', 'unreadable'],
  [`${'A'.repeat(40)}{number}`, 'unreadable'],
])('refuses %s as %s', (pattern, trouble) => {
  expect(troubleOf(pattern, [])).toBe(trouble)
})

it('refuses year and number in turned order of a pattern that was in use, and takes that one again', () => {
  expect(troubleOf('{number:2}-{year}', [standardPattern])).toBe('twin')
  expect(troubleOf('{year}-{number:6}', [standardPattern])).toBe(null)
  expect(troubleOf(standardPattern, [standardPattern])).toBe(null)
  expect(troubleOf('SPR/{number}/{year}', [standardPattern])).toBe(null)
})

it('spells letters as capitals and fields as they are called', () => {
  expect(spellPattern(' spr-{Year}-{NUMBER:4} ')).toBe('SPR-{year}-{number:4}')
})
