import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backUp } from '../../../server/backup/back-up.ts'
import { type Manifest, readManifest, writeManifest } from '../../../server/backup/manifest.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { explainDisk } from '../../../server/cli/explain-disk.ts'
import { readConfig } from '../../../server/config.ts'
import { readSecrets } from '../../../server/database/secrets.ts'
import { Refusal } from '../../../server/refusal.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { emptyDatabase } from '../../support/empty-database.ts'
import { openTestHouse } from '../../support/house.ts'
import { BACKUP_PASSWORD } from '../../support/postgres.ts'

const test = await openTestHouse()
const folder = freshDataFolder('refused')
const kept = path.join(folder, 'kept')
const { dataFolder } = test.house.config
const backupUrl = Object.assign(new URL(test.house.appUrl), { username: 'lupa_backup', password: BACKUP_PASSWORD })
let home = ''
const outside = await emptyDatabase()
const config = readConfig({ LUPA_DATA: path.join(folder, 'restored'), ...outside.environment })

beforeAll(async () => {
  readSecrets(dataFolder)
  const source = { backupUrl: backupUrl.href, dataFolder, blobs: test.house.blobs, now: () => new Date() }
  home = path.join(kept, (await backUp(source, kept, { keep: 1 })).name)
})
afterAll(async () => {
  await outside.drop()
  rmSync(folder, { recursive: true })
})

/** The same backup as another program would have written it. */
function rewritten(change: (manifest: Manifest) => object): string {
  const other = path.join(folder, 'other', path.basename(home))
  rmSync(path.dirname(other), { recursive: true, force: true })
  cpSync(kept, path.dirname(other), { recursive: true })
  const manifest = readManifest(home)
  writeManifest(other, { ...manifest, ...change(manifest) } as Manifest)
  return other
}

const restored = (from: string) => restoreBackup(config, from, { without: new Set(), tell: () => undefined })
const otherTables = 'The tables of this backup are not those of this version'

it.each<[string, (manifest: Manifest) => object, string]>([
  ['another format', () => ({ format: 2 }), 'This backup was made by a newer Lupa; restore it with that one.'],
  [
    'a later schema',
    ({ migrations }) => ({ version: '9.8.7', migrations: [...migrations, '9999-later'] }),
    'This backup was made by a newer Lupa (9.8.7, with 9999-later); restore it with that one.',
  ],
  ['a table less', ({ tables }) => ({ tables: tables.slice(1) }), otherTables],
  [
    'another column',
    ({ tables: [first, ...rest] }) => ({
      tables: [{ ...first, columns: [...(first?.columns ?? []), 'later'] }, ...rest],
    }),
    otherTables,
  ],
])(
  'refuses a backup of %s, and leaves folder and database as empty as they were',
  { timeout: 60_000 },
  async (_what, change, sentence) => {
    await expect(restored(rewritten(change))).rejects.toThrow(sentence)

    for (const name of ['restoring', 'secrets.json', 'blobs'])
      expect(existsSync(path.join(config.dataFolder, name))).toBe(false)
  },
)

it('restores into that very folder and database afterwards', { timeout: 60_000 }, async () => {
  expect((await restored(home)).madeAt).toBe(readManifest(home).madeAt)
  expect(existsSync(path.join(config.dataFolder, 'secrets.json'))).toBe(true)
})

it.each([
  [Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/dane/blobs/ab' }), 'no room left on the disk of /dane'],
  [new Refusal('storage-full'), 'no room left on the disk of /dane'],
  [Object.assign(new Error('could not extend file'), { code: '53100' }), 'no room left on the disk of /dane'],
  [Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/kopie/x' }), '/kopie/x cannot be used by this account'],
  [new Error('a bug'), 'a bug'],
])('says %o in a sentence', (error, sentence) => {
  expect(() => explainDisk('/dane')(error)).toThrow(sentence)
})

it.runIf(process.getuid?.() === 0)('says that a backup is not for this account, in one line', () => {
  const data = path.join(folder, 'nobodys')
  mkdirSync(data)
  chmodSync(data, 0o777)
  const program = path.resolve(import.meta.dirname, '../../../server/cli/lupa.ts')
  const { stderr, status } = spawnSync(process.execPath, [program, 'restore', kept], {
    env: { LUPA_DATA: data },
    uid: 65534,
    gid: 65534,
    encoding: 'utf8',
  })

  expect(stderr).toContain(`Nothing was restored: ${kept} cannot be used by this account (EACCES).`)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(1)
})
