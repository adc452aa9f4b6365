import { type Kind, kindsIn } from '../../shared/kind.ts'

/** What the address of the search page says: the words, and what narrows the answer. Days are written as 2026-05-31. */
export interface SearchAddress {
  name: 'search'
  q: string
  kinds?: Kind[]
  contractorId?: string
  caseId?: string
  personId?: string
  from?: string
  to?: string
  attachment?: boolean
  order?: 'best' | 'newest'
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads the part of a search's address behind the question mark; what is no filter of ours is left out. */
export function readSearch(words: URLSearchParams): SearchAddress {
  const chosen = kindsIn(words.getAll('kind'))
  const idIn = (name: string) => (uuid.test(words.get(name) ?? '') ? words.get(name) : null)
  const [contractorId, caseId, personId] = [idIn('contractor'), idIn('case'), idIn('person')]
  const [from, to] = [dayIn(words.get('from')), dayIn(words.get('to'))]
  return {
    name: 'search',
    q: words.get('q') ?? '',
    ...(chosen.length > 0 && { kinds: chosen }),
    ...(contractorId && { contractorId }),
    ...(caseId && { caseId }),
    ...(personId && { personId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(words.has('attachment') && { attachment: true }),
    ...(words.get('order') === 'newest' && { order: 'newest' }),
  }
}

/** The address of a search. */
export function searchLink({
  q,
  kinds: chosen = [],
  contractorId,
  caseId,
  personId,
  from,
  to,
  attachment,
  order,
}: SearchAddress): string {
  const words = new URLSearchParams(chosen.map(kind => ['kind', kind]))
  if (q) words.set('q', q)
  if (contractorId) words.set('contractor', contractorId)
  if (caseId) words.set('case', caseId)
  if (personId) words.set('person', personId)
  if (from) words.set('from', from)
  if (to) words.set('to', to)
  if (attachment) words.set('attachment', 'yes')
  if (order === 'newest') words.set('order', order)
  return words.size > 0 ? `#/search?${words}` : '#/search'
}

function dayIn(text: string | null): string | null {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}
