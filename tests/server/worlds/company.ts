/** What a small company holds, as the model knows it: nothing here asks the server. Ids are the server's, learnt on the way. */
export interface Company {
  people: Person[]
  groups: Group[]
  contractors: Contractor[]
  cases: Case[]
  things: Thing[]
  items: Item[]
  triage: Waiting[]
}

export interface Person {
  id: string
  name: string
  isDisabled: boolean
}

export interface Group {
  id: string
  name: string
  members: Set<string>
}

/** Who may see: users and groups by their ids, and whoever stands in the audience that this one follows. */
export interface Audience {
  members: Set<string>
  follows: Audience | null
}

export interface Contractor {
  id: string
  name: string
  addresses: string[]
  manager: string
  audience: Audience
}

export interface Case {
  id: string
  reference: string
  contractor: Contractor
  manager: string
  audience: Audience
  isClosed: boolean
}

/** A mail, the document that came with it, or an activity: it may lie in several files. */
export interface Thing {
  title: string
  kind: string
  /** Of a mail: its source, its sender, and those who have a copy of their own. */
  source: string
  sender: string
  owners: Set<string>
  /** The mail that brought a document. */
  cameWith: Thing | null
  id: string | null
}

/** A thing in a contractor's file, with the places where it lies there and those who were let in personally. */
export interface Item {
  id: string
  at: string
  objectId: string
  contractor: Contractor
  thing: Thing
  filings: Filing[]
  /** By filing it where it lay hidden, or because the mail came to him. */
  personal: Map<string, 'filed' | 'mailbox'>
}

export interface Filing {
  caseFile: Case | null
  audience: Audience
  /** A confidential circle of its own. */
  isOwn: boolean
  title: string | null
}

export interface Waiting {
  thing: Thing
  owner: string
  state: 'open' | 'left-out' | 'done'
}

/** The visibility rule, as short as it can be said, for one user. */
export function rulesFor(company: Company, user: string) {
  const isOut = company.people.some(person => person.id === user && person.isDisabled)
  const mine = new Set(isOut ? [] : [user])
  for (let size = -1; size !== mine.size; ) {
    size = mine.size
    for (const group of company.groups) if (meets(group.members, mine)) mine.add(group.id)
  }
  const holds = ({ members, follows }: Audience): boolean =>
    meets(members, mine) || (follows !== null && holds(follows))
  const seesCase = (one: Case) => holds(one.audience)
  const seesContractor = (one: Contractor) =>
    holds(one.audience) || company.cases.some(kase => kase.contractor === one && seesCase(kase))
  const filingsOf = (item: Item) => item.filings.filter(filing => holds(filing.audience))
  const seesItem = (item: Item) => filingsOf(item).length > 0 || (mine.has(user) && item.personal.has(user))
  return {
    user,
    isOut,
    holds,
    seesCase,
    seesContractor,
    filingsOf,
    seesItem,
    cases: company.cases.filter(seesCase),
    contractors: company.contractors.filter(seesContractor),
    /** Newest first, as every list of items goes. */
    items: company.items.filter(seesItem).toSorted(newestFirst),
    hasMail: (thing: Thing) =>
      thing.owners.has(user) || company.items.some(item => item.thing === thing && seesItem(item)),
  }
}
export type Rules = ReturnType<typeof rulesFor>

function meets(some: Set<string>, others: Set<string>): boolean {
  return [...some].some(one => others.has(one))
}

function newestFirst(one: Item, other: Item): number {
  return `${one.at} ${one.id}` < `${other.at} ${other.id}` ? 1 : -1
}
