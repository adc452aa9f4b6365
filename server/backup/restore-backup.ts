import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { startEmbedded } from '../database/embedded.ts'
import { lockFolder } from '../database/folder-lock.ts'
import { migrate } from '../database/migrate.ts'
import { migrations } from '../database/migrations.ts'
import { readSecrets } from '../database/secrets.ts'
import { passwordsOf } from '../start.ts'
import { openFileBlobs } from '../storage/blob-store.ts'
import { makeFolder } from '../storage/make-folder.ts'
import { WrongSetting } from '../wrong-setting.ts'
import { bringBlobs } from './copy-blobs.ts'
import { type Manifest, readBlobList, readManifest } from './manifest.ts'
import { restoreRows } from './restore-rows.ts'

/** What Lupa keeps in its data folder; none of it may be there yet. */
const ours = ['secrets.json', 'postgres', 'blobs', 'audit']
const UNFINISHED = 'restoring'

/**
 * Makes an installation out of a backup: an empty data folder, and an empty database in it or at `DATABASE_URL`, is
 * brought to the schema of the backup, filled, compared with it row by row, and then brought to the present schema.
 * Blobs in `without` are left out. The secrets come last: what was interrupted does not start.
 */
export async function restoreBackup(
  config: Config,
  home: string,
  options: { without: Set<string>; tell: (line: string) => void },
): Promise<Manifest> {
  const manifest = readManifest(home)
  refuseNewer(manifest)
  const { dataFolder } = config
  refuseUsedFolder(dataFolder)
  if (config.databaseUrl) await refuseUsedDatabase(config.databaseUrl)
  makeFolder(dataFolder)
  const unlock = await lockFolder(dataFolder)
  try {
    await fill(config, home, manifest, options)
    return manifest
  } catch (error) {
    clear(dataFolder)
    throw error
  } finally {
    unlock()
  }
}

async function fill(
  config: Config,
  home: string,
  manifest: Manifest,
  { without, tell }: { without: Set<string>; tell: (line: string) => void },
) {
  const { dataFolder } = config
  const waiting = path.join(dataFolder, UNFINISHED)
  mkdirSync(waiting, { mode: 0o700 })
  cpSync(path.join(home, 'secrets.json'), path.join(waiting, 'secrets.json'))
  // Secrets that an older version did not have are made up here.
  const secrets = readSecrets(waiting)
  const hashes = [...readBlobList(home).keys()].filter(hash => !without.has(hash))
  tell(`${hashes.length} blobs ...`)
  const blobs = openFileBlobs(path.join(dataFolder, 'blobs'))
  const faults = await bringBlobs(path.join(home, '../blobs'), hashes, blobs)
  if (faults.length > 0) throw new WrongSetting(`Damaged while they were copied: ${faults.join(', ')}`)
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataFolder, password: secrets.databasePassword })
  try {
    const ownerUrl = config.databaseUrl ?? embedded?.ownerUrl ?? ''
    await migrate(ownerUrl, passwordsOf(config, secrets), { only: manifest.migrations })
    tell(`${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows in ${manifest.tables.length} tables ...`)
    await restoreRows(ownerUrl, manifest, home)
    await migrate(ownerUrl, passwordsOf(config, secrets))
  } finally {
    await embedded?.stop()
  }
  if (existsSync(path.join(home, 'audit')))
    cpSync(path.join(home, 'audit'), path.join(dataFolder, 'audit'), { recursive: true })
  renameSync(path.join(waiting, 'secrets.json'), path.join(dataFolder, 'secrets.json'))
  rmSync(waiting, { recursive: true })
}

function refuseNewer(manifest: Manifest) {
  const known = new Set(migrations.map(one => one.name))
  const unknown = manifest.migrations.find(name => !known.has(name))
  if (!unknown) return
  throw new WrongSetting(
    `This backup was made by a newer Lupa (${manifest.version}, with ${unknown}); restore it with that one.`,
  )
}

function refuseUsedFolder(dataFolder: string) {
  const there = existsSync(dataFolder)
    ? readdirSync(dataFolder).filter(name => [...ours, UNFINISHED].includes(name))
    : []
  if (there.length === 0) return
  throw new WrongSetting(
    `${dataFolder} is not empty (${there.join(', ')}); restore into another folder with LUPA_DATA, or move that one away.`,
  )
}

async function refuseUsedDatabase(databaseUrl: string) {
  const client = new pg.Client(databaseUrl)
  await client.connect().catch((error: Error) => {
    throw new WrongSetting(`The database does not answer: ${error.message}.`)
  })
  try {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'S') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' limit 1`,
    )
    if (rows[0]) throw new WrongSetting(`The database at DATABASE_URL is not empty (${rows[0].name}); make a new one.`)
  } finally {
    await client.end()
  }
}

/** The folder was empty before, so whatever is there now is the half of a restoring. */
function clear(dataFolder: string) {
  const cluster = path.join(dataFolder, 'postgres')
  // Where PostgreSQL may not enter the folder, this is a link to a folder that it may enter.
  if (lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink())
    rmSync(readlinkSync(cluster), { recursive: true })
  for (const name of [...ours, UNFINISHED]) rmSync(path.join(dataFolder, name), { recursive: true, force: true })
}
