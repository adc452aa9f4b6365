import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BlobStore } from '../storage/blob-store.ts'
import { hashFile } from './hash-file.ts'

const AT_ONCE = 8

/** Where a blob lies in a folder of blobs. */
export function blobPlace(folder: string, hash: string): string {
  return path.join(folder, hash.slice(0, 2), hash)
}

/** What came of copying blobs: their sizes, and those that could not be had as their names say. */
export interface CopiedBlobs {
  sizes: Map<string, number>
  /** Those that lay there before. */
  known: string[]
  faults: string[]
}

/**
 * Copies blobs into a folder where earlier ones may lie already; what is there is not copied again. Each is hashed on
 * its way, so that no damage of the store is carried into the backup unseen. Ends when what holds the sweeping off is lost.
 */
export async function copyBlobs(
  blobs: BlobStore,
  wanted: { hash: string; size: number | null }[],
  { folder, lost }: { folder: string; lost: AbortSignal },
): Promise<CopiedBlobs> {
  const copied: CopiedBlobs = { sizes: new Map(), known: [], faults: [] }
  const waiting = wanted.values()
  const worker = async () => {
    for (const { hash, size } of waiting) {
      lost.throwIfAborted()
      const target = blobPlace(folder, hash)
      const there = await stat(target).catch(() => null)
      const isThere = there !== null && (size === null ? await isSound(target, hash) : there.size === size)
      const bytes = isThere ? there.size : await copyBlob(blobs, hash, target)
      if (isThere) copied.known.push(hash)
      if (bytes === null) copied.faults.push(hash)
      else copied.sizes.set(hash, bytes)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return copied
}

async function isSound(file: string, hash: string): Promise<boolean> {
  return (await hashFile(file))?.sha256 === hash
}

/** Copies one blob; answers its size, or null when the store has it not or has it damaged. */
export async function copyBlob(blobs: BlobStore, hash: string, target: string): Promise<number | null> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  const beside = `${target}.part`
  const file = await open(beside, 'w', 0o600)
  const digest = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of blobs.stream(hash)) {
      digest.update(chunk)
      bytes += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    bytes = -1
  } finally {
    await file.close()
  }
  const isWhole = bytes >= 0 && digest.digest('hex') === hash
  await (isWhole ? rename(beside, target) : rm(beside))
  return isWhole ? bytes : null
}

/** Puts the blobs of a backup into a store; answers those that were not what their names say. */
export async function bringBlobs(folder: string, hashes: Iterable<string>, blobs: BlobStore): Promise<string[]> {
  const faults: string[] = []
  const waiting = [...hashes].values()
  const worker = async () => {
    for (const hash of waiting) {
      const { hash: found } = await blobs.putStream(createReadStream(blobPlace(folder, hash)))
      if (found !== hash) faults.push(hash)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return faults
}
