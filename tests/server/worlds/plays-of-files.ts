import { relationKinds } from '../../../shared/contractor-relation.ts'
import { concerns, relatedTo, rulesFor } from './company.ts'
import * as effects from './effects.ts'
import { at, one, type Play } from './meant.ts'
import type { Stage } from './stage.ts'

/** What people do to files, cases and groups. */
export const filePlays = {
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
      others: new Set(),
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
    const isThere = sees && !(act.inherit && !rules.holds(contractor.audience))
    const expected = !isThere ? 404 : rules.keeps(kase) ? 200 : 403
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

  /** Mostly by whoever looks after the case. */
  async addParty(stage, act) {
    const { company, kase, contractor } = at(stage, act)
    if (!kase || !contractor) return
    const user = act.inherit ? at(stage, act).user : kase.manager
    if (isOut(stage, user)) return
    const rules = rulesFor(company, user)
    const expected = rules.seesCase(kase) && rules.holds(contractor.audience) ? 204 : 404
    await stage.say(user, 'PUT', `/api/cases/${kase.id}/parties/${contractor.id}`, {}, expected)
    if (expected === 204 && kase.contractor !== contractor) kase.others.add(contractor)
  },

  async endParty(stage, act) {
    const { company, contractor } = at(stage, act)
    // Mostly of one who is a party, by whoever looks after the case.
    const wide = company.cases.filter(({ others }) => others.size > 0)
    const kase = act.yes && wide.length > 0 ? wide[act.caseFile % wide.length] : at(stage, act).kase
    const one = kase && act.yes ? [kase.contractor, ...kase.others].at(-1) : contractor
    if (!kase || !one) return
    const user = act.inherit ? at(stage, act).user : kase.manager
    if (isOut(stage, user)) return
    const rules = rulesFor(company, user)
    const isThere = rules.seesCase(kase) && rules.holds(one.audience) && concerns(kase, one)
    const liesThere = company.items.some(
      item => item.contractor === one && rules.filingsOf(item).some(({ caseFile }) => caseFile === kase),
    )
    const expected = !isThere ? 404 : kase.contractor === one || liesThere ? 403 : 204
    await stage.say(user, 'DELETE', `/api/cases/${kase.id}/parties/${one.id}`, undefined, expected)
    if (expected === 204) effects.endParty(company, kase, one)
  },

  /** Mostly by whoever looks after one of both. */
  async relate(stage, act) {
    const { company, contractor } = at(stage, act)
    const other = one(company.contractors, act.thing)
    if (!contractor || !other) return
    const user = act.inherit ? at(stage, act).user : contractor.manager
    if (isOut(stage, user)) return
    const rules = rulesFor(company, user)
    const sees = rules.seesContractor(contractor) && rules.seesContractor(other)
    const holds = rules.holds(contractor.audience) && rules.holds(other.audience)
    const expected = contractor === other ? 400 : !sees ? 404 : holds ? 204 : 403
    const kind = relationKinds[act.item % relationKinds.length] ?? 'other'
    await stage.say(user, 'PUT', `/api/contractors/${contractor.id}/related/${other.id}`, { kind }, expected)
    if (expected === 204) effects.relate(company, contractor, other, kind)
  },

  async unrelate(stage, act) {
    const { company } = at(stage, act)
    const known = one(company.relations, act.item)?.of
    // Mostly of two who are related, by whoever looks after one of both.
    const [contractor, other] =
      act.yes && known ? known : [at(stage, act).contractor, one(company.contractors, act.thing)]
    if (!contractor || !other) return
    const user = act.inherit ? at(stage, act).user : contractor.manager
    if (isOut(stage, user)) return
    const rules = rulesFor(company, user)
    const isThere = [contractor, other].every(rules.seesContractor) && relatedTo(company, contractor).includes(other)
    const holds = rules.holds(contractor.audience) && rules.holds(other.audience)
    const expected = !isThere ? 404 : holds ? 204 : 403
    await stage.say(user, 'DELETE', `/api/contractors/${contractor.id}/related/${other.id}`, undefined, expected)
    if (expected === 204) effects.unrelate(company, contractor, other)
  },

  async changeFile(stage, act) {
    const { user, contractor, rules, principals } = at(stage, act)
    if (!contractor) return
    const expected = !rules.seesContractor(contractor) ? 404 : rules.keeps(contractor) ? 200 : 403
    const change = { audience: stage.audienceOf(act.let) }
    await stage.say(user, 'PATCH', `/api/contractors/${contractor.id}`, change, expected)
    const { manager } = contractor
    if (expected === 200) effects.replaceAudience(contractor.audience, principals, { user, manager, follows: null })
  },

  async follow(stage, act) {
    const { user, contractor, kase, rules } = at(stage, act)
    const [object, sees] = act.inCase
      ? [kase && `cases/${kase.id}`, kase && rules.seesCase(kase)]
      : [contractor && `contractors/${contractor.id}`, contractor && rules.seesContractor(contractor)]
    if (object) await stage.say(user, 'PUT', `/api/${object}/follow`, { follows: act.yes }, sees ? 204 : 404)
  },

  async addAddress(stage, act) {
    const { user, contractor, rules } = at(stage, act)
    if (!contractor) return
    const expected = !rules.seesContractor(contractor) ? 404 : rules.holds(contractor.audience) ? 200 : 403
    const address = stage.addressOf(act.thing)
    await stage.say(user, 'POST', `/api/contractors/${contractor.id}/addresses`, { address }, expected)
    if (expected === 200) contractor.addresses = [...new Set([...contractor.addresses, address])]
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

function isOut({ company }: Stage, user: string): boolean {
  return company.people.some(person => person.id === user && person.isDisabled)
}
