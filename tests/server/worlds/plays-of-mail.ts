import {
  type Box,
  type Company,
  type Contractor,
  concerns,
  type Filing,
  type Item,
  type Rules,
  rulesFor,
  type Thing,
  type Waiting,
  waiting,
} from './company.ts'
import * as effects from './effects.ts'
import { at, idsOf, one, type Play } from './meant.ts'
import type { Stage } from './stage.ts'

/** What becomes of mail. */
export const mailPlays = {
  /** A mail comes that nobody has seen, and goes where its sender's address says, or waits. */
  async receive(stage, act) {
    const { company, user } = at(stage, act)
    const mail = stage.freshMail(stage.addressOf(act.thing), act.yes)
    await stage.hand(user, mail.thing, '', 200)
    own(mail.thing, user)
    company.things.push(mail.thing, ...mail.documents)
    const contractor = contractorOf(company, user, mail.thing)
    if (contractor) fileByAddress(company, user, mail.thing, contractor)
    else company.triage.push(waiting(mail.thing, user))
  },

  /** Hands in a mail that somebody has, and says where it goes. */
  async file(stage, act) {
    const { company, user, place, mail } = at(stage, act)
    if (!place || !mail) return
    const may = effects.mayFile(company, user, place)
    const { contractorId, caseId } = idsOf(place)
    await stage.hand(user, mail, `?contractorId=${contractorId}${caseId ? `&caseId=${caseId}` : ''}`, may)
    if (may !== 200) return
    own(mail, user)
    fileByHand(company, user, mail, place)
  },

  async fileTriage(stage, act) {
    const { company, user, place, mail, rules } = at(stage, act)
    if (!place || !mail?.id) return
    const { contractor, caseFile } = place
    const isShown =
      rules.seesContractor(contractor) && (!caseFile || (concerns(caseFile, contractor) && rules.seesCase(caseFile)))
    const expected = !isShown ? 404 : caseFile?.isClosed ? 409 : 200
    const body = await stage.say(user, 'POST', '/api/triage/file', { ids: [mail.id], ...idsOf(place) }, expected)
    if (expected !== 200) return
    const decides = company.triage.some(entry => entry.thing === mail && rules.decides(entry))
    const may = (mail.owners.has(user) || decides) && effects.mayFile(company, user, place) === 200
    // Asked again, he is told what he did.
    const didBefore = rules.items.some(
      item =>
        item.thing === mail &&
        item.contractor === contractor &&
        rules.filingsOf(item).some(filing => filing.caseFile === caseFile && filing.filedBy === user),
    )
    stage.same(body.items[0].done, may || didBefore, 'whether it was filed')
    if (may) fileByHand(company, user, mail, place)
  },

  async leaveOut(stage, act) {
    const { company, user, mail, rules } = at(stage, act)
    if (!mail?.id) return
    const entries = company.triage.filter(one => one.thing === mail)
    const body = await stage.say(user, 'POST', '/api/triage/leave-out', { ids: [mail.id] }, 200)
    const isMine = (one: Waiting) => (one.owner === user && one.state === 'open') || rules.decides(one)
    for (const one of entries.filter(isMine)) Object.assign(one, { state: 'left-out', decidedBy: user })
    const isOut = entries.some(
      one => one.state === 'left-out' && (one.owner === user || (one.decidedBy === user && rules.helpsWith(one))),
    )
    stage.same(body.items[0].done, isOut, 'whether it was left out')
  },

  async recover(stage, act) {
    const { company, user, mail, rules } = at(stage, act)
    if (!mail?.id) return
    const entries = company.triage.filter(one => one.thing === mail)
    const body = await stage.say(user, 'POST', '/api/triage/recover', { ids: [mail.id] }, 200)
    const isFiledFor = ({ items }: Rules) => items.some(item => item.thing === mail)
    for (const one of entries) {
      const isMine = one.owner === user || (one.decidedBy === user && rules.helpsWith(one))
      const isFiled = isFiledFor(rules) || isFiledFor(rulesFor(company, one.owner))
      const goesBack = one.state === 'left-out' || (one.state === 'done' && !isFiled)
      if (isMine && goesBack) Object.assign(one, { state: 'open', decidedBy: null })
    }
    const waits = entries.some(one => (one.owner === user && one.state === 'open') || rules.decides(one))
    stage.same(body.items[0].done, waits, 'whether it waits again')
  },

  async teachWrong(stage, act) {
    const { company, user, item, rules } = at(stage, act)
    if (!item) return
    const { thing } = item
    const isMail = thing.source !== ''
    const expected = !rules.seesItem(item) ? 404 : isMail ? effects.takeOut(company, user, item, 'file') : 400
    await stage.say(user, 'POST', `/api/items/${item.id}/teach`, { verdict: 'wrong' }, expected)
    const isSeen = rulesFor(company, user).items.some(one => one.thing === thing)
    if (expected !== 204 || isSeen || !thing.owners.has(user)) return
    const entry = company.triage.find(one => one.thing === thing && one.owner === user)
    if (!entry) company.triage.push({ ...waiting(thing, user), wasTakenOut: true })
    if (entry?.state === 'done') Object.assign(entry, { state: 'open', wasTakenOut: true })
  },

  /** A mail comes by the mailbox of somebody who keeps it to himself at first, or by the journal, where the same holds; or it waits. */
  async arrive(stage, act) {
    const { company, user } = at(stage, act)
    const sender = stage.addressOf(act.thing)
    if (!company.contractors.some(one => one.addresses.includes(sender))) return
    const contractor = contractorOf(company, user, { sender })
    const mail = stage.freshMail(sender, act.yes)
    const named = await stage.mailboxOf(user, act.inherit ? 'after-grace' : 'by-hand')
    const ofOwner = company.mailboxes.filter(one => one.owner === user)
    // No mailbox of his is named by the journal, so the one that shows least.
    const box = (act.inCase && ofOwner.find(one => one.release === 'by-hand')) || named
    const action = await stage.arrive(user, act.inCase ? 'journal' : box, mail.thing)
    stage.same(
      action === 'file',
      contractor !== undefined,
      'whether a mail that comes by a mailbox or the journal is filed',
    )
    own(mail.thing, user, act.inCase ? user : box.id)
    company.things.push(mail.thing, ...mail.documents)
    if (contractor) fileHeld(company, user, mail.thing, contractor, box)
    else company.triage.push(waiting(mail.thing, user))
  },

  /** A stranger's mail comes by a mailbox, or one that came to somebody else already; its owner may name who helps with it. */
  async arriveUndecided(stage, act) {
    const { company, user, mail: known } = at(stage, act)
    const fresh = stage.freshMail(stage.addressOf(act.thing), false).thing
    const mail = act.inCase && known && !known.wasFiled && !known.owners.has(user) ? known : fresh
    if (company.contractors.some(one => one.addresses.includes(mail.sender))) return
    const box = await stage.mailboxOf(user, act.inherit ? 'after-grace' : 'by-hand')
    const action = await stage.arrive(user, box, mail)
    stage.same(action === 'file', false, 'whether a stranger’s mail is filed')
    own(mail, user, box.id)
    if (mail === fresh) company.things.push(mail)
    company.triage.push(waiting(mail, user))
    if (!act.yes) return
    await stage.say(user, 'PATCH', `/api/mailboxes/${box.id}`, { helpers: stage.audienceOf(act.let) }, 200)
    box.helpers = new Set(stage.principalsOf(act.let))
  },

  async release(stage, act) {
    const { user, item } = at(stage, act)
    if (!item) return
    const done = settleHeld(stage, user, item, effects.release)
    const body = await stage.say(user, 'POST', '/api/held/release', { itemIds: [item.id] }, 200)
    stage.same(body.items[0].done, done, 'whether it was released')
  },

  async keepPrivate(stage, act) {
    const { user, item } = at(stage, act)
    if (!item) return
    const done = settleHeld(stage, user, item, effects.keepHeld)
    const body = await stage.say(user, 'POST', '/api/held/keep-private', { itemIds: [item.id] }, 200)
    stage.same(body.items[0].done, done, 'whether it was kept')
  },

  /** The grace time of every mailbox is over. */
  async endGrace(stage) {
    const { company } = stage
    await stage.endGrace()
    for (const item of company.items) effects.release(company, item, filing => filing.held?.hasGrace === true)
  },

  /** Which contractor a mail's thread is about, for one user; told to nobody, and to him only as far as he sees it. */
  async choose(stage, act) {
    const { user, mail, contractor, rules } = at(stage, act)
    if (!mail || !contractor) return
    const body = { thread: stage.messageIdOf(mail), contractorId: contractor.id }
    const isSeen = rules.seesContractor(contractor)
    await stage.say(user, 'POST', '/api/lookup/choice', body, isSeen ? 204 : 404)
    if (isSeen) stage.company.choices.set(`${user} ${stage.messageIdOf(mail)}`, contractor)
  },

  /** What waits from an address of a contractor is decided again; only mail that never lay anywhere, of which the address alone says where it goes. */
  async sweep(stage, act) {
    const { company, user, contractor, rules } = at(stage, act)
    if (!contractor) return
    const address = (act.yes && one(contractor.addresses, act.thing)) || stage.addressOf(act.thing)
    const isShown = rules.seesContractor(contractor)
    const expected = !isShown ? 404 : contractor.addresses.includes(address) ? 200 : 400
    const swept = company.triage.filter(
      entry => entry.owner === user && entry.state === 'open' && entry.thing.sender === address,
    )
    if (swept.some(({ thing }) => thing.wasFiled)) return
    const body = await stage.say(user, 'POST', `/api/contractors/${contractor.id}/sweep`, { address }, expected)
    if (expected !== 200) return
    const fitting = contractorOf(company, user, { sender: address })
    for (const { thing } of swept) {
      if (!fitting) break
      const box = company.mailboxes.find(({ id }) => id === thing.doors.get(user))
      if (box) fileHeld(company, user, thing, fitting, box)
      else fileByAddress(company, user, thing, fitting)
    }
    const filed = fitting ? swept.length : 0
    stage.same(body, { looked: swept.length, filed, next: null }, 'what was swept')
  },
} satisfies Record<string, Play>

