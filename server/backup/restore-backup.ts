import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { startEmbedded, stopLeftRunning } from '../database/embedded.ts'
import { lockFolder } from '../database/folder-lock.ts'
import { restoringFolder, restoringState, unmarkHalf } from '../database/half-restored.ts'
import { migrate } from '../database/migrate.ts'
import { migrations } from '../database/migrations.ts'
import { readSecrets } from '../database/secrets.ts'
import { eraseAgain } from '../person-data/erase-again.ts'
import { passwordsOf, urlsOf } from '../start.ts'
import { openFileBlobs } from '../storage/blob-store.ts'
import { makeFolder } from '../storage/make-folder.ts'
import { WrongSetting } from '../wrong-setting.ts'
import { claimDatabase, leaveEmpty } from './claim-database.ts'
import { bringBlobs } from './copy-blobs.ts'
import { type Manifest, readBlobList, readManifest } from './manifest.ts'
import { bringNewestMemo } from './newest-memo.ts'
import { restoreRows } from './restore-rows.ts'

/** What Lupa keeps in its data folder; none of it may be there yet. */
const ours = ['secrets.json', 'postgres', 'blobs', 'audit']

/**
 * Makes an installation out of a backup: an empty data folder, and an empty database in it or at `DATABASE_URL`, is
 * brought to the schema of the backup, filled, compared with it row by row, and then brought to the present schema.
 * Blobs in `without` are left out. The secrets come last: what was interrupted does not start, and the next attempt begins
 * anew.
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
  makeFolder(dataFolder)
  const unlock = await lockFolder(dataFolder)
  try {
    await stopLeftRunning(dataFolder)
    clear(dataFolder)
    const claimed = config.databaseUrl ? await claimDatabase(config.databaseUrl) : null
    await fill(config, home, manifest, options).catch(async (error: unknown) => {
      clear(dataFolder)
      if (claimed) await leaveEmpty(claimed)
      throw error
    })
    if (claimed) await unmarkHalf(claimed)
    rmSync(restoringFolder(dataFolder), { recursive: true })
    await claimed?.end()
    return manifest
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
  const waiting = restoringFolder(dataFolder)
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
    tell('the present schema ...')
    await migrate(ownerUrl, passwordsOf(config, secrets))
    if (existsSync(path.join(home, 'audit')))
      cpSync(path.join(home, 'audit'), path.join(dataFolder, 'audit'), { recursive: true })
    await bringNewestMemo(home, dataFolder)
    const { asked, left } = await eraseAgain(urlsOf(config, ownerUrl, secrets), dataFolder)
    if (asked > 0)
      tell(`NOTE ${asked} people who were erased after this backup was made are erased again when Lupa starts`)
    if (left > 0) tell(`NOTE ${left} addresses of people who were erased stand here again; see lupa doctor`)
  } finally {
    await embedded?.stop()
  }
  renameSync(path.join(waiting, 'secrets.json'), path.join(dataFolder, 'secrets.json'))
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
  const there = existsSync(dataFolder) ? readdirSync(dataFolder).filter(name => ours.includes(name)) : []
  // Where secrets stand beside a half, an older program has worked with them since.
  const isHalf = restoringState(dataFolder) === 'half' && !there.includes('secrets.json')
  if (there.length === 0 || isHalf) return
  throw new WrongSetting(
    `${dataFolder} is not empty (${there.join(', ')}); restore into another folder with LUPA_DATA, or move that one away.`,
  )
}

/** The folder was empty before, so whatever is there now is the half of a restoring. The mark goes last. */
function clear(dataFolder: string) {
  const cluster = path.join(dataFolder, 'postgres')
  // Where PostgreSQL may not enter the folder, this is a link to a folder that it may enter.
  if (lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink())
    rmSync(readlinkSync(cluster), { recursive: true })
  for (const name of ours) rmSync(path.join(dataFolder, name), { recursive: true, force: true })
  rmSync(restoringFolder(dataFolder), { recursive: true, force: true })
}
