import { expect, it } from 'vitest'
import { startPl } from '../../../addin/text/start-pl.ts'

const { preview, previewRest } = startPl.start
const plain = (words: string) => words.replaceAll('\u00A0', ' ')

it.each([
  [1, '1 przypisałby się sam', '1 czekałby na decyzję, a 1 zostałby pominięty.'],
  [3, '3 przypisałyby się same', '3 czekałyby na decyzję, a 3 zostałyby pominięte.'],
  [5, '5 przypisałoby się samo', '5 czekałoby na decyzję, a 5 zostałoby pominiętych.'],
  [12345, '12 345 przypisałoby się samo', '12 345 czekałoby na decyzję, a 12 345 zostałoby pominiętych.'],
])('says of %d mails what would become of them', (number, filed, rest) => {
  expect(plain(preview(20_000, '2026-01-01', number))).toContain(`z tego ${filed}.`)
  expect(plain(previewRest(number, number))).toBe(rest)
})
