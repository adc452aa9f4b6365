import type { Query, Statement } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { ANALYSER } from './analyse.ts'

/** More of a mail is found, but not shown around a find. */
const LONGEST_BODY = 100_000

const putWords: Statement = { name: 'index-message', text: 'select index_message($1, $2, $3, $4)' }

/** Makes a filed mail findable at every place where it lies, and keeps its text for showing finds. */
export async function indexMessage(query: Query, messageId: string, { text, lexemes }: ParsedMessage) {
  const body = text.slice(0, LONGEST_BODY).toWellFormed().replaceAll('\0', '')
  await query(putWords, [messageId, body, lexemes, ANALYSER])
}
