import { domainOf, isFreeMail, withoutTag } from '../../shared/address.ts'
import type { Viewer } from '../../shared/audience.ts'
import type { CaseFile } from '../../shared/case-file.ts'
import type { CaseChip, Filed, Timeline } from '../../shared/item.ts'
import type { lookUp as contract, Lookup, Match } from '../../shared/lookup.ts'
import { readMessageId } from '../../shared/message-id.ts'
import type { Input } from '../../shared/route.ts'
import { threadOf } from '../../shared/thread.ts'
import { readPatterns } from '../case-file/references.ts'
import type { Query } from '../database/work.ts'
import type { AddressFact } from '../filing/decide/facts.ts'
import type { Candidates, Target } from '../filing/decide-filing.ts'
import { factsParameters, namedParameters } from '../filing/filing-facts.ts'
import { freeMailOf } from '../filing/filing-settings.ts'
import { findNumbers } from '../filing/find-numbers.ts'
import { type Bundle, rowsOf } from '../item/read-rows.ts'
import { pageOf } from '../list/cursor.ts'
import { forwardedOf } from './forwarded-of.ts'
import { lookupFacts, lookupFile } from './lookup.sql.ts'
import { domainsOf, type Participant, participantsOf } from './participants.ts'
import { suggest } from './suggest.ts'

type Question = Input<typeof contract>['body']
type Numbers = ReturnType<typeof findNumbers>
type Named = Pick<Match, 'id' | 'name' | 'nip' | 'city'>
type AddressMatch = AddressFact & Omit<Named, 'id'> & { person: string | null }

interface Facts {
  facts: Omit<Candidates, 'addresses'> & { addresses: AddressMatch[] }
  freeMail: unknown
  chosen: string | null
  named: Pick<Candidates, 'numbers' | 'taxIds'> | null
  filed: (Filed & Named)[]
}

/** Names of contractors and cases that the reader may see. */
export interface Names {
  contractors: Named[]
  cases: CaseChip[]
}

interface File extends Names {
  openCases: CaseFile[]
  audience: Viewer[]
}

const TIMELINE_LIMIT = 25
const NOTHING: Timeline = { items: [], next: null }

/** Who is this, what do we have on them, where would this mail go: the pane's one question. */
export async function lookUp(query: Query, question: Question, now: Date): Promise<Lookup> {
  const messageId = question.messageId ? readMessageId(question.messageId) : null
  const participants = participantsOf(question)
  const forwarded = await forwardedOf(query, question, messageId, participants)
  const references = referencesOf(question)
  const asked = {
    participants: [...participants, ...forwarded].map(one => one.address),
    references,
    sender: participants[0]?.address ?? '',
    storedId: null,
  }
  const subject = await numbersIn(query, question.subject ?? '')
  const [found] = await query<Facts>(lookupFacts, [
    ...factsParameters(asked),
    messageId,
    ...namedParameters({ subject, text: { cases: [], taxIds: [] } }),
    threadOf(question),
  ])
  if (!found) throw new Error('a select without a table answers always')

  const { filed, named: numbers } = found
  const domains = domainsOf([...participants, ...forwarded])
  const freeMail = freeMailOf({ 'filing-free-mail': found.freeMail })
  const matches = found.facts.addresses
    .filter(
      ({ visible, isDomain, value }) =>
        visible && (!isDomain || (domains.includes(value) && !freeMail.includes(value))),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name))
  const facts = { ...found.facts, ...numbers, freeMail }
  const isForeign = ({ address }: Participant) => !facts.own.includes(address)
  const others = participants.filter(isForeign)
  const first = forwarded.filter(isForeign)
  const targets = suggest({ participants: others, references, sender: asked.sender, subject, forwarded: first }, facts)
  const people = [...others, ...first]
  const contractors = contractorsOf(people, matches, filed)
  const shown = question.contractorId ?? found.chosen ?? contractors[0]?.id ?? targets[0]?.contractorId ?? null
  const limit = question.limit ?? TIMELINE_LIMIT
  const [answer] = await query<{ file: File; bundle: Bundle }>(lookupFile, [
    shown,
    targets.map(target => target.contractorId),
    targets.map(target => target.caseId),
    // What lies in the future is not in the timeline; what happens at this moment is.
    new Date(now.getTime() + 1).toISOString(),
    limit + 1,
  ])
  const file = answer?.file
  const isVisible = file?.contractors.some(contractor => contractor.id === shown)
  const timeline = isVisible && answer ? pageOf(rowsOf(answer.bundle), limit, row => row.occurredAt) : NOTHING

  return {
    contractors: contractors.length > 0 ? contractors : byThread(targets, file),
    chosen: chosenOf(found.chosen, file),
    filed: filed.map(({ nip: _nip, city: _city, id: _id, name: _name, ...rest }) => rest),
    suggestions: named(targets, file),
    unknown: unknownOf(people, matches, freeMail),
    openCases: file?.openCases ?? [],
    audience: file?.audience ?? [],
    timeline,
  }
}

