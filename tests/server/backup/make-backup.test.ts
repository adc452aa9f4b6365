import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { backUp } from '../../../server/backup/back-up.ts'
import { checkBackup } from '../../../server/backup/check-backup.ts'
import { blobPlace } from '../../../server/backup/copy-blobs.ts'
import { type BackupSource, prepareFolder } from '../../../server/backup/make-backup.ts'
import { listBackups, readBlobList } from '../../../server/backup/manifest.ts'
import { blobColumns, blobsOf } from '../../../server/backup/tables.ts'
import { readSecrets } from '../../../server/database/secrets.ts'
import { type BlobStore, openFileBlobs } from '../../../server/storage/blob-store.ts'
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
  backUp({ ...source, ...from }, path.join(folder, name), { keep: 7 })

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

it('reads again what earlier backups copied, mends it from the store, and goes on the next night where it stopped', async () => {
  await make('prochno')
  const blobs = path.join(folder, 'prochno', 'blobs')
  const [first = '', second = ''] = await blobsOfAll()
  const rot = (hash: string) => {
    const bytes = readFileSync(blobPlace(blobs, hash))
    writeFileSync(blobPlace(blobs, hash), Buffer.from(bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte))))
  }
  for (const hash of [first, second]) rot(hash)
  const nothing = async function* () {}
  const gone = {
    ...test.house.blobs,
    stream: (hash: string) => (hash === second ? Readable.from(nothing()) : test.house.blobs.stream(hash)),
  }
  await next()

  const { manifest, repaired } = await make('prochno', { blobs: gone })

  expect(repaired).toEqual([first])
  expect(manifest.faults).toEqual([second])
  expect(existsSync(blobPlace(blobs, second))).toBe(false)
  await next()
  expect((await make('prochno')).manifest.faults).toEqual([])
  await next()
  // No time at all: nothing is read, and the turn stays where it was.
  const mark = readFileSync(path.join(folder, 'prochno', 'rechecked.txt'), 'utf8')
  rot(first)
  expect((await make('prochno', { recheckMs: 0 })).repaired).toEqual([])
  expect(readFileSync(path.join(folder, 'prochno', 'rechecked.txt'), 'utf8')).toBe(mark)
  await next()
  expect((await make('prochno')).repaired).toEqual([first])
})

/** Another second: a backup is named by the one in which it was begun. */
const next = () => new Promise(resolve => setTimeout(resolve, 1_000))

async function blobsOfAll(): Promise<string[]> {
  const client = new pg.Client(source.backupUrl)
  await client.connect()
  const all = await blobsOf(client)
  await client.end()
  return all.map(one => one.hash)
}

it('holds the sweeping of blobs back, and another backup, while it copies', async () => {
  const hash = await test.house.blobs.put(Buffer.from('bytes of a mail that is erased meanwhile'))
  await test.asSuper.query('insert into blob (hash, size) values ($1, 40)', [hash])
  // As another process sees it, which has not just put it.
  const other = { ...test.house, blobs: openFileBlobs(path.join(source.dataFolder, 'blobs')) }
  const meanwhile: unknown[] = []
  const erase = async () => {
    await test.asSuper.query('delete from blob where hash = $1', [hash])
    meanwhile.push(await sweepBlobs(other, 0))
    meanwhile.push(await make('drugi').catch((error: Error) => error.message))
  }

  const { name, manifest } = await make('pierwszy', { blobs: slowly(erase) })

  expect(meanwhile).toEqual([0, 'Another backup is under way; wait for it.'])
  expect(manifest.faults).toEqual([])
  expect(readBlobList(path.join(folder, 'pierwszy', name)).has(hash)).toBe(true)
  expect(await checkBackup(path.join(folder, 'pierwszy'), name)).toEqual([])
  expect(await sweepBlobs(other, 0)).toBeGreaterThan(0)
  await expect(other.blobs.read(hash)).rejects.toThrow()
})

/** A store that hands nothing out before `until` is done. */
function slowly(until: () => Promise<unknown>): BlobStore {
  const { stream } = test.house.blobs
  const waiting = once(until)
  return {
    ...test.house.blobs,
    stream: hash =>
      Readable.from(
        (async function* () {
          await waiting()
          yield* stream(hash)
        })(),
      ),
  }
}

function once(act: () => Promise<unknown>): () => Promise<unknown> {
  let begun: Promise<unknown> | null = null
  return () => {
    begun ??= act()
    return begun
  }
}

it('fails, and the process lives on, when PostgreSQL goes away while blobs are copied', async () => {
  await anna.hand(buildMail({ from: 'x@przerwa.example' }))
  const cut = async () => {
    const { rowCount } = await test.asSuper.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lupa backup' and datname = current_database()`,
    )
    expect(rowCount).toBe(1)
    await new Promise(resolve => setTimeout(resolve, 300))
  }

  await expect(make('przerwa', { blobs: slowly(cut) })).rejects.toThrow('terminating connection')

  expect(listBackups(path.join(folder, 'przerwa')).whole).toEqual([])
  expect((await make('przerwa')).manifest.faults).toEqual([])
})

it('lets no other backup begin before it has taken the oldest away, with the blobs that none needs any more', {
  timeout: 60_000,
}, async () => {
  const target = path.join(folder, 'nacisk')
  const code = `
    import { backUp } from './server/backup/back-up.ts'
    import { openFileBlobs } from './server/storage/blob-store.ts'
    const source = { ...${JSON.stringify(source)}, blobs: openFileBlobs('${path.join(source.dataFolder, 'blobs')}'), now: () => new Date() }
    await backUp(source, '${target}', { keep: 1 }).then(() => console.log('made'), error => console.log(error.message))`
  const root = path.resolve(import.meta.dirname, '../../..')
  const beside = () => {
    const words = ['--input-type=module', '-e', code]
    return spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' }).stdout.trim()
  }
  let meanwhile = ''

  await backUp(source, target, {
    // Asked when it comes to the oldest.
    get keep() {
      meanwhile ||= beside()
      return 1
    },
  })

  expect(meanwhile).toBe('Another backup is under way; wait for it.')
  await next()
  expect(beside()).toBe('made')
  expect(await checkBackup(target, listBackups(target).whole.at(-1) ?? '')).toEqual([])
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
