import type { CaseFound, PersonFound, PlacesFound } from '../../shared/finding.ts'
import type { Query, Statement } from '../database/work.ts'
import { type After, nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Refusal } from '../refusal.ts'

/** Of people and of cases beside each other; of one of them alone a page is longer. */
const MOST = 5
const PAGE = 20

/** What is looked for and which part of it goes on where. */
export interface PlaceQuestion {
  q: string
  part?: 'people' | 'cases'
  cursor?: string
  limit?: number
}

/** Piece, name, id, limit. */
export const foundPeople: Statement = {
  name: 'found-people',
  text: `select p.id, p.name, p.role, c.id as "contractorId", c.name as "contractorName", lower(p.name) as key
  from find_persons($1, $2, $3, $4) f join person p on p.id = f.person_id join contractor c on c.id = p.contractor_id
 order by lower(p.name), p.id`,
}
/** Piece, whether closed, opened at, id, limit. */
export const foundCases: Statement = {
  name: 'found-cases',
  text: `select k.id, k.reference, k.title, k.contractor_id as "contractorId", c.name as "contractorName", iso(k.closed_at) as "closedAt",
       case when k.closed_at is null then 'open ' else 'closed ' end || iso(k.opened_at) as key
  from find_cases($1, $2, $3, $4, $5) f join case_file k on k.id = f.case_file_id left join contractor c on c.id = k.contractor_id
 order by k.closed_at is not null, k.opened_at desc, k.id desc`,
}

/** People and cases that are called so, of those that the reader may see: the first of both, or a page of one of them. */
export async function findPlaces(query: Query, { q, part, cursor, limit }: PlaceQuestion): Promise<PlacesFound> {
  const piece = q.trim()
  // A place in the order of people is none in that of cases.
  if (cursor !== undefined && part === undefined) throw new Refusal('invalid', ['cursor'])
  const most = limit ?? (part ? PAGE : MOST)
  const nobody = { items: [], next: null }
  const isWanted = (name: PlaceQuestion['part']) => piece !== '' && (part ?? name) === name
  const [people, cases] = await Promise.all([
    isWanted('people') ? peopleAfter(query, piece, readNameCursor(cursor), most) : nobody,
    isWanted('cases') ? casesAfter(query, piece, cursor === undefined ? null : readNameCursor(cursor), most) : nobody,
  ])
  return { people: people.items, cases: cases.items, nextPeople: people.next, nextCases: cases.next }
}

async function peopleAfter(query: Query, piece: string, { key, id }: After, most: number) {
  return pageOf(await query<PersonFound & { key: string }>(foundPeople, [piece, key, id, most + 1]), most)
}

async function casesAfter(query: Query, piece: string, after: After | null, most: number) {
  const [, state, at] = /^(open|closed) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/.exec(after?.key ?? '') ?? []
  if (after && (!at || Number.isNaN(Date.parse(at)))) throw new Refusal('invalid', ['cursor'])
  const behind = after
    ? [state === 'closed', at, after.id]
    : [false, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return pageOf(await query<CaseFound & { key: string }>(foundCases, [piece, ...behind, most + 1]), most)
}

function pageOf<Row extends After>(rows: Row[], most: number) {
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return {
    items: items.map(({ key: _key, ...row }) => row),
    next: rows.length > most && last ? nameCursor(last) : null,
  }
}
