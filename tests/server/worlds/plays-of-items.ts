import { concerns, type Item, rulesFor } from './company.ts'
import * as effects from './effects.ts'
import { staying } from './keepers.ts'
import { at, idsOf, type Play } from './meant.ts'
import type { Stage } from './stage.ts'

/** What people do to single items. */
export const itemPlays = {
  async logActivity(stage, act) {
    const { company, user, place, principals } = at(stage, act)
    if (!place) return
    const may = effects.mayFile(company, user, place)
    const thing = stage.freshThing((['call', 'meeting', 'note', 'task'] as const)[act.thing % 4] ?? 'note')
    const isOwn = act.yes
    const audience = isOwn ? { audience: stage.audienceOf(act.let) } : {}
    const input = {
      kind: thing.kind,
      title: thing.title,
      ...idsOf(place),
      ...audience,
      startsAt: stage.now().toISOString(),
    }
    await stage.say(user, 'POST', '/api/activities', input, may === 200 ? 201 : may)
    if (may !== 200) return
    thing.author = user
    if (thing.kind === 'task') thing.assignee = user
    company.things.push(thing)
    const { filings } = effects.putInto(company, user, thing, place, 'hand')
    if (isOwn)
      for (const filing of filings) Object.assign(filing, { isOwn, audience: effects.circleOf(principals, user) })
  },

  async upload(stage, act) {
    const { company, user, place } = at(stage, act)
    if (!place) return
    const may = effects.mayFile(company, user, place)
    const file = stage.freshThing('document')
    const { contractorId, caseId } = idsOf(place)
    await stage.put(user, file, { contractorId, ...(caseId && { caseId }) }, may === 200 ? 201 : may)
    if (may !== 200) return
    file.author = user
    company.things.push(file)
    effects.putInto(company, user, file, place, 'hand')
  },

  async moveItem(stage, act) {
    const { company, user, item, place } = at(stage, act)
    if (!item || !place) return
    const { contractorId, caseId } = idsOf(place)
    const mustStillSee = takingFrom(stage, user, item)
    const expected = effects.move(company, user, item, place)
    mustStillSee()
    await stage.say(user, 'PATCH', `/api/items/${item.id}`, { contractorId, caseId: caseId ?? null }, expected)
  },

  async assign(stage, act) {
    const { company, user, item, kase } = at(stage, act)
    if (!item || !kase) return
    const contractor = concerns(kase, item.contractor) ? item.contractor : kase.contractor
    const mustStillSee = takingFrom(stage, user, item)
    const expected = effects.move(company, user, item, { contractor, caseFile: kase })
    mustStillSee()
    const body = await stage.say(user, 'POST', '/api/items/assign', { itemIds: [item.id], caseId: kase.id }, 200)
    stage.same(body.items[0].done, expected === 200, 'whether it was assigned')
  },

  async encircle(stage, act) {
    const { company, user, item, principals } = at(stage, act)
    if (!item) return
    const mustStillSee = takingFrom(stage, user, item)
    const expected = effects.encircle(company, user, item, act.inherit ? null : principals)
    mustStillSee()
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
} satisfies Record<string, Play>

/** Before somebody narrows or moves an item: answers a check that nobody lost it from whom he cannot take it. */
function takingFrom(stage: Stage, user: string, item: Item): () => void {
  const { company, same } = stage
  const keepers = staying(company, user, item, rulesFor(company, user).filingsOf(item))
  return () => {
    const losers = keepers.filter(id => !rulesFor(company, id).items.some(({ thing }) => thing === item.thing))
    same(losers, [], 'keepers from whom an item was taken')
  }
}
