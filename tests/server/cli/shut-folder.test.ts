import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lupa } from '../../support/command-line.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lupa-shut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const data = path.join(folder, 'data')
// As if Lupa had been there: what is refused is refused before anything of it is opened.
mkdirSync(path.join(data, 'postgres'), { recursive: true })
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
  expect(readdirSync(data)).toEqual(['postgres'])
})

it('refuses a data folder where nothing can be written in the same way', async () => {
  expect(await refused(['user', 'add', 'a@b.example'], { LUPA_DATA: '/proc/x' })).toMatch(
    /^Nothing can be written to \/proc\/x \(ENOENT\)[^\n]+\.\n$/,
  )
})

it('backs up no installation that is not there, which would be made empty for that', async () => {
  const nowhere = path.join(folder, 'nowhere')
  for (const words of [
    ['backup', path.join(folder, 'kept')],
    ['audit', 'verify'],
  ])
    expect(await refused(words, { LUPA_DATA: nowhere })).toMatch(/^There is no Lupa in [^\n]+nowhere; [^\n]+\.\n$/)
  expect(readdirSync(folder)).not.toContain('nowhere')
})
