import type { Query, Statement } from '../database/work.ts'
import type { KeptFile } from '../document/read-content.ts'
import { Refusal } from '../refusal.ts'

const attachmentOf: Statement = {
  name: 'attachment-of-item',
  text: `select a.blob_hash as hash, a.name, a.size::float8 as size from item i join attachment a on a.message_id = i.object_id where i.id = $1 and a.position = $2`,
}

/** What is kept of a file that came with a mail; refuses what is hidden or not there. */
export async function readAttachment(query: Query, itemId: string, position: number): Promise<KeptFile> {
  const [row] = await query<KeptFile>(attachmentOf, [itemId, position])
  if (!row) throw new Refusal('not-found')
  return row
}
