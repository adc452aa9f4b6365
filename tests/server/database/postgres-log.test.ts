import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { beginLog, shorten } from '../../../server/database/postgres-log.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lupa-postgres-log-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = path.join(folder, 'postgres.log')

it('keeps the log of this run and of the last one', () => {
  beginLog(file)
  expect(existsSync(file)).toBe(false)
  for (const run of ['pierwszy', 'drugi', 'trzeci']) {
    beginLog(file)
    appendFileSync(file, run)
  }

  expect([readFileSync(`${file}.1`, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['drugi', 'trzeci'])
})

it('is shortened under the program that writes it, which goes on at its beginning', () => {
  rmSync(file)
  const written = openSync(file, 'a')
  writeSync(written, 'a'.repeat(100))
  shorten(file, 100)
  expect(statSync(file).size).toBe(100)
  writeSync(written, 'b')

  shorten(file, 100)
  writeSync(written, 'c')

  expect(readFileSync(file, 'utf8')).toBe('c')
  expect(readFileSync(`${file}.1`, 'utf8')).toBe(`${'a'.repeat(100)}b`)
  expect(statSync(`${file}.1`).mode & 0o077).toBe(0)
})

it('leaves a log alone that is not there', () => {
  const none = path.join(folder, 'none.log')
  shorten(none)
  writeFileSync(`${none}.2`, '')
  expect(existsSync(none)).toBe(false)
})
