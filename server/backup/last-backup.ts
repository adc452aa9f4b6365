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

/** The last of all, and the last ones in other folders: one by hand is none of those that are made every night. */
interface Noted extends LastBackup {
  others?: LastBackup[]
}

/** Of so many folders it is remembered when the last backup went there. */
const MOST_FOLDERS = 8

const fileOf = (dataFolder: string) => path.join(dataFolder, 'backup.json')

/** Notes that a backup was made, for whoever asks how old the last one is. */
export function writeLastBackup(dataFolder: string, last: LastBackup) {
  const file = fileOf(dataFolder)
  const others = all(dataFolder).filter(one => one.folder !== last.folder)
  writeFileSync(`${file}.new`, JSON.stringify({ ...last, others: others.slice(0, MOST_FOLDERS - 1) }), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The last backup in that folder, or in any; null when none was ever made there. */
export function readLastBackup(dataFolder: string, folder?: string): LastBackup | null {
  return all(dataFolder).find(one => folder === undefined || one.folder === folder) ?? null
}

function all(dataFolder: string): LastBackup[] {
  try {
    const { others = [], ...last } = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as Noted
    return [last, ...others]
  } catch {
    return []
  }
}
