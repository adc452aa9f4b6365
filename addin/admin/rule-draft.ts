import { type Rule, type RuleBody, type RuleCondition, type RuleField, ruleOperators } from '../../shared/rule.ts'

/** A condition as it is being written: its values as typed, one a line. */
export interface ConditionDraft {
  key: number
  field: RuleField
  operator: RuleCondition['operator']
  values: string
  match: RuleCondition['match']
  header: string
}

/** A rule as it is being written. */
export interface RuleDraft {
  name: string
  scope: Rule['scope']
  match: Rule['match']
  conditions: ConditionDraft[]
  action: Rule['action']
  contractor: { id: string; name: string } | null
  caseId: string
  /** Of the case with which the dialog began. */
  caseReference: string
}

let lastKey = 0

/** A condition with nothing typed yet. */
export function freshCondition(field: RuleField = 'from'): ConditionDraft {
  lastKey += 1
  return {
    key: lastKey,
    field,
    operator: ruleOperators[field][0],
    values: firstValue[field] ?? '',
    match: 'any',
    header: '',
  }
}

/** Fields whose values are chosen begin with one. */
const firstValue: Partial<Record<RuleField, string>> = { attachment: 'yes', direction: 'in' }

/** The draft with which a dialog begins. */
export function draftOf(rule: Rule | null): RuleDraft {
  if (!rule) {
    const conditions = [freshCondition()]
    return {
      name: '',
      scope: 'personal',
      match: 'all',
      conditions,
      action: 'file',
      contractor: null,
      caseId: '',
      caseReference: '',
    }
  }
  const { name, scope, match, action, contractorId, contractorName, caseId } = rule
  const contractor = contractorId ? { id: contractorId, name: contractorName ?? '' } : null
  const conditions = rule.conditions.map(({ field, operator, values, match: valueMatch, header }) => ({
    ...freshCondition(field),
    operator,
    values: values.join('\n'),
    match: valueMatch,
    header: header ?? '',
  }))
  return {
    name,
    scope,
    match,
    conditions,
    action,
    contractor,
    caseId: caseId ?? '',
    caseReference: rule.caseReference ?? '',
  }
}

/** What the server is told of a draft. */
export function bodyOf({ match, conditions, action, contractor, caseId }: RuleDraft): RuleBody {
  const isFiling = action === 'file'
  return {
    match,
    action,
    conditions: conditions.map(asCondition),
    contractorId: isFiling ? (contractor?.id ?? null) : null,
    caseId: isFiling ? caseId || null : null,
  }
}

function asCondition({ field, operator, values, match, header }: ConditionDraft): RuleCondition {
  return { field, operator, values: linesOf(values), match, ...(field === 'header' && { header: header.trim() }) }
}

/** The values of a condition that was typed. */
export function linesOf(values: string): string[] {
  const lines = values.split('\n').map(line => line.trim())
  return [...new Set(lines.filter(line => line !== ''))]
}

/** Whether a condition still lacks what it needs. */
export function isIncomplete(condition: ConditionDraft): boolean {
  return linesOf(condition.values).length === 0 || lacksHeader(condition)
}

/** Whether the name of the header is missing, or can be none. */
export function lacksHeader({ field, header }: ConditionDraft): boolean {
  return field === 'header' && !/^[!-9;-~]+$/.test(header.trim())
}
