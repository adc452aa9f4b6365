import type { BlobStore } from '../storage/blob-store.ts'

/** How much of the beginning of a file is looked at to tell what it is; small files are seen whole. */
const HEAD_BYTES = 256 * 1024

/** Bytes that are safe in the store, and their beginning. */
export interface KeptBytes {
  hash: string
  size: number
  head: Buffer
}

/** Puts bytes into the store while they come, keeping only their beginning in memory. */
export async function keepBytes(blobs: BlobStore, bytes: AsyncIterable<Uint8Array>): Promise<KeptBytes> {
  const beginning: Uint8Array[] = []
  let missing = HEAD_BYTES
  async function* watched() {
    for await (const chunk of bytes) {
      if (missing > 0) beginning.push(chunk.slice(0, missing))
      missing -= chunk.byteLength
      yield chunk
    }
  }
  const { hash, size } = await blobs.putStream(watched())
  return { hash, size, head: Buffer.concat(beginning) }
}
