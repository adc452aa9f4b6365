import { showNip } from '../../shared/tax-id.ts'
import type { Statement } from '../database/work.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { type Column, type Pages, pagesOf, type Read } from './list-csv.ts'
import type { ListWords } from './list-words.ts'

interface ContractorLine {
  id: string
  key: string
  name: string
  nip: string | null
  regon: string | null
  krs: string | null
  street: string | null
  city: string | null
  phones: string[]
  addresses: string[]
  manager: string | null
  tags: string[]
}

const lines = `
  select c.id, lower(c.name) as key, c.name, c.nip, c.regon, c.krs, c.street, c.city, c.phones, c.tags, u.name as manager,
         array(select case when a.is_domain then '@' || a.value else a.value end from address a
                where a.contractor_id = c.id and a.person_id is null order by a.value) as addresses
    from contractor c left join app_user u on u.id = c.manager_id`

const pageByName: Statement = {
  name: 'export-contractors',
  text: `${lines} where (lower(c.name), c.id) > ($1, $2) order by lower(c.name), c.id limit $3`,
}
const fitting: Statement = {
  name: 'export-fitting',
  text: `select f.contractor_id as id from find_contractors($1, $2) with ordinality f(contractor_id, n) order by f.n`,
}
const fittingPage: Statement = {
  name: 'export-fitting-page',
  text: `${lines} join unnest($1::uuid[]) with ordinality w(id, n) on w.id = c.id order by w.n`,
}

/** Pages of all contractors that the reader sees, by name. */
export function contractorPages(read: Read): Pages<ContractorLine> {
  return async ({ limit, cursor }) => {
    const after = readNameCursor(cursor)
    const rows = await read(query => query<ContractorLine>(pageByName, [after.key, after.id, limit + 1]))
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items, next: rows.length > limit && last ? nameCursor(last) : null }
  }
}

/** The same of those that fit a piece of text, and whether there are more than `most` of them. */
export async function fittingPages(read: Read, piece: string, most: number) {
  const found = await read(query => query<{ id: string }>(fitting, [piece, most + 1]))
  const ids = found.slice(0, most).map(({ id }) => id)
  const page = pagesOf(ids, some => read(query => query<ContractorLine>(fittingPage, [some])))
  return { page, isMore: found.length > most }
}

/** What a spreadsheet says of a contractor; the import of contractor lists knows most of it by these titles. */
export function contractorColumns({ columns }: ListWords): Column<ContractorLine>[] {
  return [
    [columns.name, one => one.name],
    ['NIP', one => one.nip && showNip(one.nip)],
    ['REGON', one => one.regon],
    ['KRS', one => one.krs],
    [columns.street, one => one.street],
    [columns.city, one => one.city],
    [columns.phones, one => one.phones.join(', ')],
    [columns.addresses, one => one.addresses.join(', ')],
    [columns.manager, one => one.manager],
    [columns.tags, one => one.tags.join(', ')],
  ]
}
