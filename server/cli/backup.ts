import path from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '../backup/back-up.ts'
import { checkBackup } from '../backup/check-backup.ts'
import { prepareFolder } from '../backup/make-backup.ts'
import { listBackups } from '../backup/manifest.ts'
import { readConfig, WrongSetting } from '../config.ts'
import { joinHouse } from '../start.ts'
import { isFull } from '../storage/disk-trouble.ts'
import { saidShut } from '../storage/make-folder.ts'
import { mustBeInstalled } from './must-be-installed.ts'
import { say } from './say.ts'

const options = { keep: { type: 'string' }, check: { type: 'boolean' } } as const
const KEEP = 7

/** `lupa backup DIR`: a backup beside the running server or without one; with `--check` the newest one is read and compared. */
export async function backupVerb(words: string[]) {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  const keep = Number(values.keep ?? KEEP)
  if (positionals.length !== 1 || !positionals[0] || !Number.isInteger(keep) || keep < 1)
    throw new WrongSetting(`Usage: lupa backup DIR [--keep ${KEEP}] | lupa backup --check DIR`)
  const folder = path.resolve(positionals[0])
  await (values.check ? checkNewest(folder) : makeOne(folder, keep))
}

async function makeOne(folder: string, keep: number) {
  const config = readConfig(process.env)
  mustBeInstalled(config)
  prepareFolder(folder, config.dataFolder)
  const { house, backupUrl, close } = await joinHouse(config)
  try {
    const source = { backupUrl, dataFolder: config.dataFolder, blobs: house.blobs, now: house.now }
    const { name, manifest, repaired } = await backUp(source, folder, { keep })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`${path.join(folder, name)}: ${rows} rows, ${manifest.blobs.count} blobs (${manifest.blobs.bytes} bytes).`)
    say('It holds every mail and secrets.json, with which stored passwords can be read: keep it as safe as the server.')
    for (const hash of repaired)
      say(`NOTE the blob ${hash} of an earlier backup was damaged, and was copied anew; look at the disk of ${folder}`)
    for (const hash of manifest.faults)
      say(`FAULT the blob ${hash} is missing in the store, or damaged; see lupa doctor`)
    if (manifest.faults.length > 0) process.exitCode = 1
  } catch (error) {
    if (isFull(error)) throw new WrongSetting(`There is no room left on the disk of ${folder}.`)
    throw saidShut(error, folder)
  } finally {
    await close()
  }
}

async function checkNewest(folder: string) {
  const name = listBackups(folder).whole.at(-1)
  if (!name) throw new WrongSetting(`There is no backup in ${folder}.`)
  const faults = await checkBackup(folder, name)
  for (const { file, is } of faults) say(`FAULT ${file} is ${is}`)
  if (faults.length === 0) return say(`${path.join(folder, name)} is whole.`)
  if (faults.some(fault => fault.isBlob))
    say('Remove the damaged files under blobs/; the next backup copies them anew.')
  if (faults.some(fault => !fault.isBlob))
    say('This backup cannot be restored; make another one, and look at the disk.')
  process.exitCode = 1
}
