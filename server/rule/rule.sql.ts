import type { Statement } from '../database/work.ts'

/** The rules that one knows of. Parameter: above how many hits are not counted. */
export const showRules: Statement = { name: 'show-rules', text: 'select show_rules($1) as rules' }

/** The latest mail on which one may try a rule. Parameters: scope, how many. */
export const latestRuleMails: Statement = {
  name: 'latest-rule-mails',
  text: 'select latest_rule_mails($1, $2) as mails',
}

/** The same mail part by part. Parameters: scope, after which id, how many. */
export const ruleMailsAfter: Statement = {
  name: 'rule-mails-after',
  text: 'select rule_mails_after($1, $2, $3) as part',
}

/** One mail as it lies now, held against filing by hand. Parameters: message, version of the rule. */
export const holdRuleMail: Statement = { name: 'hold-rule-mail', text: 'select hold_rule_mail($1, $2) as held' }

/** Moves an item as by hand. Parameters: item, contractor, case. */
export const moveByRule: Statement = { name: 'move-by-rule', text: 'select move_item($1, $2, $3, true, null)' }
