import {
  type Audience,
  type Case,
  type Company,
  type Contractor,
  concerns,
  type Filing,
  type Item,
  type Opening,
  type Rules,
  rulesFor,
  type Thing,
} from './company.ts'
import { endLeftOutWays, keepIn, settleKeepers, staying } from './keepers.ts'

/** Where something is put: a contractor's file at large, or a case of it. */
export interface Place {
  contractor: Contractor
  caseFile: Case | null
}

/** What the model says of an act: the status of its answer. Below 300 the company has changed. */
export type Outcome = number

/** An audience of these principals and of whoever makes it. */
export function circleOf(principals: string[], maker: string, follows: Audience | null = null): Audience {
  return { members: new Set([...principals, maker]), follows }
}

/** Whether a person may put something there by hand. */
export function mayFile(company: Company, user: string, { contractor, caseFile }: Place): Outcome {
  const rules = rulesFor(company, user)
  if (!rules.seesContractor(contractor)) return 404
  if (!caseFile) return rules.holds(contractor.audience) ? 200 : 404
  if (!concerns(caseFile, contractor) || !rules.seesCase(caseFile)) return 404
  return caseFile.isClosed ? 409 : 200
}

/** Puts a thing into a place; who cannot see it there in spite of that, because it lay there hidden, gets a way in of his own. */
export function putInto(company: Company, user: string, thing: Thing, place: Place, by: 'hand' | 'server'): Item {
  const { contractor, caseFile } = place
  thing.wasFiled = true
  let item = company.items.find(one => one.contractor === contractor && one.thing === thing)
  if (!item) {
    item = { id: '', at: '', objectId: '', contractor, thing, filings: [], personal: new Map(), besides: new Map() }
    company.items.push(item)
  }
  if (!item.filings.some(filing => filing.caseFile === caseFile)) {
    const { audience } = caseFile ?? contractor
    item.filings.push({
      caseFile,
      audience,
      isOwn: false,
      title: null,
      filedBy: by === 'hand' ? user : null,
      keptBy: null,
      held: null,
    })
  }
  const rules = rulesFor(company, user)
  if ((by === 'server' || !rules.seesItem(item)) && rules.seesContractor(contractor)) {
    const ways: Map<string, string> = item.personal.get(user) === 'shared' ? item.besides : item.personal
    if (!ways.has(user)) ways.set(user, by === 'hand' ? 'filed' : 'mailbox')
  }
  return item
}

/** A mail goes with the document that it brought. */
export function withDocument(company: Company, thing: Thing): Thing[] {
  return [thing, ...company.things.filter(one => one.cameWith === thing)]
}

/** Mail that its owner sees filed waits for him no longer. */
export function settle(company: Company, thing: Thing) {
  for (const entry of company.triage.filter(one => one.thing === thing)) {
    const rules = rulesFor(company, entry.owner)
    const isSeen = rules.items.some(item => item.thing === thing && rules.seesContractor(item.contractor))
    if (isSeen && entry.state !== 'done') Object.assign(entry, { state: 'done', decidedBy: null })
  }
}

/** Whose mail somebody decides about by filing it; they see it in files that they see. */
export function decideFor(company: Company, user: string, thing: Thing): { lying(item: Item): void; settle(): void } {
  const entries = company.triage.filter(entry => entry.thing === thing && rulesFor(company, user).decides(entry))
  return {
    lying(item) {
      for (const { owner } of entries) {
        const rules = rulesFor(company, owner)
        if (rules.seesContractor(item.contractor) && !rules.seesItem(item)) item.personal.set(owner, 'mailbox')
      }
    },
    settle() {
      for (const entry of entries) Object.assign(entry, { state: 'done', decidedBy: user })
    },
  }
}

