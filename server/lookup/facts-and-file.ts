import type { TaskRow } from '../../shared/activity.ts'
import type { Viewer } from '../../shared/audience.ts'
import type { CaseFile } from '../../shared/case-file.ts'
import type { CaseChip, Filed } from '../../shared/item.ts'
import type { lookUp as contract, Match } from '../../shared/lookup.ts'
import type { MadeActivity } from '../../shared/made-activity.ts'
import { readMessageId } from '../../shared/message-id.ts'
import type { Input } from '../../shared/route.ts'
import { threadOf } from '../../shared/thread.ts'
import { readPatterns } from '../case-file/references.ts'
import type { Query } from '../database/work.ts'
import type { AddressFact } from '../filing/decide/facts.ts'
import type { Candidates, Target } from '../filing/decide-filing.ts'
import { factsParameters, namedParameters } from '../filing/filing-facts.ts'
import { findNumbers } from '../filing/find-numbers.ts'
import type { Bundle } from '../item/read-rows.ts'
import { forwardedOf } from './forwarded-of.ts'
import { lookupFile, paneLookup } from './lookup.sql.ts'
import { participantsOf } from './participants.ts'

export type Question = Input<typeof contract>['body']
type Named = Pick<Match, 'id' | 'name' | 'nip' | 'city'>
type Numbers = ReturnType<typeof findNumbers>

/** An address that somebody takes part by, with its contractor where the reader may see it. */
export type AddressMatch = AddressFact & Omit<Named, 'id'> & { person: string | null }

/** What is known of the open mail. */
export interface Facts {
  facts: Omit<Candidates, 'addresses'> & { addresses: AddressMatch[] }
  freeMail: unknown
  chosen: string | null
  named: Pick<Candidates, 'numbers' | 'taxIds'> | null
  filed: (Filed & Named)[]
  /** Of each item of those that has any. */
  attachments: { itemId: string; all: number; kept: number }[]
  activities: MadeActivity[]
}

/** Names of contractors and cases that the reader may see. */
export interface Names {
  contractors: Named[]
  cases: CaseChip[]
}

/** What is shown of one contractor, with the first page of its timeline. */
export interface ContractorFile {
  file: Names & { openCases: CaseFile[]; audience: Viewer[] }
  bundle: Bundle | null
  /** The first of what is to come, and how many there are. */
  upcoming: { bundle: Bundle; amount: number } | null
  /** The first of what is still to be done, and how many there are. */
  tasks: { items: TaskRow[]; amount: number } | null
}

/** The facts, and the file of the contractor that the decision will most likely name. */
type Found = Facts & { guess: string | null } & (Omit<ContractorFile, keyof Ahead> | { file: null; bundle: null })

/** What stands in a file beside its timeline. */
type Ahead = Pick<ContractorFile, 'upcoming' | 'tasks'>

/** The time before which the page of a timeline begins, and how many rows are asked for. */
export type Page = [before: string, limit: number]

/** Whose file is wanted, and what is suggested beside it. */
interface Wanted {
  shown: string | null
  targets: Target[]
}

const NOTHING: ContractorFile = {
  file: { contractors: [], cases: [], openCases: [], audience: [] },
  bundle: null,
  upcoming: null,
  tasks: null,
}

/** What is known of the open mail and of those who take part in it. */
export async function findOut(query: Query, question: Question, page: Page) {
  const messageId = question.messageId ? readMessageId(question.messageId) : null
  const participants = participantsOf(question)
  const forwarded = await forwardedOf(query, question, messageId, participants)
  const references = referencesOf(question)
  const sender = participants[0]?.address ?? ''
  const asked = {
    participants: [...participants, ...forwarded].map(one => one.address),
    references,
    sender,
    storedId: null,
  }
  const subject = await numbersIn(query, question.subject ?? '')
  const [row] = await query<{ answer: Found } & Ahead>(paneLookup, [
    ...factsParameters(asked).slice(0, 3),
    messageId,
    ...namedParameters({ subject, text: { cases: [], taxIds: [] } }),
    threadOf(question),
    question.contractorId ?? null,
    ...page,
  ])
  if (!row) throw new Error('a select without a table answers always')
  const { answer, ...ahead } = row
  return { found: { ...answer, ...ahead }, participants, forwarded, references, sender, subject }
}

/** The file that came with the facts, where it is the one and names all that is suggested. */
export function fileIn(
  { guess, file, bundle, upcoming, tasks }: Found & Ahead,
  { shown, targets }: Wanted,
): ContractorFile | null {
  if (shown === null && targets.length === 0) return NOTHING
  if (!file || guess !== shown) return null
  const isNamed = ({ contractorId, caseId }: Target) =>
    contractorId === shown && (caseId === null || file.openCases.some(({ id }) => id === caseId))
  return targets.every(isNamed) ? { file: { ...file, cases: file.openCases }, bundle, upcoming, tasks } : null
}

/** Any file, with the names of what is suggested. */
export async function readFile(query: Query, { shown, targets }: Wanted, page: Page): Promise<ContractorFile> {
  const contractors = targets.map(target => target.contractorId)
  const cases = targets.map(target => target.caseId)
  const [row] = await query<ContractorFile>(lookupFile, [shown, contractors, cases, ...page])
  return row ?? NOTHING
}

/** A subject without a digit names nothing, and asks nothing: most are answered in one round trip less. */
async function numbersIn(query: Query, subject: string): Promise<Numbers> {
  return /\d/.test(subject) ? findNumbers(subject, await readPatterns(query)) : findNumbers('')
}

function referencesOf({ inReplyTo, references }: Question): string[] {
  const all = [inReplyTo ?? '', ...(references ?? []).toReversed()].map(readMessageId)
  return [...new Set(all.filter(reference => reference !== null))]
}
