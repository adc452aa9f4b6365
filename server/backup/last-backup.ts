import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** When the last backup was made, where, and how many blobs it lacks. */
export interface LastBackup {
  at: string
  folder: string
  faults: number
  /** With all the blobs that it needs; those of older programs did not say. */
  bytes?: number
}

const fileOf = (dataFolder: string) => path.join(dataFolder, 'backup.json')

/** Notes that a backup was made, for whoever asks how old the last one is. */
export function writeLastBackup(dataFolder: string, last: LastBackup) {
  const file = fileOf(dataFolder)
  writeFileSync(`${file}.new`, JSON.stringify(last), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The last backup, or null when none was ever made here. */
export function readLastBackup(dataFolder: string): LastBackup | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as LastBackup
  } catch {
    return null
  }
}
