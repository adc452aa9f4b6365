import { type Box, type Company, type KnownRule, type Rules, rulesFor } from './company.ts'
import * as effects from './effects.ts'
import { isKnown, ruleIn, shownRule } from './known-rules.ts'
import { at, idsOf, one, type Play } from './meant.ts'
import type { Arguments } from './said.ts'
import type { Stage } from './stage.ts'

const conditions = [{ field: 'subject', operator: 'is', values: ['tak nie pisze nikt'], match: 'any' }]

/** Rules and mailboxes: what is changed in them is shown to whom they are shown, and to nobody else. */
export const settingPlays = {
  /** A rule that no mail fits: what it names must not show. */
  async keepRule(stage, act) {
    const { company, user, place, rules } = at(stage, act)
    const isCompanys = act.inherit
    const target = act.yes ? place : undefined
    const may = target ? effects.mayFile(company, user, target) : 200
    const expected = isCompanys && !rules.isAdmin ? 403 : may === 200 ? 201 : may
    const name = `Reguła ${company.rules.length}`
    const does = target ? { action: 'file', ...idsOf(target) } : { action: 'leave-out' }
    const rule = { name, scope: isCompanys ? 'company' : 'personal', match: 'all', conditions, ...does }
    const { id } = (await stage.say(user, 'POST', '/api/rules', rule, expected)) ?? {}
    if (expected !== 201) return
    const { contractor = null, caseFile = null } = target ?? {}
    company.rules.push({ id, name, owner: isCompanys ? null : user, author: user, contractor, caseFile })
  },

  /** It gets another name, or another place (or none). Whoever changes it is its author from then on. */
  async changeRule(stage, act) {
    const { place } = at(stage, act)
    const { rule, rules } = ruleOf(stage, act)
    if (!rule || rules.isOut) return
    const target = act.yes ? place : undefined
    const change = act.inherit ? { name: `${rule.name} inaczej` } : { body: bodyFor(target) }
    const refused = refusalFor(rules, rule) ?? (act.inherit ? null : mayPlace(stage.company, rules.user, target))
    const reply = await stage.say(rules.user, 'PATCH', `/api/rules/${rule.id}`, change, refused ?? 200)
    if (refused) return
    const { contractor = null, caseFile = null } = act.inherit ? rule : (target ?? {})
    Object.assign(rule, { author: rules.user, contractor, caseFile, ...('name' in change && { name: change.name }) })
    stage.same(ruleIn(reply), shownRule(rules, rule), 'a changed rule')
  },

  async removeRule(stage, act) {
    const { company } = stage
    const { rule, rules } = ruleOf(stage, act)
    if (!rule || rules.isOut) return
    const refused = refusalFor(rules, rule)
    await stage.say(rules.user, 'DELETE', `/api/rules/${rule.id}`, undefined, refused ?? 204)
    if (!refused) company.rules = company.rules.filter(other => other !== rule)
  },

  /** Paused or resumed, also by an administrator; or its owner consents to something else, which holds for mail to come. */
  async changeMailbox(stage, act) {
    const { box, rules } = boxOf(stage, act)
    if (!box || rules.isOut) return
    const isOwner = box.owner === rules.user
    const change = act.yes ? { paused: act.inherit } : { release: act.inherit ? 'after-grace' : 'by-hand' }
    const expected = isOwner || (rules.isAdmin && act.yes) ? 200 : rules.isAdmin ? 403 : 404
    const reply = await stage.say(rules.user, 'PATCH', `/api/mailboxes/${box.id}`, change, expected)
    if (expected !== 200) return
    if (act.yes) box.isPaused = act.inherit
    else box.release = act.inherit ? 'after-grace' : 'by-hand'
    stage.same(boxIn(reply), shownBox(stage.company, rules, box), 'a changed mailbox')
  },

  /** Its owner says who decides about what waits of it, which nobody says in his place. */
  async nameHelpers(stage, act) {
    const { box, rules } = boxOf(stage, act)
    if (!box || rules.isOut) return
    const expected = box.owner === rules.user ? 200 : rules.isAdmin ? 403 : 404
    const change = { helpers: stage.audienceOf(act.let) }
    const reply = await stage.say(rules.user, 'PATCH', `/api/mailboxes/${box.id}`, change, expected)
    if (expected !== 200) return
    box.helpers = new Set(stage.principalsOf(act.let))
    stage.same(boxIn(reply), shownBox(stage.company, rules, box), 'a mailbox with those who help')
  },

  async syncMailbox(stage, act) {
    const { box, rules } = boxOf(stage, act)
    if (!box || rules.isOut) return
    const isShown = box.owner === rules.user || rules.isAdmin
    const reply = await stage.say(rules.user, 'POST', `/api/mailboxes/${box.id}/sync`, undefined, isShown ? 202 : 404)
    if (isShown) stage.same(boxIn(reply), shownBox(stage.company, rules, box), 'a mailbox that is looked at')
  },

  /** What is held by its consent waits for its owner alone from then on: no grace time ends any more. */
  async removeMailbox(stage, act) {
    const { company } = stage
    const { box, rules } = boxOf(stage, act)
    if (!box || rules.isOut) return
    const isShown = box.owner === rules.user || rules.isAdmin
    await stage.say(rules.user, 'DELETE', `/api/mailboxes/${box.id}`, undefined, isShown ? 204 : 404)
    if (!isShown) return
    company.mailboxes = company.mailboxes.filter(other => other !== box)
    for (const { held } of company.items.flatMap(item => item.filings)) if (held?.box === box) held.hasGrace = false
  },
} satisfies Record<string, Play>

