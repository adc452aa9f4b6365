import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const lines = readFileSync(path.join(import.meta.dirname, 'asvs.md'), 'utf8').split('\n')
const rows = lines.flatMap(line => {
  const match = /^\| (\d+\.\d+\.\d+) *\| [123] +\| [^|]+ \| ([^|]+?) *\|$/.exec(line)
  return match ? [{ number: match[1] ?? '', heldBy: match[2] ?? '' }] : []
})
const testsIn = (text: string) => [...text.matchAll(/`(tests\/[^`]+)`/g)].map(match => match[1] ?? '')

it('holds each requirement by a test, or says why not', () => {
  expect(rows.length).toBeGreaterThan(120)
  expect(rows.filter(({ heldBy }) => testsIn(heldBy).length === 0 && !/^(n\/a|open): \S/.test(heldBy))).toEqual([])
})

it('names each requirement once', () => {
  expect(new Set(rows.map(row => row.number)).size).toBe(rows.length)
})

it('names tests that are there', () => {
  const missing = testsIn(lines.join('\n')).filter(file => !existsSync(path.join(root, file)))

  expect(missing).toEqual([])
})
