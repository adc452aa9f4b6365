import { MOST_HITS, type Rule } from '../../shared/rule.ts'
import type { Query, Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { showRules } from './rule.sql.ts'

/** A rule with the id of the version that is in force. */
export type KnownRule = Rule & { versionId: string }

/** The rules that the current user knows of, in the order in which they are tried. */
export async function readRules(query: Query): Promise<KnownRule[]> {
  const [row] = await query<{ rules: KnownRule[] }>(showRules, [MOST_HITS])
  return row?.rules ?? []
}

/** The same in a transaction that changes them. */
export async function rulesIn(tx: Tx): Promise<KnownRule[]> {
  return readRules((statement, parameters) => tx.sql(statement.text, parameters))
}

/** One of them. */
export function ruleAmong(rules: KnownRule[], ruleId: string): KnownRule {
  const rule = rules.find(({ id }) => id === ruleId)
  if (!rule) throw new Refusal('not-found')
  return rule
}