/** A subject without a digit names nothing, and asks nothing: most are answered in one round trip less. */
async function numbersIn(query: Query, subject: string): Promise<Numbers> {
  return /\d/.test(subject) ? findNumbers(subject, await readPatterns(query)) : findNumbers('')
}

function referencesOf({ inReplyTo, references }: Question): string[] {
  const all = [inReplyTo ?? '', ...(references ?? []).toReversed()].map(readMessageId)
  return [...new Set(all.filter(reference => reference !== null))]
}

/** Contractors in the order of the participants, then those in whose file the mail lies already; each once. */
function contractorsOf(participants: Participant[], matches: AddressMatch[], filed: Facts['filed']): Match[] {
  const byAddress = participants.flatMap(({ address }) =>
    matchesOf(address, matches).map(({ contractorId: id, name, nip, city, isDomain, person }) => {
      const via: Match['via'] = isDomain ? 'domain' : 'address'
      return { id, name, nip, city, via, address, person }
    }),
  )
  const byFiling = filed.flatMap(({ contractorId, contractorName, nip, city }): Match[] =>
    contractorId
      ? [{ id: contractorId, name: contractorName ?? '', nip, city, via: 'filed', address: '', person: null }]
      : [],
  )
  return [...byAddress, ...byFiling].filter(
    (match, index, all) => all.findIndex(other => other.id === match.id) === index,
  )
}

/** The exact address before the one without its tag before the company's domain. */
function matchesOf(address: string, matches: AddressMatch[]): AddressMatch[] {
  const exact = matches.filter(match => !match.isDomain && match.value === address)
  if (exact.length > 0) return exact
  const untagged = matches.filter(match => !match.isDomain && match.value === withoutTag(address))
  return untagged.length > 0 ? untagged : matches.filter(match => match.isDomain && match.value === domainOf(address))
}

function chosenOf(id: string | null, file: File | undefined): Lookup['chosen'] {
  const contractor = file?.contractors.find(one => one.id === id)
  return contractor ? { id: contractor.id, name: contractor.name } : null
}

function byThread(targets: ReturnType<typeof suggest>, file: File | undefined): Match[] {
  const [first] = targets
  const contractor = file?.contractors.find(one => one.id === first?.contractorId)
  return contractor ? [{ ...contractor, via: 'thread', address: '', person: null }] : []
}

/** Only what the reader may see gets a name, and only what has a name is suggested. */
export function named(targets: Target[], file: Names | undefined): Lookup['suggestions'] {
  return targets.flatMap(target => {
    const contractor = file?.contractors.find(one => one.id === target.contractorId)
    const caseFile = file?.cases.find(one => one.id === target.caseId)
    if (!contractor || (target.caseId && !caseFile)) return []
    return [
      {
        contractorId: contractor.id,
        contractorName: contractor.name,
        caseId: caseFile?.id ?? null,
        caseReference: caseFile?.reference ?? null,
        caseTitle: caseFile?.title ?? null,
        method: target.method,
        reason: target.evidence,
        score: target.score,
      },
    ]
  })
}

function unknownOf(participants: Participant[], matches: AddressMatch[], freeMail: string[]): Lookup['unknown'] {
  return participants
    .filter(({ address }) => matchesOf(address, matches).length === 0)
    .map(({ address, name }) => ({ address, name, isFreeMail: isFree(domainOf(address), freeMail) }))
}

function isFree(domain: string, freeMail: string[]): boolean {
  return isFreeMail(domain) || freeMail.includes(domain)
}
