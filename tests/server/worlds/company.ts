/** What a small company holds, as the model knows it: nothing here asks the server. Ids are the server's, learnt on the way. */
export interface Company {
  people: Person[]
  groups: Group[]
  contractors: Contractor[]
  relations: Relation[]
  cases: Case[]
  things: Thing[]
  items: Item[]
  triage: Waiting[]
  mailboxes: Box[]
  rules: KnownRule[]
  openings: Opening[]
  /** Which contractor a user chose for a mail's thread, by both. */
  choices: Map<string, Contractor>
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

/** Two contractors that belong together, and what the second is to the first. */
export interface Relation {
  of: [Contractor, Contractor]
  kind: string
}

export interface Case {
  id: string
  reference: string
  contractor: Contractor
  /** Whom it concerns too. */
  others: Set<Contractor>
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
  /** By which mailbox each owner's copy came; by himself for what he handed in. */
  doors: Map<string, string>
  /** The mail that brought a document. */
  cameWith: Thing | null
  id: string | null
  /** Who wrote an activity or put in a document. */
  author: string | null
  /** Who has to do a task. */
  assignee: string | null
  /** Whether it ever lay in a file, also one that it was taken out of. */
  wasFiled: boolean
}

/** Ways in that one has of himself, whoever shares or does not share the thing with him. */
export type OwnWay = 'filed' | 'mailbox' | 'kept'
export type Way = OwnWay | 'shared' | 'break-glass'

/** A thing in a contractor's file, with the places where it lies there and those who were let in personally. */
export interface Item {
  id: string
  at: string
  objectId: string
  contractor: Contractor
  thing: Thing
  filings: Filing[]
  /** Users, groups and emergency openings: by filing it where it lay hidden, because the mail came to him, or let in by somebody. */
  personal: Map<string, Way>
  /** What those have with whom it is shared, when that is taken back. */
  besides: Map<string, OwnWay>
}

export interface Filing {
  caseFile: Case | null
  audience: Audience
  /** A confidential circle of its own. */
  isOwn: boolean
  title: string | null
  /** Who put it there by hand. */
  filedBy: string | null
  /** Who looked after it where it was moved from by somebody who did not. */
  keptBy: Set<string> | null
  /** For whom and by which mailbox's consent it is held, until he releases it or (if it has one) the grace time is over. */
  held: { by: string; box: Box; hasGrace: boolean } | null
}

/** A mailbox whose owner keeps what is filed from it to himself for a while. */
export interface Box {
  id: string
  owner: string
  release: 'by-hand' | 'after-grace'
  isPaused: boolean
  /** Users and groups that decide about what waits of it, beside its owner. */
  helpers: Set<string>
}

/** A rule of somebody, or of the company (no owner), that no mail fits; it may name a place. */
export interface KnownRule {
  id: string
  name: string
  owner: string | null
  author: string
  contractor: Contractor | null
  caseFile: Case | null
}

/** An administrator's way in, which is a principal while it is open. */
export interface Opening {
  id: string
  user: string
  of: Contractor | Case | Item
  isOpen: boolean
}

export interface Waiting {
  thing: Thing
  owner: string
  state: 'open' | 'left-out' | 'done'
  /** It lay in a file before: for whom, its owner alone knows. */
  wasTakenOut: boolean
  /** Who decided last; what is seen filed nobody decided. */
  decidedBy: string | null
}

/** A mail that waits for somebody, as it begins. */
export function waiting(thing: Thing, owner: string): Waiting {
  return { thing, owner, state: 'open', wasTakenOut: false, decidedBy: null }
}

/** Whether a contractor is a party to a case. */
export function concerns({ contractor, others }: Case, one: Contractor): boolean {
  return contractor === one || others.has(one)
}

/** Who belongs together with a contractor. */
export function relatedTo({ relations }: Company, one: Contractor): Contractor[] {
  return relations.filter(({ of }) => of.includes(one)).flatMap(({ of }) => of.filter(other => other !== one))
}

/** The visibility rule, as short as it can be said, for one user. */
export function rulesFor(company: Company, user: string): Rules {
  const isOut = company.people.some(person => person.id === user && person.isDisabled)
  const mine = new Set(isOut ? [] : [user])
  for (let size = -1; size !== mine.size; ) {
    size = mine.size
    for (const group of company.groups) if (meets(group.members, mine)) mine.add(group.id)
  }
  const lasting = new Set(mine)
  for (const { id, user: opener, isOpen } of company.openings) if (isOpen && mine.has(opener)) mine.add(id)
  const meetsIn = ({ members, follows }: Audience, some: Set<string>): boolean =>
    meets(members, some) || (follows !== null && meetsIn(follows, some))
  const holds = (audience: Audience) => meetsIn(audience, mine)
  /** Otherwise than by an emergency opening, which is for looking only. */
  const standsIn = (audience: Audience) => meetsIn(audience, lasting)
  const seesCase = (one: Case) => holds(one.audience)
  const seesContractor = (one: Contractor) =>
    holds(one.audience) || company.cases.some(kase => concerns(kase, one) && seesCase(kase))
  /** Whose word it is who stands in the audience of a file or case: its manager's, while he is with the company. */
  const keeps = ({ audience, manager }: Contractor | Case) =>
    standsIn(audience) &&
    (manager === user || company.people.some(person => person.id === manager && person.isDisabled))
  const filingsOf = (item: Item) => item.filings.filter(filing => holds(filing.audience))
  const seesItem = (item: Item) => filingsOf(item).length > 0 || meets(new Set(item.personal.keys()), mine)
  return {
    user,
    isOut,
    isAdmin: company.people[0]?.id === user,
    is: (principal: string) => mine.has(principal),
    isNamed: (principal: string) => [...company.people, ...company.groups].some(({ id }) => id === principal),
    asSeenBy: (other: string): Rules => rulesFor(company, other),
    holds,
    standsIn,
    keeps,
    seesCase,
    seesContractor,
    filingsOf,
    seesItem,
    cases: company.cases.filter(seesCase),
    contractors: company.contractors.filter(seesContractor),
    /** Newest first, as every list of items goes. */
    items: company.items.filter(seesItem).toSorted(newestFirst),
    helpsWith: ({ thing, owner }: Waiting) =>
      owner !== user &&
      company.mailboxes.some(
        box => box.owner === owner && box.id === thing.doors.get(owner) && meets(box.helpers, mine),
      ),
    decides(entry: Waiting): boolean {
      return entry.state === 'open' && !entry.wasTakenOut && this.helpsWith(entry)
    },
    hasMail: (thing: Thing) =>
      thing.owners.has(user) || company.items.some(item => item.thing === thing && seesItem(item)),
  }
}

/** What the rule gives one user. */
export interface Rules {
  user: string
  isOut: boolean
  isAdmin: boolean
  /** Whether he is this user, in this group or behind this opening. */
  is(principal: string): boolean
  /** Whether it is a user or group, which have names. */
  isNamed(principal: string): boolean
  /** The rule for somebody else. */
  asSeenBy(other: string): Rules
  holds(audience: Audience): boolean
  /** Whether he stands in it otherwise than by an emergency opening. */
  standsIn(audience: Audience): boolean
  keeps(one: Contractor | Case): boolean
  seesCase(kase: Case): boolean
  seesContractor(one: Contractor): boolean
  filingsOf(item: Item): Filing[]
  seesItem(item: Item): boolean
  cases: Case[]
  contractors: Contractor[]
  items: Item[]
  /** Whether it came by a mailbox for which he helps. */
  helpsWith(entry: Waiting): boolean
  /** Whether he decides about it in its owner's place. */
  decides(entry: Waiting): boolean
  hasMail(thing: Thing): boolean
}

/** What one user finds in triage: his own in one state, and what waits where he helps; each mail once. */
export function triageOf({ triage }: Company, rules: Rules, state: 'open' | 'left-out'): Thing[] {
  const found = triage.filter(
    entry => (entry.owner === rules.user && entry.state === state) || (state === 'open' && rules.decides(entry)),
  )
  return [...new Set(found.map(({ thing }) => thing))]
}

function meets(some: Set<string>, others: Set<string>): boolean {
  return [...some].some(one => others.has(one))
}

function newestFirst(one: Item, other: Item): number {
  return `${one.at} ${one.id}` < `${other.at} ${other.id}` ? 1 : -1
}
