import { count, type Judged } from './judge.ts'

/** The shares that we hold, from 0 to 1. */
export interface Figures {
  /** Mails in a place that is not theirs, or nowhere at all. */
  wrong: number
  rightContractor: number
  rightCase: number
  /** Of the mails that neither say nor need to say where they belong, those that a person has to look at for nothing. */
  needlessTriage: number
}

const LEAST_CONTRACTOR = 0.9
const LEAST_CASE = 0.75
const MOST_TRIAGE = 0.15

export function figuresOf(mails: Judged[]): Figures {
  const known = mails.filter(mail => mail.truth.derivable !== 'neither')
  const withCase = mails.filter(mail => mail.truth.derivable === 'case')
  const rest = mails.filter(mail => mail.truth.derivable === 'neither' && mail.truth.wanted !== 'triage')
  const all = count(mails)
  return {
    wrong: all['wrong contractor'] + all['wrong case'] + all.lost,
    rightContractor: share(count(known)['right contractor'], known),
    rightCase: share(count(withCase)['right case'], withCase),
    needlessTriage: share(count(rest).triage, rest),
  }
}

export function isHeld({ wrong, rightContractor, rightCase, needlessTriage }: Figures): boolean {
  return wrong === 0 && rightContractor >= LEAST_CONTRACTOR && rightCase >= LEAST_CASE && needlessTriage <= MOST_TRIAGE
}

function share(part: number, mails: Judged[]): number {
  return mails.length === 0 ? 0 : part / mails.length
}