/** Moves what a person sees filed of an item to another place. What others filed where he cannot look stays. */
export function move(company: Company, user: string, item: Item, place: Place): Outcome {
  const rules = rulesFor(company, user)
  if (!rules.seesItem(item)) return 404
  if (!mayMove(rules, user, item)) return 403
  const may = mayFile(company, user, place)
  if (may !== 200) return may
  const old = rules.filingsOf(item)[0]
  const moved = [item, ...broughtBy(company, item).filter(one => rules.filingsOf(one).length > 0)]
  const isDoerIn = () =>
    item.thing.assignee !== null && rulesFor(company, item.thing.assignee).items.some(one => one.thing === item.thing)
  const wasDoerIn = isDoerIn()
  const before = moved.map(one => {
    const filings = rules.filingsOf(one)
    const title = filings.find(filing => filing.title !== null)?.title
    const kept = [
      ...new Set([...staying(company, user, item, rules.filingsOf(item)), ...staying(company, user, one, filings)]),
    ]
    return { one, title, kept, filing: one === item ? old : (filings.find(filing => filing.isOwn) ?? filings[0]) }
  })
  const targets: Item[] = []
  for (const { one, filing, title, kept } of before) {
    const known = company.items.find(other => other.thing === one.thing && other.contractor === place.contractor)
    const lay = known?.filings.find(f => f.caseFile === place.caseFile)
    const target = putInto(company, user, one.thing, place, 'hand')
    const there = target.filings.find(f => f.caseFile === place.caseFile)
    if (there && filing?.isOwn && !there.isOwn) {
      const losing = lay ? staying(company, user, target, [lay]) : []
      Object.assign(there, { isOwn: true, audience: copyOf(filing.audience), held: filing.held })
      closeCircle(target, there.audience)
      keepIn(company, user, { item: target, filing: there }, losing)
    }
    if (there && title && there.title === null) there.title = title
    carryShares(rules, one, target)
    if (there) keepIn(company, user, { item: target, filing: there }, kept)
    targets.push(target)
  }
  for (const one of moved) {
    const held = rulesFor(company, user).filingsOf(one)
    const stays = (filing: (typeof held)[number]) =>
      !held.includes(filing) || (one.contractor === place.contractor && filing.caseFile === place.caseFile)
    one.filings = one.filings.filter(stays)
  }
  dropEmpty(company, moved)
  for (const target of targets) settleKeepers(company, target)
  const now = company.items.find(one => one.thing === item.thing && one.contractor === place.contractor)
  if (now && item.thing.assignee && wasDoerIn && !isDoerIn() && mayShow(rules, now))
    now.personal.set(item.thing.assignee, 'shared')
  return 200
}

/** To whom an item was shown by hand, the one in another file is shown too, by whoever may show both. */
function carryShares(rules: Rules, from: Item, to: Item) {
  if (from === to || !mayShow(rules, from) || !mayShow(rules, to)) return
  for (const [principal, way] of from.personal)
    if (way === 'shared' && !to.personal.has(principal)) to.personal.set(principal, 'shared')
}

/** Nobody who was only shown an item lays it where others see it. */
export function mayMove(rules: Rules, user: string, item: Item): boolean {
  return (
    mayShow(rules, item) ||
    [item.personal, item.besides].some(ways => ['mailbox', 'filed', 'kept'].includes(ways.get(user) ?? ''))
  )
}

/** Who sees an item by an audience of it, and for good, may let in others. */
export function mayShow({ standsIn }: Rules, { filings }: Item): boolean {
  return filings.some(({ audience }) => standsIn(audience))
}

/** Takes those filings of an item that a person sees out of its file, or out of one case. */
export function takeOut(company: Company, user: string, item: Item, from: Case | 'file'): Outcome {
  const rules = rulesFor(company, user)
  if (!rules.seesItem(item)) return 404
  if (from !== 'file' && !rules.filingsOf(item).some(filing => filing.caseFile === from)) return 404
  const gone = [item, ...broughtBy(company, item)]
  for (const one of gone) {
    const taken = rules.filingsOf(one).filter(filing => from === 'file' || filing.caseFile === from)
    one.filings = one.filings.filter(filing => !taken.includes(filing))
  }
  if (from === 'file') for (const ways of [item.personal, item.besides]) ways.delete(user)
  dropEmpty(company, gone)
  return 204
}

