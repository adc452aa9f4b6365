import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { endBackupFailure } from './backup-failure.ts'
import { whileHeld } from './hold-backups.ts'
import { writeLastBackup } from './last-backup.ts'
import { type BackupSource, type MadeBackup, makeBackup, prepareFolder } from './make-backup.ts'
import { pruneBackups } from './prune-backups.ts'

/** Makes a backup, notes when, where and how large it is, for whoever asks how old the last one is, and leaves `keep` of them. */
export async function backUp(source: BackupSource, folder: string, options: { keep: number }): Promise<MadeBackup> {
  prepareFolder(folder, source.dataFolder)
  return whileHeld(source.backupUrl, async reader => {
    const made = await makeBackup(reader, source, folder)
    const rows = sizeOf(path.join(folder, made.name))
    writeLastBackup(source.dataFolder, {
      at: made.manifest.madeAt,
      folder,
      faults: made.manifest.faults.length,
      bytes: rows + made.manifest.blobs.bytes,
    })
    // Noted before: where an old one cannot be read, the new one is there all the same, and is not made again within the hour.
    // While no other begins: blobs that it has just copied are in no list yet.
    reader.lost.throwIfAborted()
    pruneBackups(folder, options.keep)
    endBackupFailure(source.dataFolder, folder)
    return made
  })
}

function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return names.reduce((sum, one) => (one.isFile() ? sum + statSync(path.join(one.parentPath, one.name)).size : sum), 0)
}
