import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BackupTroubleCode } from '../../shared/system.ts'

/** That the scheduled backup fails: since when, the last attempt, and why. */
export interface BackupFailure {
  since: string
  at: string
  folder: string
  reason: BackupTroubleCode
  /** When administrators were last written to about it. */
  toldAt: string | null
}

const fileOf = (dataFolder: string) => path.join(dataFolder, 'backup-failure.json')

/** Notes that the scheduled backup failed, for whoever asks; in the data folder, because the database may be the reason. */
export function writeBackupFailure(dataFolder: string, failure: BackupFailure) {
  const file = fileOf(dataFolder)
  writeFileSync(`${file}.new`, JSON.stringify(failure), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** How the scheduled backup fails, or null when the last one was made. */
export function readBackupFailure(dataFolder: string): BackupFailure | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as BackupFailure
  } catch {
    return null
  }
}

/** A backup was made in that folder after all. */
export function endBackupFailure(dataFolder: string, folder: string) {
  if (readBackupFailure(dataFolder)?.folder === folder) rmSync(fileOf(dataFolder), { force: true })
}