/** Gives what a person sees filed of an item, and what came with it, a circle of its own; or (null) its place's audience. */
export function encircle(company: Company, user: string, item: Item, principals: string[] | null): Outcome {
  const rules = rulesFor(company, user)
  if (!rules.seesItem(item)) return 404
  const mine = ({ filings }: Item) => filings.filter(({ audience }) => rules.standsIn(audience))
  const items = [item, ...broughtBy(company, item)].filter(one => mine(one).length > 0)
  const filings = items.flatMap(one => mine(one).map(filing => ({ one, filing })))
  const placeOf = ({ one, filing }: (typeof filings)[number]) => (filing.caseFile ?? one.contractor).audience
  if (filings.length === 0) return rules.filingsOf(item).length > 0 ? 403 : 404
  if (!principals && !filings.every(each => rules.holds(placeOf(each)))) return 404
  const ofMail = staying(company, user, item, mine(item))
  if (principals) for (const one of items) endLeftOutWays(company, user, one)
  const changes = filings.map(({ one, filing }) => {
    const stay = [...staying(company, user, one, [filing]), ...(one === item ? [] : ofMail)]
    return { one, filing, stay, inCircle: stay.filter(id => rulesFor(company, id).standsIn(filing.audience)) }
  })
  for (const { one, filing, inCircle } of changes) {
    filing.isOwn = principals !== null
    filing.audience = principals ? circleOf([...principals, ...inCircle], user) : placeOf({ one, filing })
    filing.held = null
    if (principals) closeCircle(one, filing.audience)
  }
  for (const one of items)
    settleKeepers(
      company,
      one,
      changes.flatMap(change => (change.one === one ? change.stay : [])),
    )
  return 200
}

/** Replaces who stands in an audience; whoever looks after the file, and who changes it, stay in. */
export function replaceAudience(
  audience: Audience,
  principals: string[],
  { user, manager, follows }: { user: string; manager: string; follows: Audience | null },
) {
  audience.members = new Set([...principals, user, manager])
  audience.follows = follows
}

export function broughtBy(company: Company, item: Item): Item[] {
  return company.items.filter(one => one.contractor === item.contractor && one.thing.cameWith === item.thing)
}

/** A circle means these and no others: who was let in by hand and is not named in it is out. */
function closeCircle(item: Item, { members }: Audience) {
  for (const [principal, way] of item.personal)
    if (way === 'shared' && !members.has(principal)) endShare(item, principal)
}

/** What was shared with somebody is taken back; what he has besides stays. */
export function endShare({ personal, besides }: Item, principal: string) {
  const own = besides.get(principal)
  if (own) personal.set(principal, own)
  else personal.delete(principal)
  besides.delete(principal)
}

function copyOf({ members, follows }: Audience): Audience {
  return { members: new Set(members), follows }
}

/** Personal ways in alone do not keep an item in a file. */
function dropEmpty(company: Company, touched: Item[]) {
  company.items = company.items.filter(item => item.filings.length > 0 || !touched.includes(item))
}

/** Ends the hold of filings: whoever their places let in sees them. */
export function release(company: Company, item: Item, isMeant: (filing: Filing) => boolean) {
  const ended = item.filings.filter(filing => filing.held !== null && isMeant(filing))
  for (const filing of ended)
    Object.assign(filing, { held: null, isOwn: false, audience: (filing.caseFile ?? item.contractor).audience })
  if (ended.length > 0) settle(company, item.thing)
}

/** Leaves filings to those alone for whom they were held. */
export function keepHeld(_company: Company, item: Item, isMeant: (filing: Filing) => boolean) {
  for (const filing of item.filings.filter(isMeant)) filing.held = null
}

/** An opening is over: it stands nowhere any more. */
export function endOpening({ contractors, cases, items }: Company, opening: Opening) {
  opening.isOpen = false
  for (const { audience } of [...contractors, ...cases]) audience.members.delete(opening.id)
  for (const { personal } of items) personal.delete(opening.id)
}

/** A contractor is a party no longer: what lies in the case hidden from whoever says so goes into his file, for the same people. */
export function endParty(company: Company, kase: Case, one: Contractor) {
  kase.others.delete(one)
  for (const item of company.items.filter(({ contractor }) => contractor === one))
    for (const filing of item.filings.filter(({ caseFile }) => caseFile === kase)) {
      const isThere = item.filings.some(({ caseFile }) => caseFile === null)
      if (!isThere) filing.caseFile = null
      else {
        for (const principal of filing.audience.members)
          if (!item.personal.has(principal)) item.personal.set(principal, 'shared')
        item.filings = item.filings.filter(other => other !== filing)
      }
    }
}

/** From now on two contractors belong together, or in another way than before. */
export function relate(company: Company, one: Contractor, other: Contractor, kind: string) {
  unrelate(company, one, other)
  company.relations.push({ of: [one, other], kind })
}

export function unrelate(company: Company, one: Contractor, other: Contractor) {
  company.relations = company.relations.filter(({ of }) => !(of.includes(one) && of.includes(other)))
}
