import { domainOf, isFreeMail, withoutTag } from '../../shared/address.ts'
import type { Filed, Timeline } from '../../shared/item.ts'
import type { FiledMail, Lookup, Match } from '../../shared/lookup.ts'
import type { Query } from '../database/work.ts'
import type { Target } from '../filing/decide-filing.ts'
import { freeMailOf } from '../filing/filing-settings.ts'
import { rowsOf } from '../item/read-rows.ts'
import { pageOf } from '../list/cursor.ts'
import { companyOfDomain } from './company-of-domain.ts'
import {
  type AddressMatch,
  type ContractorFile,
  type Facts,
  fileIn,
  findOut,
  type Names,
  type Page,
  type Question,
  readFile,
} from './facts-and-file.ts'
import { domainsOf, type Participant } from './participants.ts'
import { suggest } from './suggest.ts'

/** Runs questions in one reading transaction as the person who asks. */
type Read = <Result>(act: (query: Query) => Promise<Result>) => Promise<Result>

const TIMELINE_LIMIT = 25
const NOTHING: Timeline = { items: [], next: null }

/** Who is this, what do we have on them, where would this mail go: the pane's one question. */
export async function lookUp(read: Read, question: Question, now: Date): Promise<Lookup> {
  const limit = question.limit ?? TIMELINE_LIMIT
  // What lies in the future is not in the timeline; what happens at this moment is.
  const page: Page = [new Date(now.getTime() + 1).toISOString(), limit + 1]
  const { found, participants, forwarded, references, sender, subject } = await read(query =>
    findOut(query, question, page),
  )

  const { filed, chosen } = found
  const freeMail = freeMailOf({ 'filing-free-mail': found.freeMail })
  const matches = matchesIn(found, domainsOf([...participants, ...forwarded]), freeMail)
  const facts = { ...found.facts, ...found.named, freeMail }
  const isForeign = ({ address }: Participant) => !facts.own.includes(address)
  const others = participants.filter(isForeign)
  const first = forwarded.filter(isForeign)
  const targets = suggest({ participants: others, references, sender, subject, forwarded: first }, facts)
  const people = [...others, ...first]
  const contractors = contractorsOf(people, matches, filed)
  const shown = question.contractorId ?? chosen ?? contractors[0]?.id ?? targets[0]?.contractorId ?? null
  const wanted = { shown, targets }
  const { file, bundle, upcoming, tasks } =
    fileIn(found, wanted) ?? (await read(query => readFile(query, wanted, page)))
  const isVisible = file.contractors.some(contractor => contractor.id === shown)

  return {
    contractors: contractors.length > 0 ? contractors : byThread(targets, file),
    chosen: chosenOf(chosen, file),
    filed: filed.map(({ nip: _nip, city: _city, id: _id, name: _name, ...rest }) => withAttachments(rest, found)),
    activities: found.activities,
    suggestions: named(targets, file),
    unknown: unknownOf(people, matches, freeMail),
    ours: participants.map(({ address }) => address).filter(address => facts.own.includes(address)),
    openCases: file.openCases,
    audience: file.audience,
    timeline: isVisible && bundle ? pageOf(rowsOf(bundle), limit, row => row.occurredAt) : NOTHING,
    ...(isVisible && upcoming && { upcoming: toCome(upcoming) }),
    ...(isVisible && tasks && { tasks: { items: tasks.items, more: tasks.amount - tasks.items.length } }),
  }
}

function toCome({ bundle, amount }: NonNullable<ContractorFile['upcoming']>): NonNullable<Lookup['upcoming']> {
  const items = rowsOf(bundle)
  return { items, more: amount - items.length }
}

function withAttachments(filed: Filed, { attachments }: Facts): FiledMail {
  const counted = attachments.find(({ itemId }) => itemId === filed.itemId)
  return counted ? { ...filed, attachments: { all: counted.all, kept: counted.kept } } : filed
}

/** Addresses of contractors that the reader may see, by name; a domain counts where it is a company's. */
function matchesIn({ facts }: Facts, domains: string[], freeMail: string[]): AddressMatch[] {
  return facts.addresses
    .filter(
      ({ visible, isDomain, value }) =>
        visible && (!isDomain || (domains.includes(value) && !freeMail.includes(value))),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name))
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

function chosenOf(id: string | null, file: Names): Lookup['chosen'] {
  const contractor = file.contractors.find(one => one.id === id)
  return contractor ? { id: contractor.id, name: contractor.name } : null
}

function byThread(targets: ReturnType<typeof suggest>, file: Names): Match[] {
  const [first] = targets
  const contractor = file.contractors.find(one => one.id === first?.contractorId)
  return contractor ? [{ ...contractor, via: 'thread', address: '', person: null }] : []
}

/** Only what the reader may see gets a name, and only what has a name is suggested. */
export function named(targets: Target[], file: Names): Lookup['suggestions'] {
  return targets.flatMap(target => {
    const contractor = file.contractors.find(one => one.id === target.contractorId)
    const caseFile = file.cases.find(one => one.id === target.caseId)
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
    .map(({ address, name }) => {
      const domain = domainOf(address)
      return isFree(domain, freeMail)
        ? { address, name, isFreeMail: true }
        : { address, name, isFreeMail: false, company: companyOfDomain(domain) }
    })
}

function isFree(domain: string, freeMail: string[]): boolean {
  return isFreeMail(domain) || freeMail.includes(domain)
}
