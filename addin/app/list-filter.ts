import { type Kind, kindsIn } from '../../shared/kind.ts'
import { FIRST_MS, LAST_MS } from '../../shared/reach.ts'

/** How the rows of a list stand together. */
export const groupings = ['', 'case', 'thread'] as const
export type Grouping = (typeof groupings)[number]

/** Which cases of a file are listed: all, or those in one state. */
export const caseStates = ['', 'open', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** What narrows a list of items, as the address of its page holds it. */
export interface ListFilter {
  kinds: Kind[]
  q: string
  caseId: string
  personId: string
  /** Days, the last one included; empty where it is open. */
  from: string
  to: string
  withAttachment: boolean
  /** Only what came since the reader looked last. */
  isNew: boolean
  /** Together with the files of related contractors. */
  related: boolean
  group: Grouping
  /** Of the list of cases. */
  caseState: CaseState
}

/** What narrows a list besides kinds and words, wherever it is shown. */
export type Narrowing = Pick<ListFilter, 'caseId' | 'personId' | 'from' | 'to' | 'withAttachment'>

/** Everything, one after the other. */
export const noFilter: ListFilter = {
  kinds: [],
  q: '',
  caseId: '',
  personId: '',
  from: '',
  to: '',
  withAttachment: false,
  isNew: false,
  related: false,
  group: '',
  caseState: '',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const day = /^\d{4}-\d\d-\d\d$/

/** Reads a filter from an address; what is none of ours is left out. */
export function readFilter(words: URLSearchParams): ListFilter {
  const fitting = (name: string, form: RegExp) => {
    const text = words.get(name) ?? ''
    return form.test(text) ? text : ''
  }
  const dayIn = (name: string) => readDay(words.get(name) ?? '')
  return {
    kinds: kindsIn(words.getAll('kind')),
    q: words.get('q') ?? '',
    caseId: fitting('case', uuid),
    personId: fitting('person', uuid),
    from: dayIn('from'),
    to: dayIn('to'),
    withAttachment: words.get('attachment') === '1',
    isNew: words.get('new') === '1',
    related: words.get('related') === '1',
    group: groupings.find(group => group === words.get('group')) ?? '',
    caseState: caseStates.find(state => state === words.get('state')) ?? '',
  }
}

/** A day as it stands in a filter; what is none, such as a year of five digits while it is typed, is no filter. */
export function readDay(text: string): string {
  return day.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}

/** Writes a filter as an address has it; what does not narrow is not written. */
export function writeFilter(filter: ListFilter): [name: string, value: string][] {
  const { kinds: chosen, q, caseId, personId, from, to, withAttachment, isNew, related, group, caseState } = filter
  const all: [string, string][] = [
    ...chosen.map((kind): [string, string] => ['kind', kind]),
    ['q', q],
    ['case', caseId],
    ['person', personId],
    ['from', from],
    ['to', to],
    ['attachment', withAttachment ? '1' : ''],
    ['new', isNew ? '1' : ''],
    ['related', related ? '1' : ''],
    ['group', group],
    ['state', caseState],
  ]
  return all.filter(([, value]) => value !== '')
}

/** How many filters besides kinds and words narrow a list. */
export function countFilters({ caseId, personId, from, to, withAttachment, isNew }: ListFilter): number {
  return [caseId, personId, from || to, withAttachment, isNew].filter(Boolean).length
}

/** Whether anything is left out. */
export function isNarrowed(filter: ListFilter): boolean {
  return filter.kinds.length > 0 || filter.q !== '' || countFilters(filter) > 0
}

/** What the server is asked for. `all` are the kinds of the list when none is chosen, `before` when the reader looked last. */
export function questionOf(filter: ListFilter, all: Kind[] | null, before: string | null) {
  const { q, caseId, personId, from, to, withAttachment, isNew } = filter
  const wanted = filter.kinds.length > 0 ? filter.kinds : all
  return {
    ...(q && { q }),
    ...(wanted && { kind: wanted }),
    ...(caseId && { caseId }),
    ...(personId && { personId }),
    ...(from && { from: startOf(from) }),
    // The server's end is the first moment that is too late.
    ...(to && { to: dayAfter(to) }),
    ...(withAttachment && { attachment: true }),
    ...(isNew && before && { since: before }),
  }
}

/** The beginning of a day of the reader's. */
export function startOf(text: string): string {
  return withinReach(new Date(`${text}T00:00:00`))
}

/** The end of a day of the reader's, by the calendar: a day on which the clocks change has not 24 hours. */
export function dayAfter(text: string): string {
  const next = new Date(`${text}T00:00:00`)
  next.setDate(next.getDate() + 1)
  return withinReach(next)
}

/** Beyond what the server knows there is nothing that a filter could leave out. */
function withinReach(moment: Date): string {
  return new Date(Math.min(Math.max(moment.getTime(), FIRST_MS), LAST_MS)).toISOString()
}
