import type { Query, Statement } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import type { Told } from './analyse.ts'

/** More of a mail is found, but not shown around a find. */
const LONGEST_BODY = 100_000

const putText: Statement = { name: 'keep-text', text: `select index_message($1, $2, '', 0)` }

/** Keeps the text of a mail, from which the basic forms of its words are made in the background. */
export async function keepText(query: Query, messageId: string, parsed: ParsedMessage) {
  await query(putText, [messageId, bodyOf(parsed)])
}

/** As much of a mail's text as is kept. */
export function bodyOf({ text }: ParsedMessage): string {
  return text.slice(0, LONGEST_BODY).toWellFormed().replaceAll('\0', '')
}

/** What a mail tells. What people look for most stands first, should it be too much for the index. */
export function toldBy({ subject, from, to, cc, attachments, text }: ParsedMessage): Told {
  const people = [...from, ...to, ...cc].map(({ name, address }) => `${name} ${address}`)
  return { title: subject, head: [...people, ...attachments.map(({ name }) => name)].join('\n'), body: text }
}

/** The same in one, as it is found until its basic forms are made. */
export function searchTextOf(parsed: ParsedMessage): string {
  const { title, head, body } = toldBy(parsed)
  return [title, head, body].join('\n')
}
