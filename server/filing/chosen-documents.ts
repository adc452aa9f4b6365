import type { Kind } from '../../shared/kind.ts'
import type { Carried } from '../../shared/message.ts'
import type { Query, Statement } from '../database/work.ts'
import { mustBeOffered } from '../document/document-types.ts'
import type { Attachment, ParsedMessage } from '../mail/parsed-message.ts'
import { withoutLogos } from '../message/without-logos.ts'
import type { Work } from './place-of.ts'

/** What becomes of one attachment, by its content: a document of a type, or none; then it only stays with its mail. */
export interface DocumentChoice {
  hash: string
  type: Kind | null
}

const choose: Statement = { name: 'choose-documents', text: 'select choose_documents($1, $2, $3)' }
const recognise: Statement = {
  name: 'recognise-carried',
  text: `
    select recognised_type(name, media, null, type) as type
      from rows from (jsonb_to_recordset($1) as (name text, media text, type text)) with ordinality as c (name, media, type, nth)
     order by nth`,
}
const chosen: Statement = { name: 'chosen-documents', text: 'select hash, type from chosen_documents($1, $2, $3)' }

/** Reads the choices of a filing as its address carries them: `HASH.TYPE` or `HASH.none`. Refuses types that nobody is offered. */
export async function choicesIn(work: Work, attachment: string | string[] | undefined): Promise<DocumentChoice[]> {
  const choices = [attachment ?? []].flat().map(one => {
    const [hash = '', type] = one.split('.')
    return { hash, type: type === 'none' ? null : (type as Kind) }
  })
  const types = new Set(choices.flatMap(({ type }) => type ?? []))
  if (types.size > 0) {
    await work(async tx => {
      for (const type of types) await mustBeOffered(tx, type)
    })
  }
  return choices
}

/** Keeps what was chosen for one file, so that no later filing of the mail there undoes it. */
export async function keepChoices(
  query: Query,
  messageId: string,
  contractorId: string,
  choices: DocumentChoice[] = [],
) {
  if (choices.length > 0) await query(choose, [messageId, contractorId, JSON.stringify(choices)])
}

/** What a message carries, each content once: our guess, and what was chosen before as far as the reader may know. */
export async function listCarried(
  query: Query,
  parsed: ParsedMessage,
  contractorId: string | null,
): Promise<Carried[]> {
  const mail = await withoutLogos(query, parsed)
  const asked = [parsed.messageId, parsed.fingerprint, contractorId]
  const rows = contractorId ? await query<DocumentChoice>(chosen, asked) : []
  const before = new Map(rows.map(({ hash, type }) => [hash, type]))
  const distinct = new Map(mail.attachments.map(attachment => [attachment.hash, attachment]))
  const carried = [...distinct.values()]
  const guesses = await guessed(query, carried)
  return carried.map(({ hash, name, type, size }, at) => {
    const choice = before.get(hash)
    return {
      hash,
      name,
      type,
      size,
      documentType: guesses[at] ?? null,
      ...(choice !== undefined && { chosen: choice }),
    }
  })
}

/** What each would be by the administrators' words, as far as its name says; what is no document is none by its name either. */
async function guessed(query: Query, carried: Attachment[]): Promise<(Kind | null)[]> {
  const files = carried.map(({ name, type, documentType }) => ({ name, media: type, type: documentType }))
  const rows = await query<{ type: Kind | null }>(recognise, [JSON.stringify(files)])
  return carried.map(({ documentType }, at) => documentType && (rows[at]?.type ?? documentType))
}
