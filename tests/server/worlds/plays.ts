import { type Company, rulesFor } from './company.ts'
import * as effects from './effects.ts'
import type { Arguments } from './said.ts'
import type { Stage } from './stage.ts'

/** One thing that somebody does. Numbers choose among what is there when it is done; what is not said is `plain`. */
export type Act = { act: ActName } & Partial<Arguments>
export type WholeAct = { act: ActName } & Arguments

type Play = (stage: Stage, act: WholeAct) => Promise<void>

/** What people do in a world: over the routes, and in the model. Each says which route it plays. */
export const plays = {
  async openFile(stage, act) {
    const { principals, user } = at(stage, act)
    const audience = act.inherit ? undefined : stage.audienceOf(act.let)
    await stage.openFile(user, audience, principals)
  },

  async openCase(stage, act) {
    const { company, user, contractor, rules, principals } = at(stage, act)
    if (!contractor) return
    const expected = !rules.seesContractor(contractor) ? 404 : rules.holds(contractor.audience) ? 201 : 403
    const audience = act.inherit ? {} : { audience: stage.audienceOf(act.let) }
    const url = `/api/contractors/${contractor.id}/cases`
    const body = await stage.say(user, 'POST', url, { title: `Sprawa ${company.cases.length}`, ...audience }, expected)
    if (expected !== 201) return
    const circle = effects.circleOf(act.inherit ? [] : principals, user, act.inherit ? contractor.audience : null)
    company.cases.push({
      id: body.id,
      reference: body.reference,
      contractor,
      manager: user,
      audience: circle,
      isClosed: false,
    })
  },

  async changeCase(stage, act) {
    const { user, kase, rules, principals } = at(stage, act)
    if (!kase) return
    const { contractor, manager } = kase
    const sees = rules.seesCase(kase)
    const expected = !sees || (act.inherit && !rules.holds(contractor.audience)) ? 404 : 200
    const audience = act.inherit ? 'inherit' : stage.audienceOf(act.let)
    await stage.say(user, 'PATCH', `/api/cases/${kase.id}`, { audience }, expected)
    const follows = act.inherit ? contractor.audience : null
    if (expected === 200)
      effects.replaceAudience(kase.audience, act.inherit ? [] : principals, { user, manager, follows })
  },

  async closeCase(stage, act) {
    const { user, kase, rules } = at(stage, act)
    if (!kase) return
    const expected = rules.seesCase(kase) ? 200 : 404
    await stage.say(user, 'PATCH', `/api/cases/${kase.id}`, { closed: act.yes }, expected)
    if (expected === 200) kase.isClosed = act.yes
  },

  async changeFile(stage, act) {
    const { user, contractor, rules, principals } = at(stage, act)
    if (!contractor) return
    const expected = !rules.seesContractor(contractor) ? 404 : rules.holds(contractor.audience) ? 200 : 403
    const change = { audience: stage.audienceOf(act.let) }
    await stage.say(user, 'PATCH', `/api/contractors/${contractor.id}`, change, expected)
    const { manager } = contractor
    if (expected === 200) effects.replaceAudience(contractor.audience, principals, { user, manager, follows: null })
  },

  async addAddress(stage, act) {
    const { user, contractor, rules } = at(stage, act)
    if (!contractor) return
    const expected = !rules.seesContractor(contractor) ? 404 : rules.holds(contractor.audience) ? 200 : 403
    const address = stage.addressOf(act.thing)
    await stage.say(user, 'POST', `/api/contractors/${contractor.id}/addresses`, { address }, expected)
    if (expected === 200) contractor.addresses = [...new Set([...contractor.addresses, address])]
  },

  async logActivity(stage, act) {
    const { company, user, place } = at(stage, act)
    if (!place) return
    const may = effects.mayFile(company, user, place)
    const thing = stage.freshThing((['call', 'meeting', 'note', 'task'] as const)[act.thing % 4] ?? 'note')
    const input = { kind: thing.kind, title: thing.title, ...idsOf(place), startsAt: stage.now().toISOString() }
    await stage.say(user, 'POST', '/api/activities', input, may === 200 ? 201 : may)
    if (may !== 200) return
    company.things.push(thing)
    effects.putInto(company, user, thing, place, 'hand')
  },

  /** A mail comes that nobody has seen, and goes where its sender's address says. */
  async receive(stage, act) {
    const { company, user } = at(stage, act)
    const mail = stage.freshMail(stage.addressOf(act.thing), act.yes)
    await stage.hand(user, mail.thing, '', 200)
    mail.thing.owners.add(user)
    company.things.push(mail.thing, ...mail.documents)
    const { seesContractor } = rulesFor(company, user)
    const all = company.contractors.filter(one => one.addresses.includes(mail.thing.sender))
    // Of several, those whom the owner of the mail sees: the others must not show by a doubt.
    const [contractor, second] = all.length > 1 ? all.filter(seesContractor) : all
    const isSettled = contractor !== undefined && second === undefined
    if (!isSettled || !seesContractor(contractor))
      company.triage.push({ thing: mail.thing, owner: user, state: 'open' })
    if (!isSettled) return
    for (const thing of effects.withDocument(company, mail.thing))
      effects.putInto(company, user, thing, { contractor, caseFile: null }, 'server')
    effects.settle(company, mail.thing)
  },

  /** Hands in a mail that somebody has, and says where it goes. */
  async file(stage, act) {
    const { company, user, place, mail } = at(stage, act)
    if (!place || !mail) return
    const may = effects.mayFile(company, user, place)
    const { contractorId, caseId } = idsOf(place)
    await stage.hand(user, mail, `?contractorId=${contractorId}${caseId ? `&caseId=${caseId}` : ''}`, may)
    if (may !== 200) return
    mail.owners.add(user)
    fileByHand(company, user, mail, place)
  },

  async fileTriage(stage, act) {
    const { company, user, place, mail, rules } = at(stage, act)
    if (!place || !mail?.id) return
    const { contractor, caseFile } = place
    const isShown =
      rules.seesContractor(contractor) &&
      (!caseFile || (caseFile.contractor === contractor && rules.seesCase(caseFile)))
    const expected = !isShown ? 404 : caseFile?.isClosed ? 409 : 200
    const body = await stage.say(user, 'POST', '/api/triage/file', { ids: [mail.id], ...idsOf(place) }, expected)
    if (expected !== 200) return
    const isDone = mail.owners.has(user) && effects.mayFile(company, user, place) === 200
    stage.same(body.items[0].done, isDone, 'whether it was filed')
    if (isDone) fileByHand(company, user, mail, place)
  },

  async leaveOut(stage, act) {
    const { company, user, mail } = at(stage, act)
    if (!mail?.id) return
    const entry = company.triage.find(one => one.thing === mail && one.owner === user)
    const body = await stage.say(user, 'POST', '/api/triage/leave-out', { ids: [mail.id] }, 200)
    if (entry?.state === 'open') entry.state = 'left-out'
    stage.same(body.items[0].done, entry?.state === 'left-out', 'whether it was left out')
  },

  async recover(stage, act) {
    const { company, user, mail, rules } = at(stage, act)
    if (!mail?.id) return
    const entry = company.triage.find(one => one.thing === mail && one.owner === user)
    const body = await stage.say(user, 'POST', '/api/triage/recover', { ids: [mail.id] }, 200)
    const isFiled = rules.items.some(item => item.thing === mail)
    if (entry && (entry.state === 'left-out' || !isFiled)) entry.state = 'open'
    stage.same(body.items[0].done, entry?.state === 'open', 'whether it waits again')
  },

  async moveItem(stage, act) {
    const { company, user, item, place } = at(stage, act)
    if (!item || !place) return
    const { contractorId, caseId } = idsOf(place)
    const expected = effects.move(company, user, item, place)
    await stage.say(user, 'PATCH', `/api/items/${item.id}`, { contractorId, caseId: caseId ?? null }, expected)
  },

  async assign(stage, act) {
    const { company, user, item, kase } = at(stage, act)
    if (!item || !kase) return
    const expected = effects.move(company, user, item, { contractor: kase.contractor, caseFile: kase })
    const body = await stage.say(user, 'POST', '/api/items/assign', { itemIds: [item.id], caseId: kase.id }, 200)
    stage.same(body.items[0].done, expected === 200, 'whether it was assigned')
  },

  async encircle(stage, act) {
    const { company, user, item, principals } = at(stage, act)
    if (!item) return
    const expected = effects.encircle(company, user, item, act.inherit ? null : principals)
    const audience = act.inherit ? 'inherit' : stage.audienceOf(act.let)
    await stage.say(user, 'PATCH', `/api/items/${item.id}`, { audience }, expected)
  },

  async rename(stage, act) {
    const { user, item, rules } = at(stage, act)
    if (!item) return
    const filings = rules.seesItem(item) ? rules.filingsOf(item) : []
    const title = `Tytuł ${stage.company.things.length}${act.thing % 10} ${user}`
    await stage.say(user, 'PATCH', `/api/items/${item.id}`, { title }, filings.length > 0 ? 200 : 404)
    for (const filing of filings) filing.title = title
  },

  async unfile(stage, act) {
    const { company, user, item, kase } = at(stage, act)
    if (!item) return
    const from = act.inCase && kase ? kase : 'file'
    const expected = effects.takeOut(company, user, item, from)
    await stage.say(
      user,
      'DELETE',
      `/api/items/${item.id}${from === 'file' ? '' : `?caseId=${from.id}`}`,
      undefined,
      expected,
    )
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
    if (!entry) company.triage.push({ thing, owner: user, state: 'open' })
    if (entry?.state === 'done') entry.state = 'open'
  },

  async changeGroup(stage, act) {
    const { company } = at(stage, act)
    const administrator = company.people[0]?.id ?? ''
    // Others are refused, which need not be seen as often.
    const user = act.inherit ? at(stage, act).user : administrator
    const group = company.groups[1 + (act.group % (company.groups.length - 1))]
    if (!group) return
    const members = stage.principalsOf({ ...act.let, everyone: false }).filter(id => id !== group.id)
    const expected = user === administrator ? 200 : 403
    await stage.say(user, 'PATCH', `/api/groups/${group.id}`, { members }, expected)
    if (expected === 200) group.members = new Set(members)
  },

  /** The administrator stays; somebody else is switched off, or on again. */
  async disable(stage, act) {
    const person = stage.company.people[1 + (act.item % (stage.company.people.length - 1))]
    if (person) await stage.disable(person, act.yes)
  },
} satisfies Record<string, Play>

