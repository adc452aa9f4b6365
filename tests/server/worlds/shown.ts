import type { Audience, Case, Company, Contractor, Filing, Item, Person, Rules, Thing } from './company.ts'
import { rulesFor } from './company.ts'

interface Row {
  id: string
  title: string
  contractorName: string | null
  cases: { reference: string }[]
}

export interface Place {
  contractorId: string
  caseId: string | null
}

/** A row as the server shows it, and as the model says. */
export function rowFrom({ id, title, contractorName, cases }: Row) {
  return { id, title, contractorName, cases: cases.map(chip => chip.reference).toSorted() }
}

export function rowOf(rules: Rules, item: Item) {
  const filings = rules.filingsOf(item)
  const titles = filings.flatMap(filing => filing.title ?? []).toSorted()
  const cases = filings.flatMap(({ caseFile }) => (caseFile && rules.seesCase(caseFile) ? [caseFile.reference] : []))
  const contractorName = rules.seesContractor(item.contractor) ? item.contractor.name : null
  return { id: item.id, title: titles.at(-1) ?? item.thing.title, contractorName, cases: cases.toSorted() }
}

export function rowsIn({ body }: { body: { items: Row[] } }) {
  return body.items.map(rowFrom)
}

export function rowsOf(rules: Rules, items: Item[]) {
  return items.map(item => rowOf(rules, item))
}

/** Where an item lies, as its reader may know; whoever has only a personal way in knows the file. */
export function placesOf(rules: Rules, item: Item): string[] {
  const contractor = rules.seesContractor(item.contractor) ? item.contractor.id : null
  const shown = ({ caseFile }: Filing) => (caseFile && rules.seesCase(caseFile) ? caseFile.id : null)
  const cases = rules.filingsOf(item).map(shown)
  return (cases.length > 0 ? cases : [null]).map(caseId => `${contractor} ${caseId}`).toSorted()
}

/** On the item itself a mail that only came to one's mailbox is filed nowhere. */
export function placesIfFiled(rules: Rules, item: Item): string[] {
  const isFiled = rules.filingsOf(item).length > 0 || item.personal.get(rules.user) === 'filed'
  return isFiled ? placesOf(rules, item) : []
}

export function placesIn(filed: Place[]): string[] {
  return filed.map(one => `${one.contractorId} ${one.caseId}`).toSorted()
}

export function unseenIn(rules: Rules, places: Place[]): Place[] {
  return places.filter(
    ({ contractorId, caseId }) =>
      !rules.contractors.some(one => one.id === contractorId) ||
      (caseId && !rules.cases.some(kase => kase.id === caseId)),
  )
}

/** Who stands in an audience, as those may know who stand in it. */
export function membersOf(rules: Rules, { audience }: Pick<Contractor, 'audience'>): string[] {
  if (!rules.holds(audience)) return []
  return [...new Set([...audience.members, ...(audience.follows?.members ?? [])])].filter(rules.isNamed).toSorted()
}

export function liesIn(rules: Rules, item: Item, kase: Case): boolean {
  return rules.filingsOf(item).some(filing => filing.caseFile === kase)
}

/** What is in the file of a document, whichever way it came. */
export function contentOf({ title, cameWith }: Thing): string {
  return cameWith ? `%PDF-1.4 ${cameWith.title}\n%%EOF` : `Treść ${title}`
}

export function isDocument({ thing }: Item): boolean {
  return thing.kind === 'document'
}

/** Whether the word that all worlds share is in it: not in documents, which have only their names. */
export function hasWord({ thing }: Item): boolean {
  return thing.cameWith === null
}

export function hasAttachmentName({ thing }: Item): boolean {
  return thing.cameWith !== null || thing.source.includes('zalacznik')
}

/** A column of a spreadsheet in Polish, without its head. */
export function cellsInCsv(text: string, column: number): (string | undefined)[] {
  return text
    .split('\r\n')
    .slice(1, -1)
    .map(line => line.split(';')[column])
}

export function namesIn({ body }: { body: { items: { name: string }[] } }): string[] {
  return body.items.map(one => one.name).toSorted()
}

export function referencesIn({ body }: { body: { items: { reference: string }[] } }): string[] {
  return body.items.map(one => one.reference)
}

export function idsIn(list: { id: string }[]): string[] {
  return list.map(one => one.id).toSorted()
}

export function titlesIn(list: Record<string, string>[], field: string): (string | undefined)[] {
  return list.map(one => one[field]).toSorted()
}

/** People whom an item's audiences let in, as far as they hold the reader too, and who have a way in of their own. */
export function itemSeers(company: Company, rules: Rules, item: Item): string[] {
  const audiences = rules.filingsOf(item).map(({ audience }) => audience)
  const isLetIn = (person: Person) => [...item.personal.keys()].some(rulesFor(company, person.id).is)
  return namesOf(company, person => isLetIn(person) || letsIn(company, person, audiences))
}

export function fileSeers(company: Company, one: Contractor): string[] {
  return namesOf(company, person => letsIn(company, person, [one.audience]))
}

export function caseSeers(company: Company, kase: Case): string[] {
  return namesOf(company, person => letsIn(company, person, [kase.audience]))
}

function letsIn(company: Company, person: Person, audiences: Audience[]): boolean {
  const { holds } = rulesFor(company, person.id)
  return audiences.some(holds)
}

function namesOf(company: Company, isThere: (person: Person) => boolean): string[] {
  return company.people
    .filter(person => !person.isDisabled && isThere(person))
    .map(({ name }) => name)
    .toSorted()
}
