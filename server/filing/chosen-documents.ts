import type { DocumentType } from '../../shared/kind.ts'
import type { Carried } from '../../shared/message.ts'
import type { Query, Statement } from '../database/work.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { withoutLogos } from '../message/without-logos.ts'

/** What becomes of one attachment, by its content: a document of a type, or none; then it only stays with its mail. */
export interface DocumentChoice {
  hash: string
  type: DocumentType | null
}

const choose: Statement = { name: 'choose-documents', text: 'select choose_documents($1, $2, $3)' }
const chosen: Statement = { name: 'chosen-documents', text: 'select hash, type from chosen_documents($1, $2, $3)' }

/** Reads the choices of a filing as its address carries them: `HASH.TYPE` or `HASH.none`. */
export function choicesIn(attachment: string | string[] | undefined): DocumentChoice[] {
  return [attachment ?? []].flat().map(one => {
    const [hash = '', type] = one.split('.')
    return { hash, type: type === 'none' ? null : (type as DocumentType) }
  })
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
  return [...distinct.values()].map(({ hash, name, type, size, documentType }) => {
    const choice = before.get(hash)
    return { hash, name, type, size, documentType, ...(choice !== undefined && { chosen: choice }) }
  })
}
