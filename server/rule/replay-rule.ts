import type { RuleOutcome, RuleTrial } from '../../shared/rule.ts'
import type { House } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { applyRule } from './apply-rule.ts'
import { matcherOf } from './match-rule.ts'
import { type KnownRule, readRules, ruleAmong } from './read-rules.ts'
import { ruleMailsAfter } from './rule.sql.ts'
import { outcomeOf } from './rule-outcome.ts'
import { asRuleMail, type StoredMail, trialOf } from './stored-mail.ts'

const beginning = '00000000-0000-0000-0000-000000000000'

/** One part of a replay: whether it only shows what it would do, how many mails it takes, after which one it begins. */
export interface ReplayPart {
  preview: boolean
  limit?: number
  cursor?: string
}

/**
 * Applies a saved rule to mail that came before it, one part at a time, each mail in a transaction of its own. So it
 * may be broken off anywhere and begun again: what is done already is not done twice.
 */
export async function replayRule(house: House, user: string, ruleId: string, part: ReplayPart) {
  const rule = await readyRule(house, user, ruleId)
  const { mails, next } = await readPart(house, user, rule, part)
  const items: RuleTrial[] = []
  for (const mail of mails) {
    const fits = matcherOf(await asRuleMail(mail, rule, house.blobs))
    if (!fits(rule)) continue
    const wanted = outcomeOf(rule, mail)
    const outcome = part.preview || !isDeed(wanted) ? wanted : await applyRule(house, user, rule, mail)
    items.push(trialOf(mail, outcome))
  }
  return { items, seen: mails.length, next }
}

function isDeed(outcome: RuleOutcome): boolean {
  return outcome === 'file' || outcome === 'move' || outcome === 'leave-out'
}

async function readyRule({ database }: House, user: string, ruleId: string): Promise<KnownRule> {
  const rule = ruleAmong(await database.read(user, readRules), ruleId)
  if (!rule.mayChange) throw new Refusal('not-allowed')
  if (rule.state === 'case-closed') throw new Refusal('case-closed')
  if (rule.state !== 'applies' || (rule.action === 'file' && !rule.contractorId)) throw new Refusal('not-processable')
  return rule
}

async function readPart(
  { database }: House,
  user: string,
  { scope }: KnownRule,
  { cursor, limit }: ReplayPart,
): Promise<{ mails: StoredMail[]; next: string | null }> {
  const parameters = [scope, cursor ?? beginning, limit ?? 100]
  const [row] = await database.read(user, query =>
    query<{ part: { mails: StoredMail[]; next: string | null } }>(ruleMailsAfter, parameters),
  )
  return row?.part ?? { mails: [], next: null }
}
