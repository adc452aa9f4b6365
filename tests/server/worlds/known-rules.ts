import type { Company, KnownRule, Rules } from './company.ts'

const nowhere = { contractor: null, caseFile: null }

/** Whether somebody knows of a rule at all: his own, and those of the company that he wrote or whose place he sees. */
export function isKnown(rules: Rules, rule: KnownRule): boolean {
  return rule.owner === rules.user || (rule.owner === null && (rule.author === rules.user || seesTarget(rules, rule)))
}

function seesTarget(rules: Rules, { contractor, caseFile }: KnownRule): boolean {
  return (!contractor || rules.seesContractor(contractor)) && (!caseFile || rules.seesCase(caseFile))
}

type Shown = (string | null | undefined)[]

/** A rule as it is shown to somebody, with its place as far as he sees it. */
export function shownRule(rules: Rules, rule: KnownRule): Shown {
  const { contractor, caseFile } = seesTarget(rules, rule) ? rule : nowhere
  return [rule.name, contractor?.name ?? null, caseFile?.reference ?? null]
}

export function ruleIn(rule: Record<string, string | null>): Shown {
  return [rule.name, rule.contractorName, rule.caseReference]
}

/** All the rules that are shown to somebody. */
export function shownRules(rules: Rules, company: Company): Shown[] {
  return company.rules
    .filter(rule => isKnown(rules, rule))
    .map(rule => shownRule(rules, rule))
    .toSorted()
}
