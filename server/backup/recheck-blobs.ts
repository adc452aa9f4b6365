import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { BlobStore } from '../storage/blob-store.ts'
import { blobPlace, copyBlob } from './copy-blobs.ts'
import { hashFile } from './hash-file.ts'

/** So long each backup reads again what earlier ones copied: all of a small company, of a large one others every night. */
export const RECHECK_MS = 600_000

/** What came of reading them again: those that were damaged and copied anew, and those that could not be. */
export interface Rechecked {
  repaired: string[]
  faults: string[]
}

/** Where the last backup stopped reading, so that the next one goes on behind it. */
const markIn = (folder: string) => path.join(folder, 'rechecked.txt')

/**
 * Reads blobs that earlier backups copied, and copies anew what a disk has spoiled since: the store may still have it whole,
 * and a backup that trusts a name and a size hands the damage on to all that come after it.
 */
export async function recheckBlobs(
  blobs: BlobStore,
  hashes: string[],
  { folder, lost, forMs }: { folder: string; lost: AbortSignal; forMs: number },
): Promise<Rechecked> {
  const result: Rechecked = { repaired: [], faults: [] }
  const deadline = Date.now() + forMs
  const turned = startingAfter(hashes.toSorted(byName), readMark(folder))
  let last = ''
  for (const hash of turned) {
    if (Date.now() >= deadline) break
    lost.throwIfAborted()
    const place = blobPlace(path.join(folder, 'blobs'), hash)
    const found = await hashFile(place)
    last = hash
    if (found?.sha256 === hash) continue
    if ((await copyBlob(blobs, hash, place)) !== null) result.repaired.push(hash)
    else {
      // The next backup looks for it again instead of trusting what lies there.
      await rm(place, { force: true })
      result.faults.push(hash)
    }
  }
  if (last) writeMark(folder, last)
  return result
}

const byName = (one: string, other: string) => (one < other ? -1 : 1)

function startingAfter(hashes: string[], mark: string): string[] {
  const at = hashes.findIndex(hash => hash > mark)
  return at < 0 ? hashes : [...hashes.slice(at), ...hashes.slice(0, at)]
}

function readMark(folder: string): string {
  try {
    return readFileSync(markIn(folder), 'utf8').trim()
  } catch {
    return ''
  }
}

function writeMark(folder: string, hash: string) {
  writeFileSync(`${markIn(folder)}.new`, `${hash}\n`, { mode: 0o600 })
  renameSync(`${markIn(folder)}.new`, markIn(folder))
}
