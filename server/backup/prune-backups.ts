import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { WrongSetting } from '../wrong-setting.ts'
import { BackupTrouble } from './backup-trouble.ts'
import { listBackups, readBlobList, readManifest } from './manifest.ts'

/** Takes away the oldest backups of a folder until `keep` are left, and the blobs that none of those needs. */
export function pruneBackups(folder: string, keep: number) {
  const { whole } = listBackups(folder)
  const needed = new Set<string>()
  for (const name of whole.slice(-keep)) {
    // What an unreadable list named nobody knows: then everything stays, and the error says which list it is.
    refuseDamaged(path.join(folder, name))
    for (const hash of readBlobList(path.join(folder, name)).keys()) needed.add(hash)
  }
  for (const old of whole.slice(0, -keep)) rmSync(path.join(folder, old), { recursive: true })
  const blobs = path.join(folder, 'blobs')
  for (const part of readdirSync(blobs)) {
    for (const name of readdirSync(path.join(blobs, part))) if (!needed.has(name)) rmSync(path.join(blobs, part, name))
  }
}

function refuseDamaged(home: string) {
  try {
    readManifest(home)
  } catch (error) {
    throw error instanceof WrongSetting ? new BackupTrouble('damaged', error.message) : error
  }
}
