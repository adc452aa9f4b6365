import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { migrations } from '../database/migrations.ts'
import { hasPresentSchema } from '../database/present-schema.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import { makeFolder } from '../storage/make-folder.ts'
import { version } from '../version.ts'
import { WrongSetting } from '../wrong-setting.ts'
import { BackupTrouble } from './backup-trouble.ts'
import { copyBlobs } from './copy-blobs.ts'
import { copyOut } from './copy-rows.ts'
import { hashFile } from './hash-file.ts'
import type { Reader } from './hold-backups.ts'
import { BLOB_LIST, listBackups, type Manifest, nameOf, type StoredFile, writeManifest } from './manifest.ts'
import { RECHECK_MS, recheckBlobs } from './recheck-blobs.ts'
import { blobsOf, sameWords, sequencesOf, tablesOf } from './tables.ts'

const BLOBS = 'blobs'

/** What is backed up: a database, as the role that reads everything, and the data folder with its blobs. */
export interface BackupSource {
  backupUrl: string
  dataFolder: string
  blobs: BlobStore
  now: () => Date
  /** How long what earlier backups copied is read again. */
  recheckMs?: number
}

/** What was made, and which blobs of earlier backups a disk had spoiled: they were copied anew. */
export interface MadeBackup {
  name: string
  manifest: Manifest
  repaired: string[]
}

/**
 * Makes a backup beside whatever runs: the rows of one moment, the blobs that they name, the secrets and the audit log's
 * anchors. Earlier backups in the folder, which is ready, stay; a blob lies there once for all of them.
 */
export async function makeBackup({ client, lost }: Reader, source: BackupSource, folder: string): Promise<MadeBackup> {
  for (const half of listBackups(folder).halves) rmSync(path.join(folder, half), { recursive: true })
  const name = nameOf(source.now())
  const target = path.join(folder, name)
  mkdirSync(path.join(target, 'rows'), { recursive: true, mode: 0o700 })
  // The anchors first: what they say of the chain must be in the rows too.
  const kept = copyKept(source.dataFolder, target)
  const read = await readRows(client, target)
  const copied = await copyBlobs(source.blobs, read.wanted, { folder: path.join(folder, BLOBS), lost })
  const again = await recheckBlobs(source.blobs, copied.known, { folder, lost, forMs: source.recheckMs ?? RECHECK_MS })
  for (const hash of again.faults) copied.sizes.delete(hash)
  const lines = [...copied.sizes].map(([hash, size]) => `${hash} ${size}\n`)
  writeFileSync(path.join(target, BLOB_LIST), lines.join(''), { flush: true, mode: 0o600 })
  const files: StoredFile[] = []
  for (const file of [...kept, BLOB_LIST]) files.push(await described(target, file))
  const manifest: Manifest = {
    format: 1,
    madeAt: source.now().toISOString(),
    version,
    migrations: migrations.map(one => one.name),
    tables: read.tables,
    sequences: read.sequences,
    files,
    blobs: { count: copied.sizes.size, bytes: [...copied.sizes.values()].reduce((sum, size) => sum + size, 0) },
    faults: [...copied.faults, ...again.faults],
  }
  // Blobs that were swept away meanwhile would be missing in a backup that counts.
  lost.throwIfAborted()
  writeManifest(target, manifest)
  return { name, manifest, repaired: again.repaired }
}

/** Makes the folder ready to take a backup, or refuses it; soon, so that nobody waits for a database in vain. */
export function prepareFolder(folder: string, dataFolder: string) {
  if (!path.relative(dataFolder, folder).startsWith('..'))
    throw new BackupTrouble('folder', `${folder} lies in the data folder; back up to another disk.`)
  makeWritable(folder)
  const there = readdirSync(folder)
  const { whole, halves } = listBackups(folder)
  if (there.length > 0 && whole.length + halves.length === 0 && !isUntouched(folder, there))
    throw new BackupTrouble(
      'folder',
      `${folder} holds other things; name an empty folder, or one with earlier backups.`,
    )
  makeFolder(path.join(folder, BLOBS), { mode: 0o700 })
}

function makeWritable(folder: string) {
  try {
    makeFolder(folder, { mode: 0o700 })
  } catch (error) {
    throw error instanceof WrongSetting ? new BackupTrouble('shut', error.message) : error
  }
}

/** Whether it was made ready for a backup that did not even begin. */
function isUntouched(folder: string, names: string[]): boolean {
  return names.join() === BLOBS && readdirSync(path.join(folder, BLOBS)).length === 0
}

async function readRows(client: pg.Client, target: string) {
  await client.query(sameWords)
  await client.query('begin isolation level repeatable read read only')
  await refuseOtherSchema(client)
  await refuseHiddenTables(client)
  const tables: Manifest['tables'] = []
  for (const table of await tablesOf(client)) {
    const name = `rows/${table.name}.copy`
    const copied = await copyOut(client, table, path.join(target, name))
    tables.push({ table: table.name, columns: table.columns, name, ...copied })
  }
  const wanted = await blobsOf(client)
  // Sequences know no snapshot: asked last, none is behind the rows.
  const sequences = await sequencesOf(client)
  await client.query('commit')
  return { tables, sequences, wanted }
}

async function refuseOtherSchema(client: pg.Client) {
  if (await hasPresentSchema(client)) return
  throw new BackupTrouble(
    'version',
    'The database is of another version than this program; use the program of the running server.',
  )
}

/** A table that the role does not see would come out empty, and nobody would know. */
async function refuseHiddenTables(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
      where c.relkind = 'r' and c.relrowsecurity
        and (c.relnamespace = 'public'::regnamespace or c.relnamespace = 'graphile_worker'::regnamespace and c.relname like '\\_private\\_%')
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup')`,
  )
  if (rows[0]) throw new BackupTrouble('version', `The table ${rows[0].name} is not open to backups; run: lupa migrate`)
}

/** Secrets and anchors, as they lie in the data folder. */
function copyKept(dataFolder: string, target: string): string[] {
  const audit = path.join(dataFolder, 'audit')
  const anchors = existsSync(audit) ? readdirSync(audit).filter(name => /\.jsonl?$/.test(name)) : []
  if (anchors.length > 0) mkdirSync(path.join(target, 'audit'), { mode: 0o700 })
  const names = ['secrets.json', ...anchors.map(name => `audit/${name}`)]
  for (const name of names)
    writeFileSync(path.join(target, name), readFileSync(path.join(dataFolder, name)), { flush: true, mode: 0o600 })
  return names
}

async function described(folder: string, name: string): Promise<StoredFile> {
  const found = await hashFile(path.join(folder, name))
  if (!found) throw new Error(`${name} was just written and is gone`)
  return { name, ...found }
}
