import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readSecrets } from '../../../server/database/secrets.ts'
import { secretUse } from '../../../server/graph/read-settings.ts'
import { mailboxKey, openPassword, sealPassword } from '../../../server/mailbox/seal-password.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'

const test = await openTestHouse()
await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const password = 'Zupełnie-tajne ☂ 9'

const wanted = (input: object = {}) => ({
  kind: 'imap',
  host: 'poczta.nasza.example',
  port: 993,
  tls: true,
  user: 'anna@nasza.example',
  password,
  since: '2026-01-01',
  ...input,
})

afterEach(() => test.asSuper.query(`delete from mailbox`))

it('keeps the password encrypted, each time differently, and for that server and account only', async () => {
  await anna.post('/api/mailboxes', wanted())
  await bartek.post('/api/mailboxes', wanted())
  const { rows } = await test.asSuper.query('select *, secret from mailbox')
  const whole = JSON.stringify(rows.map(row => ({ ...row, secret: row.secret.toString('latin1') })))
  const key = mailboxKey(test.house.config.dataFolder)
  const use = { host: 'poczta.nasza.example', port: 993, tls: true, user: 'anna@nasza.example' }

  expect(whole).not.toContain('tajne')
  expect(rows[0].secret.equals(rows[1].secret)).toBe(false)
  expect(openPassword(key, rows[0].secret, use)).toBe(password)
  for (const other of [{ host: 'zly.example' }, { port: 143 }, { tls: false }, { user: 'x' }])
    expect(() => openPassword(key, rows[0].secret, { ...use, ...other })).toThrow()
  expect(() => openPassword(Buffer.alloc(32), rows[0].secret, use)).toThrow()
})

it('notices a changed byte anywhere in a sealed password', () => {
  const key = Buffer.alloc(32, 7)
  const use = { host: 'a', port: 1, tls: true, user: 'b' }
  const sealed = sealPassword(key, password, use)
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => openPassword(key, changed, use)).toThrow()
  }
})

it('gives an older data folder the keys that it lacks, once, and nothing else', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-secrets-'))
  const old = { databasePassword: 'a', appPassword: 'b', jobsPassword: 'd', tokenSecret: 'c' }
  writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify(old), { mode: 0o600 })

  const first = readSecrets(folder)

  const fresh = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(first).toEqual({
    ...old,
    backupPassword: expect.any(String),
    mailboxKey: fresh,
    identityKey: fresh,
    journalKey: fresh,
  })
  expect(readSecrets(folder)).toEqual(first)
  expect(JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'))).toEqual(first)
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0)
  rmSync(folder, { recursive: true })
})

it('keeps a token, and a tenant’s secret, for that way to sign in and that authority only', async () => {
  const key = mailboxKey(test.house.config.dataFolder)
  const use = { host: 'poczta.nasza.example', port: 993, tls: true, user: 'anna@nasza.example' }
  const authority = '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----'
  const made = await anna.post('/api/mailboxes', wanted({ signIn: 'token', authority }))
  expect(made.status).toBe(201)
  const { rows } = await test.asSuper.query('select secret, authority from mailbox')
  const { secret } = rows[0]

  expect(openPassword(key, secret, { ...use, signIn: 'token', authority })).toBe(password)
  expect(secret.toString('utf8')).not.toContain('tajne')
  // Somebody who can write to the database names his own authority, or has a token sent as a password.
  for (const other of [{ signIn: 'token' }, { signIn: 'token', authority: `${authority} ` }, { authority }, {}])
    expect(() => openPassword(key, secret, { ...use, ...other })).toThrow()
  expect(() => openPassword(Buffer.alloc(32, 7), secret, { ...use, signIn: 'token', authority })).toThrow()
})

it('keeps a tenant’s secret for its tenant and application only, and notices another key', async () => {
  const key = mailboxKey(test.house.config.dataFolder)
  const sealed = sealPassword(key, 'tajne', secretUse('firma.example', 'aplikacja-1'))

  expect(openPassword(key, sealed, secretUse('firma.example', 'aplikacja-1'))).toBe('tajne')
  expect(() => openPassword(key, sealed, secretUse('obca.example', 'aplikacja-1'))).toThrow()
  expect(() => openPassword(key, sealed, secretUse('firma.example', 'aplikacja-2'))).toThrow()
  expect(() => openPassword(Buffer.alloc(32, 1), sealed, secretUse('firma.example', 'aplikacja-1'))).toThrow()
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(sealed.readUInt8(at) ^ 1, at)
    expect(() => openPassword(key, changed, secretUse('firma.example', 'aplikacja-1'))).toThrow()
  }
})