/** A mailbox as it is shown to somebody: how much of it is held is its owner's to know. */
export function shownBox(company: Company, rules: Rules, box: Box) {
  const isHeld = company.items.filter(
    ({ thing, filings }) =>
      thing.source !== '' && filings.some(({ held }) => held?.by === rules.user && held.box === box),
  )
  const isOff = rulesFor(company, box.owner).isOut
  const held = box.owner === rules.user ? isHeld.length : null
  const state = isOff ? 'off' : box.isPaused ? 'paused' : 'new'
  return [box.id, box.owner, box.release, state, held, [...box.helpers].toSorted()]
}

export function boxIn(box: Record<string, unknown>) {
  const helpers = Object.values(box.helpers as Record<string, string[]>).flat()
  return [box.id, box.ownerId, box.release, box.state, box.held, helpers.toSorted()]
}

/** Mostly by whose rule it is, or by an administrator. */
function ruleOf(stage: Stage, act: Arguments): { rule: KnownRule | undefined; rules: Rules } {
  const { company, user } = at(stage, act)
  const rule = one(company.rules, act.item)
  const his = rule?.owner ?? company.people[0]?.id ?? ''
  return { rule, rules: rulesFor(company, act.thing % 3 === 0 ? user : his) }
}

/** Mostly by whose mailbox it is. */
function boxOf(stage: Stage, act: Arguments): { box: Box | undefined; rules: Rules } {
  const { company, user } = at(stage, act)
  const box = one(company.mailboxes, act.item)
  return { box, rules: rulesFor(company, act.thing % 3 === 0 ? user : (box?.owner ?? user)) }
}

function refusalFor(rules: Rules, rule: KnownRule): number | null {
  if (!isKnown(rules, rule)) return 404
  return rule.owner === null && !rules.isAdmin ? 403 : null
}

function bodyFor(target: effects.Place | undefined) {
  return { match: 'all', conditions, ...(target ? { action: 'file', ...idsOf(target) } : { action: 'leave-out' }) }
}

function mayPlace(company: Company, user: string, target: effects.Place | undefined): number | null {
  const may = target ? effects.mayFile(company, user, target) : 200
  return may === 200 ? null : may
}
