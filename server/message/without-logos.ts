import type { Query, Statement } from '../database/work.ts'
import type { Attachment, ParsedMessage } from '../mail/parsed-message.ts'

const repeated: Statement = { name: 'repeated-pictures', text: 'select repeated_pictures($1, $2, $3) as hash' }

/**
 * A message whose logos are no documents: a picture without a telling name that came with three mails or more from one
 * domain is the sender's decoration, however large and wherever it stands. Mail without such pictures asks nothing.
 */
export async function withoutLogos(query: Query, parsed: ParsedMessage): Promise<ParsedMessage> {
  const domain = parsed.from[0]?.address.split('@')[1] ?? ''
  const pictures = parsed.attachments.filter(isNamelessPicture).map(({ hash }) => hash)
  if (domain === '' || pictures.length === 0) return parsed
  const rows = await query<{ hash: string }>(repeated, [pictures, domain, parsed.fingerprint])
  const logos = new Set(rows.map(({ hash }) => hash))
  const attachments = parsed.attachments.map(file => {
    return isNamelessPicture(file) && logos.has(file.hash) ? { ...file, documentType: null } : file
  })
  return { ...parsed, attachments }
}

function isNamelessPicture({ type, documentType }: Attachment): boolean {
  return type.startsWith('image/') && documentType === 'document'
}
