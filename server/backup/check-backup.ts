import path from 'node:path'
import { blobPlace } from './copy-blobs.ts'
import { hashFile } from './hash-file.ts'
import { readBlobList, readManifest } from './manifest.ts'

/** A file of a backup that is not what it was when it was written. */
export interface BackupFault {
  file: string
  is: 'missing' | 'damaged'
  /** Whether it is a blob: without it the rest can be restored. */
  isBlob: boolean
}

/** Reads a backup and names every file in which a byte is not as it was written; of a sample of its blobs when one is chosen. */
export async function checkBackup(
  folder: string,
  name: string,
  choose: (hashes: string[]) => string[] = hashes => hashes,
): Promise<BackupFault[]> {
  const home = path.join(folder, name)
  const { tables, files } = readManifest(home)
  const faults: BackupFault[] = []
  const check = async (file: string, sha256: string, isBlob: boolean) => {
    const found = await hashFile(file)
    if (found?.sha256 === sha256) return
    faults.push({ file: path.relative(folder, file), is: found ? 'damaged' : 'missing', isBlob })
  }
  for (const one of [...files, ...tables]) await check(path.join(home, one.name), one.sha256, false)
  // A list that was altered would send us after blobs that never were.
  if (faults.length > 0) return faults
  for (const hash of choose([...readBlobList(home).keys()]))
    await check(blobPlace(path.join(folder, 'blobs'), hash), hash, true)
  return faults
}
