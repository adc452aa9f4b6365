import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { type BackupSource, makeBackup, prepareFolder } from '../../../server/backup/make-backup.ts'
import { readBlobList } from '../../../server/backup/manifest.ts'
import { blobColumns, blobsOf } from '../../../server/backup/tables.ts'
import { readSecrets } from '../../../server/database/secrets.ts'
import { openFileBlobs } from '../../../server/storage/blob-store.ts'
import { sweepBlobs } from '../../../server/storage/keep-swept.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { BACKUP_PASSWORD } from '../../support/postgres.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const folder = mkdtempSync(path.join(tmpdir(), 'lupa-kept-'))
afterAll(() => rmSync(folder, { recursive: true }))
readSecrets(test.house.config.dataFolder)
const backupUrl = new URL(test.house.appUrl)
Object.assign(backupUrl, { username: 'lupa_backup', password: BACKUP_PASSWORD })
const source: BackupSource = {
  backupUrl: backupUrl.href,
  dataFolder: test.house.config.dataFolder,
  blobs: test.house.blobs,
  now: () => new Date(),
}
const make = (name: string, from: Partial<BackupSource> = {}) =>
  makeBackup({ ...source, ...from }, path.join(folder, name))

it('holds the rows of one moment while mail comes in, and every blob that they name', async () => {
  await buildContractor(anna, { addresses: ['@ruch.example'] })
  const mail = () =>
    anna.hand(
      buildMail({
        from: 'x@ruch.example',
        attachments: [{ name: 'a.pdf', type: 'application/pdf', content: `%PDF ${crypto.randomUUID()}` }],
      }),
    )
  await mail()
  const stopping = new AbortController()
  const writing = (async () => {
    while (!stopping.signal.aborted) await mail()
  })()

  const { name, manifest } = await make('ruch').finally(() => stopping.abort())
  await writing

  const home = path.join(folder, 'ruch', name)
  const lines = (table: string) =>
    readFileSync(path.join(home, `rows/public.${table}.copy`), 'utf8')
      .split('\n')
      .slice(0, -1)
  const column = (table: string, wanted: string) => {
    const at = manifest.tables.find(one => one.table === `public.${table}`)?.columns.indexOf(wanted) ?? -1
    return lines(table).map(line => line.split('\t')[at] ?? '')
  }
  expect(manifest.faults).toEqual([])
  const messages = new Set(column('message', 'id'))
  expect(messages.size).toBeGreaterThan(0)
  expect(column('message_copy', 'message_id').filter(id => !messages.has(id))).toEqual([])
  const blobs = readBlobList(home)
  expect(column('message_copy', 'source_hash').filter(hash => !blobs.has(hash))).toEqual([])
})

it('finds a blob that is gone and one that is damaged, and keeps the rest', async () => {
  for (const sender of ['a', 'b', 'c']) await anna.hand(buildMail({ from: `${sender}@szkoda.example` }))
  const [gone = '', damaged = '', sound = ''] = await blobsOfAll()
  const { stream } = test.house.blobs
  const swapped = new Map([
    [gone, '0'.repeat(64)],
    [damaged, sound],
  ])
  const blobs = { ...test.house.blobs, stream: (hash: string) => stream(swapped.get(hash) ?? hash) }

  const { manifest } = await make('szkody', { blobs })

  expect(new Set(manifest.faults)).toEqual(new Set([gone, damaged]))
  expect(manifest.blobs.count).toBeGreaterThan(0)
})

async function blobsOfAll(): Promise<string[]> {
  const client = new pg.Client(source.backupUrl)
  await client.connect()
  const all = await blobsOf(client)
  await client.end()
  return all.map(one => one.hash)
}

it('holds the sweeping of blobs back, and another backup, while it lasts', async () => {
  const hash = await test.house.blobs.put(Buffer.from('niczyje bajty'))
  // As another process sees it, which has not just put it.
  const other = { ...test.house, blobs: openFileBlobs(path.join(source.dataFolder, 'blobs')) }
  const holder = new pg.Client(source.backupUrl)
  await holder.connect()
  await holder.query(`select pg_advisory_lock(hashtext('lupa.backup'), 0)`)

  const during = await sweepBlobs(other, 0)
  await expect(make('drugi')).rejects.toThrow('Another backup is under way')
  await holder.end()

  expect(during).toBe(0)
  expect(await sweepBlobs(other, 0)).toBeGreaterThan(0)
  await expect(other.blobs.read(hash)).rejects.toThrow()
})

it('refuses a table that it would read partially, until the migrations’ last step has opened it', async () => {
  await test.asSuper.query(
    `create table later (id int); alter table later enable row level security; alter table later force row level security`,
  )
  await expect(make('pozniej')).rejects.toThrow('The table later is not open to backups')

  await test.asSuper.query('select open_to_backup()')

  const { manifest } = await make('pozniej')
  expect(manifest.tables.map(one => one.table)).toContain('public.later')
  await test.asSuper.query('drop table later')
})

it('refuses a database of another version', async () => {
  await test.asSuper.query(`delete from lupa_migration where name = '0150-backup'`)
  await expect(make('inna')).rejects.toThrow('of another version')
  await test.asSuper.query(`insert into lupa_migration (name) values ('0150-backup')`)
})

it('knows every column that names a blob', async () => {
  const { rows } = await test.asSuper.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped
        and a.attname in ('hash', 'source_hash', 'blob_hash', 'origin_hash') and a.atttypid = 'text'::regtype
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'blob'::regclass and a.attnum = any(k.conkey))`,
  )

  expect(new Set(rows.map(row => row.name))).toEqual(new Set(blobColumns))
})

it('takes a folder that was made ready for a backup which did not begin', () => {
  const target = path.join(folder, 'gotowy')
  prepareFolder(target, source.dataFolder)
  expect(() => prepareFolder(target, source.dataFolder)).not.toThrow()

  writeFileSync(path.join(target, 'blobs', 'x'), '')
  expect(() => prepareFolder(target, source.dataFolder)).toThrow('holds other things')
})
