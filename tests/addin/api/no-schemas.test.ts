import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as standIn from '../../../addin/api/no-schemas.ts'

const shared = path.resolve(import.meta.dirname, '../../../shared')

it('stands in for everything of typebox that the contract uses, or the pane would not start', () => {
  const used = readdirSync(shared)
    .filter(name => name.endsWith('.ts') && name !== 'route.ts')
    .flatMap(name => [...readFileSync(path.join(shared, name), 'utf8').matchAll(/\bType\.(\w+)(?=[(<])/g)])
    .map(([, name]) => name)
    .filter(name => name !== 'Static')

  expect(used).toContain('Object')
  expect([...new Set(used)].filter(name => name && !(name in standIn))).toEqual([])
})
