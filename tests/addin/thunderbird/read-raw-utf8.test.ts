import { expect, it } from 'vitest'
import { readRawUtf8 } from '../../../addin/thunderbird/read-raw-utf8.ts'

const asBytes = (words: string) => String.fromCharCode(...new TextEncoder().encode(words))

it('reads what stands in a header as it is', () => {
  expect(readRawUtf8(asBytes('Dział Zamówień <zamowienia@meblex.example>'))).toBe(
    'Dział Zamówień <zamowienia@meblex.example>',
  )
})

it('leaves what was decoded already, and what is of another alphabet', () => {
  expect(readRawUtf8('Zażółć gęślą jaźń')).toBe('Zażółć gęślą jaźń')
  expect(readRawUtf8('Umowa')).toBe('Umowa')
  expect(readRawUtf8('Mebl\u00f3w')).toBe('Mebl\u00f3w')
})
