import { isSought } from '../../shared/is-sought.ts'
import type { Query, Statement } from '../database/work.ts'
import { mustSee } from '../item/read-timeline.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import type { Column } from './list-csv.ts'
import type { ListWords } from './list-words.ts'

interface PersonRow {
  id: string
  name: string
  role: string | null
  phones: string[]
  addresses: string[]
}

const peoplePage: Statement = {
  name: 'export-people',
  text: `
    select p.id, p.name, p.role, p.phones,
           array(select case when a.is_domain then '@' || a.value else a.value end from address a
                  where a.contractor_id = $1 and a.person_id = p.id order by a.value) as addresses
      from person p
     where p.contractor_id = $1 and p.removed_at is null and (p.name, p.id) > ($2, $3)
     order by p.name, p.id limit $4`,
}

/** One page of a contractor's contact persons by name, of whom those who do not fit the words are left out as on their page. */
export async function readPeoplePage(
  query: Query,
  contractorId: string,
  { q = '', limit, cursor }: { q?: string; limit: number; cursor?: string },
): Promise<{ items: PersonRow[]; next: string | null }> {
  await mustSee(query, contractorId, null)
  const after = readNameCursor(cursor)
  const rows = await query<PersonRow>(peoplePage, [contractorId, after.key, after.id, limit + 1])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.filter(one => isSought(q, [one.name, one.role, ...one.addresses, ...one.phones].join(' '))),
    next: rows.length > limit && last ? nameCursor({ key: last.name, id: last.id }) : null,
  }
}

/** What a spreadsheet says of a contact person. */
export function peopleColumns({ columns }: ListWords): Column<PersonRow>[] {
  return [
    [columns.name, one => one.name],
    [columns.role, one => one.role],
    [columns.phones, one => one.phones.join(', ')],
    [columns.addresses, one => one.addresses.join(', ')],
  ]
}