export type ActName = keyof typeof plays
export const actNames = Object.keys(plays) as ActName[]

/** What the numbers of an act mean at this moment. */
function at(stage: Stage, act: WholeAct) {
  const { company } = stage
  const user = one(company.people, act.who)?.id ?? ''
  const contractor = one(company.contractors, act.contractor)
  const kase = one(company.cases, act.caseFile)
  const file = act.inCase && kase && act.yes ? kase.contractor : contractor
  const place = file && { contractor: file, caseFile: act.inCase ? (kase ?? null) : null }
  const mails = company.things.filter(thing => thing.source !== '')
  const item = one(company.items, act.item)
  const mail = one(mails, act.thing)
  return {
    company,
    user,
    contractor,
    kase,
    place,
    item,
    mail,
    rules: rulesFor(company, user),
    principals: stage.principalsOf(act.let),
  }
}

export function one<Thing>(things: Thing[], number: number): Thing | undefined {
  return things[number % things.length]
}

function idsOf({ contractor, caseFile }: effects.Place) {
  return { contractorId: contractor.id, ...(caseFile && { caseId: caseFile.id }) }
}

function fileByHand(company: Company, user: string, mail: Company['things'][number], place: effects.Place) {
  for (const thing of effects.withDocument(company, mail)) effects.putInto(company, user, thing, place, 'hand')
  effects.settle(company, mail)
}
