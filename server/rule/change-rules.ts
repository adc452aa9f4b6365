import { MOST_RULES, type RuleChange, type RuleInput } from '../../shared/rule.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { checkRule } from './check-rule.ts'
import { type KnownRule, ruleAmong, rulesIn } from './read-rules.ts'

/** Adds a rule behind the others of its scope. */
export async function createRule(tx: Tx, { name, scope, ...body }: RuleInput): Promise<KnownRule> {
  const input = { name: name.trim(), scope, ...checkRule(body) }
  const [row] = await tx.sql<{ id: string }>('select create_rule($1, $2) as id', [JSON.stringify(input), MOST_RULES])
  if (!row) throw new Error('create_rule answers always')
  await record(tx, 'created', 'rule', row.id, { scope })
  return ruleAmong(await rulesIn(tx), row.id)
}

/** Switches a rule, or gives it a new version; the former ones stay, because filings name them. */
export async function changeRule(tx: Tx, ruleId: string, change: RuleChange): Promise<KnownRule> {
  const input = {
    ...(change.name !== undefined && { name: change.name.trim() }),
    ...(change.isOn !== undefined && { isOn: change.isOn }),
    ...(change.body && { body: checkRule(change.body) }),
  }
  await tx.sql('select change_rule($1, $2)', [ruleId, JSON.stringify(input)])
  await record(tx, 'changed', 'rule', ruleId, { parts: Object.keys(input) })
  return ruleAmong(await rulesIn(tx), ruleId)
}

/** Takes a rule away for good. */
export async function removeRule(tx: Tx, ruleId: string): Promise<void> {
  await tx.sql('select remove_rule($1)', [ruleId])
  await record(tx, 'removed', 'rule', ruleId)
}

/** Lets the named rules exchange their places so that they stand in this order. */
export async function orderRules(tx: Tx, scope: RuleInput['scope'], ruleIds: string[]): Promise<KnownRule[]> {
  await tx.sql('select order_rules($1, $2)', [scope, ruleIds])
  return rulesIn(tx)
}
