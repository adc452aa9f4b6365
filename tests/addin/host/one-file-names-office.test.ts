import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const addin = path.resolve(import.meta.dirname, '../../../addin')

it('names Office in one file only, so that the pane never learns where it runs', () => {
  const sources = readdirSync(addin, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
  )

  const naming = sources.filter(name => /\bOffice\./.test(readFileSync(path.join(addin, name), 'utf8')))

  expect(naming).toEqual(['host/outlook.ts'])
})
