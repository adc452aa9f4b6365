import type { Truth } from './truth.ts'

/** What the system did with a mail, as its API tells. Lost: in no file, not in triage and not among what was left out. */
export interface Outcome {
  filed: string[]
  state: 'filed' | 'triage' | 'left-out' | 'lost'
  /** The answer's method and evidence, for the person who reads the table. */
  said: string
}

/** A mail of a story with what became of it; a place is a contractor's key, or that and a case's after a slash. */
export interface Judged {
  key: string
  theme: string
  truth: Pick<Truth, 'derivable' | 'wanted'> & { places: string[] }
  outcome: Outcome
}

/** Everything that is counted; a mail may stand in several columns (a right file, but a wrong case of it). */
export const columns = [
  'right contractor',
  'right case',
  'wrong contractor',
  'wrong case',
  'triage',
  'left out',
  'needless',
  'hidden',
  'lost',
] as const

export type Column = (typeof columns)[number]

/**
 * The columns that a mail stands in. One place outside the truth makes it wrong, whatever else is right. Needless: in a true
 * place, though nobody wanted it filed. Hidden: left out, though it belongs to a file.
 */
export function judge({ truth, outcome }: Pick<Judged, 'truth' | 'outcome'>): Set<Column> {
  if (outcome.filed.length === 0) return unfiled(truth, outcome.state)
  const contractors = new Set(truth.places.map(contractorOf))
  const strange = outcome.filed.some(place => !contractors.has(contractorOf(place)))
  const inCases = outcome.filed.filter(place => place.includes('/'))
  const strangeCase = inCases.some(place => !truth.places.includes(place))

  const found = new Set<Column>([strange ? 'wrong contractor' : 'right contractor'])
  if (inCases.length > 0) found.add(strangeCase ? 'wrong case' : 'right case')
  if (truth.wanted !== 'file' && !strange) found.add('needless')
  return found
}

function contractorOf(place: string): string {
  return place.split('/')[0] ?? ''
}

function unfiled(truth: Judged['truth'], state: Outcome['state']): Set<Column> {
  if (state === 'triage') return new Set(['triage'])
  if (state !== 'left-out') return new Set(['lost'])
  return new Set(truth.wanted === 'file' ? ['left out', 'hidden'] : ['left out'])
}

/** How many mails stand in each column. */
export function count(mails: Judged[]): Record<Column, number> {
  const sums = Object.fromEntries(columns.map(column => [column, 0])) as Record<Column, number>
  for (const mail of mails) for (const column of judge(mail)) sums[column] += 1
  return sums
}
