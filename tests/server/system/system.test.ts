import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { writeBackupFailure } from '../../../server/backup/backup-failure.ts'
import { isDue } from '../../../server/backup/keep-backed-up.ts'
import { writeLastBackup } from '../../../server/backup/last-backup.ts'
import { readConfig } from '../../../server/config.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const folder = new URL('../../../migrations/', import.meta.url)
const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)

it('shows administrators sizes and versions, and nobody else', async () => {
  await buildContractor(admin, { addresses: ['@wielki.example'] })
  const file = { name: 'umowa.txt', type: 'text/plain', content: 'x'.repeat(5000) }
  await admin.hand(buildMail({ from: 'x@wielki.example', attachments: [file] }))
  const { status, body } = await admin.get('/api/system')

  expect(status).toBe(200)
  expect(body).toMatchObject({
    version: '0.2.0',
    schema: {
      newest: readdirSync(folder)
        .filter(file => /^\d{4}-/.test(file))
        .sort()
        .at(-1)
        ?.replace(/\.ts$/, ''),
    },
    node: process.versions.node,
    backup: { lastAt: null, schedule: null },
  })
  const bytesOf = (kind: string) => body.files.kinds.find((one: { kind: string }) => one.kind === kind)
  expect(bytesOf('document')).toEqual({ kind: 'document', count: 1, bytes: 5000 })
  expect(bytesOf('mail').bytes).toBeGreaterThan(5000)
  expect(body.files.months).toHaveLength(1)
  expect(body.database.tables[0].bytes).toBeGreaterThan(0)
  expect((await anna.get('/api/system')).status).toBe(403)
  expect((await anna.get('/api/system/licences')).status).toBe(403)
})

it('tells of the last backup what was noted when it was made', async () => {
  const at = '2026-11-01T02:00:00.000Z'
  writeLastBackup(test.house.config.dataFolder, { at, folder: '/kopie', faults: 3, bytes: 1234 })

  expect((await admin.get('/api/system')).body.backup).toMatchObject({
    lastAt: at,
    folder: '/kopie',
    bytes: 1234,
    faults: 3,
  })
})

it('tells of the scheduled backup that it fails, and of the last one in its own folder', async () => {
  const { config } = test.house
  writeLastBackup(config.dataFolder, { at: '2026-11-02T02:00:00.000Z', folder: '/nocne', faults: 0, bytes: 1 })
  writeLastBackup(config.dataFolder, { at: '2026-11-03T12:00:00.000Z', folder: '/tmp/x', faults: 0, bytes: 1 })
  const since = '2026-11-03T02:00:00.000Z'
  writeBackupFailure(config.dataFolder, { since, at: since, folder: '/nocne', reason: 'shut', toldAt: null })
  expect((await admin.get('/api/system')).body.backup).toMatchObject({ folder: '/tmp/x', failure: null })
  config.backup = { folder: '/nocne', hour: 2, keep: 7 }

  const { backup } = (await admin.get('/api/system')).body

  config.backup = null
  expect(backup).toMatchObject({ folder: '/nocne', failure: { since, at: since, reason: 'shut' } })
})

it('lists the licences of what runs, and of no tool', async () => {
  const { body } = await admin.get('/api/system/licences')
  const names = body.items.map((one: { name: string }) => one.name)

  expect(names).toContain('fastify')
  expect(names).not.toContain('vitest')
  expect(body.items.find((one: { name: string }) => one.name === 'fastify').licence).toBe('MIT')
})

it.each([
  ['2026-11-27T05:00:00', null, true],
  ['2026-11-27T05:00:00', '2026-11-27T02:30:00', false],
  ['2026-11-27T05:00:00', '2026-11-26T23:00:00', true],
  ['2026-11-27T01:00:00', '2026-11-26T02:01:00', false],
  ['2026-11-27T01:00:00', '2026-11-26T01:59:00', true],
])('at %s, the last one of %s, a backup at 2 is due: %s', (now, last, expected) => {
  expect(isDue(new Date(now), 2, last && new Date(last).toISOString())).toBe(expected)
})

it('refuses an hour that no day has', () => {
  expect(readConfig({ LUPA_BACKUP_DIR: '/kopie' }).backup).toEqual({ folder: '/kopie', hour: 2, keep: 7 })
  expect(readConfig({}).backup).toBeNull()
  expect(() => readConfig({ LUPA_BACKUP_DIR: '/kopie', LUPA_BACKUP_HOUR: '24' })).toThrow('LUPA_BACKUP_HOUR')
  expect(() => readConfig({ LUPA_BACKUP_DIR: '/kopie', LUPA_BACKUP_KEEP: '0' })).toThrow('LUPA_BACKUP_KEEP')
})

it('hands administrators the log as a table, formulas made harmless', async () => {
  await buildContractor(admin, { name: '=cmd|"x"' })
  const { status, body } = await admin.get('/api/audit/export?objectType=contractor&verb=created')
  const lines = String(body).split('\r\n')

  expect(status).toBe(200)
  expect(lines[0]).toBe('\uFEFFat;user;user_id;verb;object_type;object;object_id;details;sealed')
  expect(lines[1]).toContain(`;"'=cmd|""x""";`)
  expect((await anna.get('/api/audit/export')).status).toBe(403)
})
