import { showNip } from '../../shared/tax-id.ts'
import type { Statement } from '../database/work.ts'
import { type Column, type Pages, pagesOf, type Read } from './list-csv.ts'
import type { ListWords } from './list-words.ts'

interface ContractorLine {
  id: string
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
  select c.id, c.name, c.nip, c.regon, c.krs, c.street, c.city, c.phones, c.tags, u.name as manager,
         array(select case when a.is_domain then '@' || a.value else a.value end from address a
                where a.contractor_id = c.id and a.person_id is null order by a.value) as addresses
    from contractor c left join app_user u on u.id = c.manager_id`

const everyone: Statement = {
  name: 'export-contractors',
  text: 'select c.id from contractor c order by lower(c.name), c.id',
}
const fitting: Statement = {
  name: 'export-fitting',
  text: `select f.contractor_id as id from find_contractors($1, $2) with ordinality f(contractor_id, n) order by f.n`,
}
const theirPage: Statement = {
  name: 'export-contractors-page',
  text: `${lines} join unnest($1::uuid[]) with ordinality w(id, n) on w.id = c.id order by w.n`,
}

/** Pages of all contractors that the reader sees, by name. */
export async function contractorPages(read: Read): Promise<Pages<ContractorLine>> {
  return pagesOfThese(read, await read(query => query<{ id: string }>(everyone, [])))
}

/** The same of those that fit a piece of text, and whether there are more than `most` of them. */
export async function fittingPages(read: Read, piece: string, most: number) {
  const found = await read(query => query<{ id: string }>(fitting, [piece, most + 1]))
  return { page: pagesOfThese(read, found.slice(0, most)), isMore: found.length > most }
}

function pagesOfThese(read: Read, found: { id: string }[]): Pages<ContractorLine> {
  const ids = found.map(({ id }) => id)
  return pagesOf(ids, some => read(query => query<ContractorLine>(theirPage, [some])))
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
