import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** A file that is kept: its bytes by their hash, and as what it came. */
export interface KeptFile {
  hash: string
  name: string
  size: number
}

const contentOf: Statement = {
  name: 'content-of-document',
  text: 'select blob_hash as hash, name, size::float8 as size from document where id = $1',
}

/** What is kept of a document; refuses what is hidden or not there. */
export async function readContent(query: Query, documentId: string): Promise<KeptFile> {
  const [row] = await query<KeptFile>(contentOf, [documentId])
  if (!row) throw new Refusal('not-found')
  return row
}
