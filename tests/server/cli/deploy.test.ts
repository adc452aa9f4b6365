import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { verbs } from '../../../server/cli/verbs.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const deployed = readdirSync(path.join(root, 'docs/deploy')).map(name => `docs/deploy/${name}`)
const told = [...deployed, 'docs/operations.md'].map(name => [name, read(name)] as const)

it('names no setting that the program does not read', () => {
  const known = ['server/config.ts', 'server/smtp-settings.ts'].map(read).join('')
  const elsewhere = ['LUPA_BACKUPS', 'LUPA_MAILBOX_PASSWORD']
  const named = told.flatMap(([name, text]) =>
    (text.match(/\b(LUPA|DATABASE)_[A-Z_]+\b/g) ?? []).map(word => `${name} ${word}`),
  )

  expect(named.length).toBeGreaterThan(10)
  expect(
    named.filter(one => !known.includes(one.split(' ')[1] ?? '') && !elsewhere.includes(one.split(' ')[1] ?? '')),
  ).toEqual([])
})

it('calls no verb that the command line does not know', () => {
  const called = told.flatMap(([, text]) =>
    [...text.matchAll(/\b(?:npx lupa|lupa\.ts"?,?) "?([a-z]+)/g)].map(match => match[1] ?? ''),
  )

  expect(called).toEqual(expect.arrayContaining(['serve', 'backup', 'restore', 'doctor']))
  expect(called.filter(verb => !(verb in verbs))).toEqual([])
})
