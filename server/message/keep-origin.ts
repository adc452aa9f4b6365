import type { Database, Statement } from '../database/work.ts'
import type { BlobStore } from '../storage/blob-store.ts'

const keep: Statement = { name: 'keep-origin', text: 'select keep_origin($1, $2, $3)' }

interface Keeper {
  blobs: BlobStore
  database: Database
}

/** Keeps the file from which a source was made, byte for byte, beside the user's copy. */
export async function keepOrigin({ blobs, database }: Keeper, userId: string, sourceHash: string, origin: Uint8Array) {
  const hash = await blobs.put(origin)
  await database.intake(userId, query => query(keep, [sourceHash, hash, origin.byteLength]))
}
