import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '../refusal.ts'
import { isFull } from './disk-trouble.ts'
import { sweepFolder } from './sweep-folder.ts'

/** Bytes by their sha256; the same bytes are stored once. */
export interface BlobStore {
  /** Keeps bytes for good: when it answers, they survive a loss of power. Returns their hash. */
  put(bytes: Uint8Array): Promise<string>
  /** The same for bytes that are still coming. Nothing is kept when they end in an error. */
  putStream(chunks: AsyncIterable<Uint8Array>): Promise<{ hash: string; size: number }>
  read(hash: string): Promise<Uint8Array>
  stream(hash: string): Readable
  /**
   * Removes what was put long ago and is named by nothing: the rest of a message whose transaction never came. Answers
   * how many files that were.
   */
  sweep(unknown: (hashes: string[]) => Promise<string[]>, olderThanMs: number): Promise<number>
}

/** The hash under which bytes are stored. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps blobs as files named by their hash, two letters a folder. */
export function openFileBlobs(folder: string): BlobStore {
  const place = (hash: string) => path.join(folder, hash.slice(0, 2), hash)
  const atWork = new Map<string, number>()
  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      const target = place(hash)
      // Named from here on, so that no sweep takes it away between this moment and its transaction.
      atWork.set(hash, Date.now())
      if (!(await touch(target))) await writeDurably(target, bytes)
      return hash
    },
    putStream: chunks =>
      writeStream(folder, chunks, hash => {
        atWork.set(hash, Date.now())
        return place(hash)
      }),
    read: hash => readFile(place(hash)),
    stream: hash => createReadStream(place(hash)),
    sweep: (unknown, olderThanMs) => sweepFolder(folder, { unknown, olderThanMs, atWork }),
  }
}

/** Makes a file young again, which tells other processes that it is wanted; false when there is none. */
async function touch(file: string): Promise<boolean> {
  const now = new Date()
  return utimes(file, now, now).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
      throw error
    },
  )
}

/** Written beside, flushed, renamed, and the folder flushed: a reader finds all of it or nothing. */
async function writeDurably(target: string, bytes: Uint8Array) {
  const folder = path.dirname(target)
  const beside = `${target}.${crypto.randomUUID()}`
  try {
    const file = await create(beside, folder)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, target)
    await flushFolder(folder)
  } catch (error) {
    await rm(beside, { force: true })
    throw isFull(error) ? new Refusal('storage-full') : error
  }
}

/** The same while the bytes come and their name is not known yet; from when it is, `named` keeps the sweep off them. */
async function writeStream(root: string, chunks: AsyncIterable<Uint8Array>, named: (hash: string) => string) {
  const beside = path.join(root, `arriving.${crypto.randomUUID()}`)
  const digest = createHash('sha256')
  let size = 0
  try {
    const file = await create(beside, root)
    try {
      for await (const chunk of chunks) {
        digest.update(chunk)
        size += chunk.byteLength
        await file.writeFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    const hash = digest.digest('hex')
    const target = named(hash)
    await mkdir(path.dirname(target), { recursive: true })
    await rename(beside, target)
    await flushFolder(path.dirname(target))
    return { hash, size }
  } catch (error) {
    await rm(beside, { force: true })
    throw isFull(error) ? new Refusal('storage-full') : error
  }
}

async function flushFolder(folder: string) {
  const directory = await open(folder)
  await directory.sync().finally(() => directory.close())
}

/** There are 256 folders and many blobs, so a folder is made when it is missing, not looked for each time. */
async function create(file: string, folder: string) {
  try {
    return await open(file, 'wx', 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(folder, { recursive: true })
    return open(file, 'wx', 0o600)
  }
}
