import { expect, it } from 'vitest'
import { en } from '../../../addin/text/en.ts'
import { languageOf } from '../../../addin/text/language.ts'
import { exactMoment, fullMoment, shortMoment } from '../../../addin/text/moment.ts'
import { pl } from '../../../addin/text/pl.ts'

const now = new Date(2026, 10, 23, 18, 0)

it.each([
  [1, '1 sprawa'],
  [3, '3 sprawy'],
  [5, '5 spraw'],
  [12, '12 spraw'],
  [22, '22 sprawy'],
])('counts %d in Polish', (number, words) => {
  expect(pl.count.cases(number).replace('\u00A0', ' ')).toBe(words)
})

it('counts in English', () => {
  expect(en.count.newItems(1).replace('\u00A0', ' ')).toBe('1 new item')
  expect(en.count.newItems(2).replace('\u00A0', ' ')).toBe('2 new items')
})

it.each([
  [new Date(2026, 10, 23, 14, 32), '14:32', '14:32'],
  [new Date(2026, 2, 12, 14, 32), '12 mar', '12 Mar'],
  [new Date(2025, 2, 12, 14, 32), '12 mar 2025', '12 Mar 2025'],
])('shortens %s', (moment, polish, english) => {
  expect(shortMoment('pl', moment, now)).toBe(polish)
  expect(shortMoment('en', moment, now)).toBe(english)
})

it('tells the minute of what is still to come', () => {
  expect(exactMoment('pl', new Date(2026, 10, 23, 19, 5), now)).toBe('19:05')
  expect(exactMoment('pl', new Date(2026, 10, 24, 8, 5), now)).toBe('24 lis, 08:05')
  expect(exactMoment('en', new Date(2026, 10, 24, 8, 5), now)).toBe('24 Nov, 08:05')
  expect(exactMoment('pl', new Date(2019, 2, 12, 14, 32), now)).toBe('12 mar 2019, 14:32')
  expect(exactMoment('en', new Date(2027, 0, 1, 8, 5), now)).toBe('1 Jan 2027, 08:05')
})

it('says a moment in full', () => {
  expect(fullMoment('pl', new Date(2026, 2, 12, 14, 32))).toBe('czwartek, 12 marca 2026 14:32')
})

it('shows nothing for what is no moment', () => {
  expect(shortMoment('pl', new Date('x'), now)).toBe('')
  expect(fullMoment('pl', new Date('x'))).toBe('')
})

it('speaks Polish to Poles and English to everyone else', () => {
  expect([languageOf('pl'), languageOf('pl-PL'), languageOf('en-GB'), languageOf('de')]).toEqual([
    'pl',
    'pl',
    'en',
    'en',
  ])
})
