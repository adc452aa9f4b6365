import { type Case, type Contractor, type Item, rulesFor } from './company.ts'
import * as effects from './effects.ts'
import { giveAway } from './leaving.ts'
import { at, one, type Play } from './meant.ts'
import type { Stage } from './stage.ts'

/** How people let others in, and how administrators come in. */
export const accessPlays = {
  async share(stage, act) {
    const { company, user, item, principals } = at(stage, act)
    if (!item || principals.length === 0) return
    const isGone = principals.some(id => company.people.some(person => person.id === id && person.isDisabled))
    const expected = mayShare(stage, user, item) ?? (isGone ? 404 : 200)
    await stage.say(user, 'POST', `/api/items/${item.id}/shares`, { principals }, expected)
    if (expected !== 200) return
    for (const principal of principals) if (!item.personal.has(principal)) item.personal.set(principal, 'shared')
  },

  async unshare(stage, act) {
    const { user, item, principals } = at(stage, act)
    // Mostly somebody with whom it is shared, else anybody.
    const shared = [...(item?.personal ?? [])].filter(([, way]) => way === 'shared').map(([id]) => id)
    const principal = act.yes ? user : (one(shared, act.thing) ?? principals[0])
    if (!item || !principal) return
    const may = mayShare(stage, user, item)
    const isRefused = may === 404 || (may === 403 && principal !== user)
    const expected = isRefused ? may : item.personal.get(principal) === 'shared' ? 204 : 404
    await stage.say(user, 'DELETE', `/api/items/${item.id}/shares/${principal}`, undefined, expected)
    if (expected === 204) effects.endShare(item, principal)
  },

  /** Mostly the administrator; others are refused, which need not be seen as often. */
  async breakGlass(stage, act) {
    const { company } = stage
    const user = act.inherit ? at(stage, act).user : (company.people[0]?.id ?? '')
    const { item, kase, contractor } = at(stage, act)
    const rules = rulesFor(company, user)
    const of = act.inCase ? kase : act.yes ? item : contractor
    if (!of) return
    const isSeen = 'thing' in of ? rules.seesItem(of) : rules.holds(of.audience)
    const expected = !rules.isAdmin ? 403 : isSeen ? 409 : 201
    const reason = 'ktoś musi zajrzeć do tego teraz'
    const what = { objectType: typeOf(of), objectId: of.id, reason, minutes: 30 }
    const body = await stage.say(user, 'POST', '/api/access/break-glass', what, expected)
    if (expected !== 201) return
    company.openings.push({ id: body.id, user, of, isOpen: true })
    if ('thing' in of) of.personal.set(body.id, 'break-glass')
    else of.audience.members.add(body.id)
  },

  /** By whoever opened it, or whose file or case it is. */
  async endOpening(stage, act) {
    const { company } = stage
    const opening = one(company.openings, act.item)
    if (!opening || 'thing' in opening.of) return
    // Mostly by whoever opened it.
    const user = act.inherit ? at(stage, act).user : opening.user
    const rules = rulesFor(company, user)
    const isHis = opening.user === user || (opening.of.manager === user && rules.holds(opening.of.audience))
    const expected = isHis && opening.isOpen ? 204 : 404
    await stage.say(user, 'DELETE', `/api/access/break-glass/${opening.id}`, undefined, expected)
    if (expected === 204) effects.endOpening(company, opening)
  },

  async expireOpenings(stage) {
    await stage.expireOpenings()
    for (const opening of stage.company.openings) effects.endOpening(stage.company, opening)
  },

  /** A file or case gets somebody else to look after it. */
  async handOver(stage, act) {
    const { company, user, contractor, kase, rules } = at(stage, act)
    const of = act.inCase ? kase : contractor
    const heir = one(company.people, act.item)
    if (!of || !heir) return
    const sees = 'contractor' in of ? rules.seesCase(of) : rules.seesContractor(of)
    const refused = !sees ? 404 : !rules.holds(of.audience) ? 403 : heir.isDisabled ? 404 : null
    const expected = refused ?? (rules.keeps(of) ? 200 : 403)
    const url = 'contractor' in of ? `/api/cases/${of.id}` : `/api/contractors/${of.id}`
    await stage.say(user, 'PATCH', url, { managerId: heir.id }, expected)
    if (expected !== 200) return
    of.manager = heir.id
    of.audience.members.add(heir.id)
  },

  /** Mostly of somebody who was switched off, by the administrator. */
  async giveAway(stage, act) {
    const { company } = stage
    const user = act.inherit ? at(stage, act).user : (company.people[0]?.id ?? '')
    const gone = company.people.filter(person => person.isDisabled)
    const leaver = one(gone.length > 0 ? gone : company.people, act.thing)
    const heir = one(company.people, act.item)
    if (!leaver || !heir) return
    const refused = !leaver.isDisabled ? 409 : heir.id === user ? 403 : heir.isDisabled ? 404 : null
    const expected = rulesFor(company, user).isAdmin ? (refused ?? 200) : 403
    const body = { toId: heir.id, parts: ['contractors', 'cases', 'items'] }
    await stage.say(user, 'POST', `/api/accounts/${leaver.id}/hand-over`, body, expected)
    if (expected === 200) giveAway(company, leaver, heir)
  },
} satisfies Record<string, Play>

/** What refuses a share, if anything: only who sees an item by an audience of it, and for good, may let in others. */
function mayShare(stage: Stage, user: string, item: Item): 403 | 404 | null {
  const rules = rulesFor(stage.company, user)
  if (!rules.seesItem(item)) return 404
  return effects.mayShow(rules, item) ? null : 403
}

function typeOf(of: Contractor | Case | Item): string {
  return 'thing' in of ? 'item' : 'contractor' in of ? 'case' : 'contractor'
}
