import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

/** More is read in the file itself. */
const MOST_TEXT = 200_000

const itemOf: Statement = {
  name: 'item-of-document',
  text: 'select i.id from item i join document d on d.id = i.object_id where d.id = $1 limit 1',
}
const textOf: Statement = { name: 'text-of-document', text: `select body from found_texts($1, ${MOST_TEXT + 1})` }

/** The words that were read in a document. */
export async function readDocumentText(query: Query, documentId: string): Promise<{ text: string; isCut: boolean }> {
  const [item] = await query<{ id: string }>(itemOf, [documentId])
  if (!item) throw new Refusal('not-found')
  const [found] = await query<{ body: string | null }>(textOf, [[item.id]])
  const text = found?.body ?? ''
  return { text: text.slice(0, MOST_TEXT).toWellFormed(), isCut: text.length > MOST_TEXT }
}