/** The one contractor whose address says that a mail is his, of those whom its owner sees, if he looks in that file: nobody gathers the mail of others. */
function contractorOf(company: Company, user: string, { sender }: Pick<Thing, 'sender'>): Contractor | undefined {
  const { seesContractor, holds } = rulesFor(company, user)
  const all = company.contractors.filter(one => one.addresses.includes(sender) && seesContractor(one))
  const [contractor, second] = all
  return contractor && !second && holds(contractor.audience) ? contractor : undefined
}

function fileByAddress(company: Company, user: string, mail: Thing, contractor: Contractor) {
  for (const thing of effects.withDocument(company, mail))
    effects.putInto(company, user, thing, { contractor, caseFile: null }, 'server')
  effects.settle(company, mail)
}

/** What comes by a mailbox whose owner keeps it to himself at first is seen by him alone until he, or time, lets it go. */
function fileHeld(company: Company, user: string, mail: Thing, contractor: Contractor, box: Box) {
  for (const thing of effects.withDocument(company, mail)) {
    const item = effects.putInto(company, user, thing, { contractor, caseFile: null }, 'server')
    for (const filing of item.filings)
      Object.assign(filing, {
        isOwn: true,
        audience: effects.circleOf([], user),
        held: { by: user, box, hasGrace: box.release === 'after-grace' },
      })
  }
  effects.settle(company, mail)
}

/** Settles what is held for somebody of an item and of what came with it; answers whether the item itself was. */
function settleHeld(stage: Stage, user: string, item: Item, settle: typeof effects.release): boolean {
  const { company } = stage
  const rules = rulesFor(company, user)
  const isHis = ({ held, audience }: Filing) => held !== null && (held.by === user || rules.holds(audience))
  const done = item.filings.some(isHis)
  for (const one of [item, ...effects.broughtBy(company, item)]) settle(company, one, isHis)
  return done
}

/** The same mail comes once by each door; the first one counts. */
function own(mail: Thing, user: string, door = user) {
  mail.owners.add(user)
  if (!mail.doors.has(user)) mail.doors.set(user, door)
}

function fileByHand(company: Company, user: string, mail: Thing, place: effects.Place) {
  const others = effects.decideFor(company, user, mail)
  for (const thing of effects.withDocument(company, mail)) {
    const item = effects.putInto(company, user, thing, place, 'hand')
    others.lying(item)
    // Nobody's consent holds what somebody else brings to the same place.
    effects.release(company, item, filing => filing.caseFile === place.caseFile)
  }
  effects.settle(company, mail)
  others.settle()
}
