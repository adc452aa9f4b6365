import { isSought } from '../../shared/is-sought.ts'
import type { Statement } from '../database/work.ts'
import { mustSee } from '../item/read-timeline.ts'
import { type Column, type Pages, pagesOf, type Read } from './list-csv.ts'
import type { ListWords } from './list-words.ts'

interface PersonRow {
  id: string
  name: string
  role: string | null
  phones: string[]
  addresses: string[]
}

const everybody: Statement = {
  name: 'export-everybody',
  text: 'select p.id from person p where p.contractor_id = $1 and p.removed_at is null order by p.name, p.id',
}
const peoplePage: Statement = {
  name: 'export-people',
  text: `
    select p.id, p.name, p.role, p.phones,
           array(select case when a.is_domain then '@' || a.value else a.value end from address a
                  where a.contractor_id = p.contractor_id and a.person_id = p.id order by a.value) as addresses
      from unnest($1::uuid[]) with ordinality w(id, n) join person p on p.id = w.id and p.removed_at is null
     order by w.n`,
}

/** Pages of a contractor's contact persons by name, of whom those who do not fit the words are left out as on their page. */
export async function peoplePages(read: Read, contractorId: string, words: string): Promise<Pages<PersonRow>> {
  const people = await read(async query => {
    await mustSee(query, contractorId, null)
    return query<{ id: string }>(everybody, [contractorId])
  })
  const ids = people.map(({ id }) => id)
  return pagesOf(ids, async some => {
    const rows = await read(query => query<PersonRow>(peoplePage, [some]))
    return rows.filter(one => isSought(words, [one.name, one.role, ...one.addresses, ...one.phones].join(' ')))
  })
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
