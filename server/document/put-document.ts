import type { Tx } from '../database/work.ts'
import type { Attachment } from '../mail/parsed-message.ts'

/** Makes an attachment a document of a contractor. The same content under the same name is the same document; a type set by hand stays. */
export async function putDocument(
  tx: Tx,
  contractorId: string,
  file: Attachment,
): Promise<{ id: string; type: string }> {
  const [row] = await tx.sql<{ id: string; type: string }>(
    'select id, type from put_document($1, $2, $3, $4, $5, $6)',
    [contractorId, file.hash, file.name, file.type, file.documentType ?? 'document', file.size],
  )
  if (!row) throw new Error('put_document answers always')
  return row
}
