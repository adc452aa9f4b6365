import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { backUp } from '../../../server/backup/back-up.ts'
import { readBackupFailure } from '../../../server/backup/backup-failure.ts'
import { keepBackedUp } from '../../../server/backup/keep-backed-up.ts'
import type { BackupSource } from '../../../server/backup/make-backup.ts'
import { listBackups } from '../../../server/backup/manifest.ts'
import { readSecrets } from '../../../server/database/secrets.ts'
import { raiseBackupAlarm } from '../../../server/outgoing/raise-backup-alarm.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { BACKUP_PASSWORD } from '../../support/postgres.ts'
import { mailsOf, nameServer } from '../outgoing/posting.ts'
import { openSmtpDouble, type SmtpDouble } from '../outgoing/smtp-server.ts'

const HOUR_MS = 3_600_000
const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const { dataFolder } = test.house.config
const admin = await buildUser(test)
const folder = mkdtempSync(path.join(tmpdir(), 'lupa-nightly-'))
readSecrets(dataFolder)
let now = new Date(2026, 10, 27, 3, 0)
const backupUrl = Object.assign(new URL(test.house.appUrl), { username: 'lupa_backup', password: BACKUP_PASSWORD })
const source: BackupSource = { backupUrl: backupUrl.href, dataFolder, blobs: test.house.blobs, now: () => now }
let smtp: SmtpDouble
beforeAll(async () => {
  smtp = await openSmtpDouble()
  await nameServer(admin, smtp)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await smtp.close()
})

const said: string[] = []
const log = {
  info: (_: object, text: string) => void said.push(text),
  warn: (_: object, text: string) => void said.push(text),
}
let stop = () => {}
afterEach(() => {
  stop()
  said.length = 0
})
function keep(name: string): string {
  const target = path.join(folder, name)
  stop = keepBackedUp(
    source,
    { folder: target, hour: 2, keep: 7 },
    { log, alarm: () => raiseBackupAlarm(test.jobs), lookEveryMs: 20 },
  )
  return target
}
const untilSaid = (text: string, times = 1) =>
  vi.waitFor(() => expect(said.filter(one => one === text)).toHaveLength(times), { timeout: 20_000, interval: 20 })

it('makes one each day in its own folder, whatever was made elsewhere that day', async () => {
  await backUp(source, path.join(folder, 'reczna'), { keep: 7 })

  const target = keep('nocne')
  await untilSaid('a backup was made')
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(listBackups(target).whole).toHaveLength(1)

  await backUp(source, path.join(folder, 'reczna-2'), { keep: 7 })
  now = new Date(now.getTime() + 24 * HOUR_MS)
  await untilSaid('a backup was made', 2)
  expect(listBackups(target).whole).toHaveLength(2)
})

it('keeps why it failed and has administrators written to once, until one was made after all', {
  timeout: 60_000,
}, async () => {
  const target = path.join(folder, 'zajety')
  writeFileSync(target, 'żaden folder')
  keep('zajety')
  await untilSaid('no backup could be made')
  const first = now.toISOString()

  await vi.waitFor(() => expect(readBackupFailure(dataFolder)?.toldAt).toBe(first), { timeout: 5_000 })
  expect(readBackupFailure(dataFolder)).toMatchObject({ since: first, at: first, folder: target, reason: 'shut' })
  const [mail, ...more] = await mailsOf(test, smtp)
  expect(more).toEqual([])
  expect(mail).toMatchObject({ recipients: [admin.email], subject: 'Kopia zapasowa nie powstaje' })
  expect(mail?.text).toContain('Lupa nie może zapisywać w tym folderze.')
  expect(mail?.text).toContain('W tym folderze nie ma jeszcze żadnej kopii.')

  now = new Date(now.getTime() + HOUR_MS)
  await untilSaid('no backup could be made', 2)
  await vi.waitFor(() => expect(readBackupFailure(dataFolder)?.at).toBe(now.toISOString()))
  expect(readBackupFailure(dataFolder)?.since).toBe(first)
  expect(await mailsOf(test, smtp)).toEqual([])

  rmSync(target)
  now = new Date(now.getTime() + HOUR_MS)
  await untilSaid('a backup was made')
  expect(readBackupFailure(dataFolder)).toBe(null)
})
