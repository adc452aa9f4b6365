import type { Readable } from 'node:stream'
import { withoutBlindCopies } from '../item/without-blind-copies.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import type { ZipWriter } from './zip-writer.ts'

interface StoredFacts {
  name: string
  at: Date
  isPacked: boolean
  /** Whether it is a mail that must not tell who got a blind copy. */
  isStripped: boolean
}

/** Adds stored bytes to an archive and answers their sum; null where they are gone, so that damage of the store does not take the rest along. */
export async function addStored(
  blobs: BlobStore,
  zip: ZipWriter,
  hash: string,
  { name, at, isPacked, isStripped }: StoredFacts,
): Promise<string | null> {
  const stored = blobs.stream(hash)
  try {
    const bytes = await begun(stored)
    if (!bytes) return null
    return await zip.add(name, isStripped ? withoutBlindCopies(bytes) : bytes, { at, isPacked })
  } finally {
    // Also when nobody took a byte of it.
    stored.destroy()
  }
}

/** Bytes of which the first are read, so that they are there; null where they are not. */
async function begun(stream: Readable): Promise<AsyncIterable<Buffer> | null> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    return goingOn([await pieces.next()], pieces)
  } catch {
    return null
  }
}

/** Takes the first piece out of its list, so that it is not kept for as long as somebody knows these bytes. */
async function* goingOn(read: IteratorResult<Buffer>[], pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    for (let piece = read.pop(); piece && !piece.done; piece = await pieces.next()) yield piece.value
  } finally {
    await pieces.return?.()
  }
}
