import type { Kind } from '../../shared/kind.ts'
import type { Query, Statement } from '../database/work.ts'
import { mustBeOffered } from '../document/document-types.ts'
import { invoiceOf } from '../document/invoice-of.ts'
import type { House } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { wordsOf } from '../search/analyse.ts'

const attachmentOf: Statement = {
  name: 'attachment-to-choose',
  text: `
    select a.blob_hash as hash, a.name, a.size::int as size, a.type as "mediaType", a.document_type as "documentType"
      from item i join attachment a on a.message_id = i.object_id where i.id = $1 and a.position = $2`,
}

interface Chosen {
  hash: string
  name: string
  size: number
  mediaType: string
  documentType: string | null
}

/**
 * Says what an attachment of a filed mail is in the mail's file: a document of a type, filed where the mail lies and for
 * the same people, or none; then it only stays with its mail. Saying it again changes nothing.
 */
export async function chooseAttachment(
  { database, blobs }: House,
  user: string,
  itemId: string,
  position: number,
  type: Kind | null,
) {
  const attachment = await database.read(user, query => read(query, itemId, position))
  const invoice = type === null ? null : await invoiceOf(blobs, attachment)
  const words = wordsOf([attachment.name, ...(invoice?.words ?? [])].join('\n'))
  await database.work(user, async tx => {
    if (type !== null) await mustBeOffered(tx, type)
    const title = invoice?.title ?? attachment.name
    await tx.sql('select choose_attachment($1, $2, $3, $4, $5)', [itemId, position, type, title, JSON.stringify(words)])
  })
}

async function read(query: Query, itemId: string, position: number): Promise<Chosen> {
  const [row] = await query<Chosen>(attachmentOf, [itemId, position])
  if (!row) throw new Refusal('not-found')
  return row
}
