import type { FoundPerson, PersonReport } from '../../shared/person-data.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'

const MOST = 50

/** Who may be meant; the database refuses whoever is no administrator. The log says that somebody looked, not for whom. */
export async function findPeople(tx: Tx, query: string): Promise<{ items: FoundPerson[]; isMore: boolean }> {
  const [row] = await tx.sql<{ found: FoundPerson[] }>('select find_people($1) as found', [query.trim()])
  const me = await readMe(tx)
  await record(tx, 'sought', 'person-data', me.id)
  const found = row?.found ?? []
  return { items: found.slice(0, MOST), isMore: found.length > MOST }
}

/** Everything there is of a person, in numbers and places. */
export async function readPersonReport(tx: Tx, address: string): Promise<PersonReport> {
  const [row] = await tx.sql<{ report: PersonReport }>('select person_report($1) as report', [address.trim()])
  if (!row) throw new Error('person_report answers always')
  return row.report
}
