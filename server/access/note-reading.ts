import type { Database, Statement } from '../database/work.ts'

const noteItem: Statement = { name: 'note-reading', text: 'select note_reading($1, $2)' }
const noteItems: Statement = {
  name: 'note-readings',
  text: `select note_reading(i, 'source') from unnest($1::uuid[]) i`,
}
const noteDocument: Statement = { name: 'note-document-reading', text: 'select note_document_reading($1)' }

/** Writes down that somebody opens an item, if it is confidential. */
export async function noteReading(database: Database, user: string, itemId: string, what: 'page' | 'source') {
  await database.intake(user, query => query(noteItem, [itemId, what]))
}

/** The same for many items of which the sources leave at once. */
export async function noteReadings(database: Database, user: string, itemIds: string[]) {
  await database.intake(user, query => query(noteItems, [itemIds]))
}

/** The same for the content of a document. */
export async function noteDocumentReading(database: Database, user: string, documentId: string) {
  await database.intake(user, query => query(noteDocument, [documentId]))
}
