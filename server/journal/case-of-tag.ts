import type { Place } from '../filing/put-filing.ts'
import type { House } from '../http/app-type.ts'

/** The open case that a tag such as `2026-0017` means, as long as this user may see it: asked as him, so that policies judge. */
export async function caseOfTag(
  { database }: Pick<House, 'database'>,
  userId: string,
  tag: string,
): Promise<{ place: Place; reference: string } | null> {
  const rows = await database.work(userId, tx =>
    tx.sql<{ id: string; contractor_id: string; reference: string }>(
      'select id, contractor_id, reference from case_file where reference = any($1) and closed_at is null',
      [spellingsOf(tag)],
    ),
  )
  const [found, other] = rows
  if (!found || other) return null
  return { place: { contractorId: found.contractor_id, caseId: found.id }, reference: found.reference }
}

/** An address has no slashes and knows no capitals, a reference may have both. */
function spellingsOf(tag: string): string[] {
  const dashes = [...tag].flatMap((letter, index) => (letter === '-' ? [index] : []))
  const one = dashes.map(index => `${tag.slice(0, index)}/${tag.slice(index + 1)}`)
  const all = [tag, tag.replaceAll('-', '/'), ...one]
  return [...new Set([...all, ...all.map(spelling => spelling.toUpperCase())])]
}
