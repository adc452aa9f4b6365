import { expect, it } from 'vitest'
import { findNumbers } from '../../../server/filing/find-numbers.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'

it.each([
  ['Odp: 2026/0017', ['2026/0017']],
  ['[2026/0017] oferta', ['2026/0017']],
  ['Sprawa 2026-0017', ['2026/0017']],
  ['sprawa nr 2026/17', ['2026/0017']],
  ['znak sprawy: 2026/0017.', ['2026/0017']],
  ['(2026/0017), 2026/0018', ['2026/0017', '2026/0018']],
  ['FV/2026/0017', []],
  ['faktura nr 2026/0017', []],
  ['zamówienie 2026/0017', []],
  ['sezon 2025/2026', []],
  ['sprawa 2025/2026', ['2025/2026']],
  ['2026-01-17', []],
  ['2026/0017/A', []],
  ['2026/17', []],
  ['https://x.example/2026/0017', []],
])('finds the case references in %s', (text, cases) => {
  expect(findNumbers(text).cases).toEqual(cases)
})

it('keeps apart the numbers that stand after a word for a document', () => {
  const { cases, labels } = findNumbers('Oferta 2026/0007 do 2026/0008, FV/2026/0009, sprawa 2026/0010')

  expect(labels).toEqual(['2026/0007'])
  expect(cases).toEqual(['2026/0008', '2026/0010'])
})

it.each([
  ['NIP 5213017228', ['5213017228']],
  ['NIP: 521-301-72-28', ['5213017228']],
  ['PL5213017228', ['5213017228']],
  ['521-30-17-228', ['5213017228']],
  ['FV_5213017228_2026-04.pdf', ['5213017228']],
  ['5213017229', []],
  ['konto 61109010140000071219812874', []],
  ['0000000000', []],
])('finds the tax numbers in %s', (text, taxIds) => {
  expect(findNumbers(text).taxIds).toEqual(taxIds)
})

it.each([
  ['Sprawa SPR-2026-0017', ['SPR-2026-17']],
  ['spr/2026/17, oferta', ['SPR-2026-17']],
  ['Faktura do SPR-2026-17', ['SPR-2026-17']],
  ['SPR-2026-17/A', []],
  ['XSPR-2026-17', []],
  ['SPR-2026-1234567', []],
  ['KANC.0017.B', ['KANC.17.B']],
  ['KANC 0017', []],
])('finds references by patterns of our own in %s', (text, cases) => {
  expect(findNumbers(text, ['SPR-{year}-{number}', 'KANC.{number}.B']).cases).toEqual(cases)
})

it('finds references by every pattern that was in use', () => {
  const { cases } = findNumbers('2026/0017 i SPR-2026-18', ['{year}/{number:4}', 'SPR-{year}-{number:4}'])

  expect(cases).toEqual(['2026/0017', 'SPR-2026-0018'])
})

it('reads a hostile text of any length at once', () => {
  const tookMs = startCpuClock()
  const patterns = Array.from({ length: 30 }, (_, place) => `${'A'.repeat(place + 2)}-{year}-{number:8}`)

  findNumbers('A'.repeat(100_000), patterns)
  findNumbers('AA-2026-'.repeat(20_000), patterns)

  findNumbers('2026/'.repeat(100_000))
  findNumbers(`sprawa ${'nr '.repeat(50_000)}2026/1`)
  findNumbers('521-'.repeat(100_000))

  expect(tookMs()).toBeLessThan(400)
})
