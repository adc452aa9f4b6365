import type { CaseFound, PersonFound } from '../../shared/finding.ts'
import type { Query, Statement } from '../database/work.ts'

const MOST = 5

const foundPeople: Statement = {
  name: 'found-people',
  text: `select p.id, p.name, p.role, c.id as "contractorId", c.name as "contractorName"
  from find_places($1, $2) f join person p on p.id = f.person_id join contractor c on c.id = p.contractor_id
 order by lower(p.name), p.id`,
}
const foundCases: Statement = {
  name: 'found-cases',
  text: `select k.id, k.reference, k.title, k.contractor_id as "contractorId", c.name as "contractorName", iso(k.closed_at) as "closedAt"
  from find_places($1, $2) f join case_file k on k.id = f.case_file_id left join contractor c on c.id = k.contractor_id
 order by k.closed_at is not null, k.opened_at desc, k.id`,
}

/** People and cases that are called so, of those that the reader may see. */
export async function findPlaces(query: Query, q: string): Promise<{ people: PersonFound[]; cases: CaseFound[] }> {
  const piece = q.trim()
  if (piece === '') return { people: [], cases: [] }
  const [people, cases] = await Promise.all([
    query<PersonFound>(foundPeople, [piece, MOST]),
    query<CaseFound>(foundCases, [piece, MOST]),
  ])
  return { people, cases }
}
