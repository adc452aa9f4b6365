import type { Query, Statement } from '../database/work.ts'

/**
 * Of each content: a confidential item that holds it and that the reader sees, unless he sees the same content openly
 * elsewhere, like a price list that lies in many files. Looks at the open ones first, because it stops at the first.
 */
const confidentialContents: Statement = {
  name: 'confidential-contents',
  text: `select hash, (select i.id from document d join item i on i.object_id = d.id
       where d.blob_hash = hash and is_confidential(i.id) limit 1) as "itemId"
    from unnest($1::text[]) hash
    where not exists (select from document d join item i on i.object_id = d.id where d.blob_hash = hash and not is_confidential(i.id))`,
}

/** Which of these contents (SHA-256, hexadecimal) are kept confidential in Lupa, as far as the reader sees them himself. */
export async function findConfidential(query: Query, hashes: string[]): Promise<{ hash: string; itemId: string }[]> {
  const rows = await query<{ hash: string; itemId: string | null }>(confidentialContents, [[...new Set(hashes)]])
  return rows.flatMap(({ hash, itemId }) => (itemId === null ? [] : [{ hash, itemId }]))
}
