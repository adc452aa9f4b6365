import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { accessEn } from '../../../addin/text/access-en.ts'
import { accessPl } from '../../../addin/text/access-pl.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const inCode = /\brecord\(\s*tx,\s*'([a-z-]+)',\s*'([a-z-]+)'/g
const inSql = /insert into audit_entry[^)]*\)\s*(?:values\s*\(|select )[^']*?'([a-z-]+)',\s*(?:'([a-z-]+)')?/g

it('has words in both languages for all that is written into the log', () => {
  const written = [...found('server', inCode), ...found('migrations', inSql)]

  expect(written.length).toBeGreaterThan(40)
  for (const { verbs, objects } of [accessPl.audit, accessEn.audit]) {
    expect(written.map(([verb]) => verb).filter(verb => !(verb in verbs))).toEqual([])
    expect(written.map(([, type]) => type).filter(type => type && !(type in objects))).toEqual([])
  }
})

function found(folder: string, pattern: RegExp): [verb: string, type: string | undefined][] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  )
  const texts = files.map(name => readFileSync(path.join(root, folder, name), 'utf8'))
  return texts.flatMap(text =>
    [...text.matchAll(pattern)].map(([, verb = '', type]) => [verb, type] as [string, string | undefined]),
  )
}
