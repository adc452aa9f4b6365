import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lupa } from '../../support/command-line.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lupa-shut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const data = path.join(folder, 'data')
const file = path.join(folder, 'file')
writeFileSync(file, '')

async function refused(words: string[], environment: Record<string, string>) {
  const run = lupa(words, environment)
  expect(await run.ended, run.output()).toBe(1)
  return run.output()
}

// Nobody can write there, root neither; a folder that is missing in /proc is one that nobody can make.
it.each([
  ['/proc/x', 'ENOENT'],
  ['/proc/x/y', 'ENOENT'],
  ['/dev/null', 'ENOTDIR'],
  ['/dev/null/x', 'ENOTDIR'],
  [path.join(file, 'x'), 'ENOTDIR'],
])('refuses a backup to %s at once and in one sentence', async (target, code) => {
  const said = await refused(['backup', target], { LUPA_DATA: data })

  expect(said).toMatch(/^Nothing can be written to [^\n]+\.\n$/)
  expect(said).toContain(`${target} (${code})`)
  // Before a database was started for it.
  expect(existsSync(data)).toBe(false)
})

it('refuses a data folder where nothing can be written in the same way', async () => {
  expect(await refused(['audit', 'verify'], { LUPA_DATA: '/proc/x' })).toMatch(
    /^Nothing can be written to \/proc\/x \(ENOENT\)[^\n]+\.\n$/,
  )
})

it('takes a folder that was made ready for a backup which did not begin', async () => {
  const target = path.join(folder, 'target')
  for (const _ of [1, 2])
    expect(await refused(['backup', target], { LUPA_DATA: '/proc/x' })).toContain('Nothing can be written to /proc/x')
})
