import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { BLOB_LIST, listBackups, type Manifest, writeManifest } from '../../../server/backup/manifest.ts'
import { pruneBackups } from '../../../server/backup/prune-backups.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lupa-pruned-'))
afterAll(() => rmSync(folder, { recursive: true }))

function buildBackup(day: number) {
  const home = path.join(folder, `2026-03-0${day}T02-00-00Z`)
  mkdirSync(home)
  writeFileSync(path.join(home, BLOB_LIST), '')
  writeManifest(home, { format: 1, madeAt: '', tables: [], files: [] } as unknown as Manifest)
  return home
}

it('takes none away while one that stays cannot be read, however often it is asked', () => {
  mkdirSync(path.join(folder, 'blobs'))
  const homes = [1, 2, 3, 4].map(buildBackup)
  writeFileSync(path.join(homes[2] ?? '', 'manifest.json'), '{}')

  for (let hour = 0; hour < 3; hour += 1) expect(() => pruneBackups(folder, 2)).toThrow('is damaged')
  expect(listBackups(folder).whole).toHaveLength(4)

  rmSync(homes[2] ?? '', { recursive: true })
  pruneBackups(folder, 2)
  expect(listBackups(folder).whole).toHaveLength(2)
})
