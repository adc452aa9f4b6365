import type { Viewer } from '../../shared/audience.ts'
import { type Rule, type RuleBody, type RuleCondition, type RuleField, ruleOperators } from '../../shared/rule.ts'
import { audienceOf, groupsOf } from '../app/audience-of.ts'
import type { Choices } from '../app/people-picker.tsx'

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
  /** Whether the place decides who sees it, or only those chosen do. */
  mode: 'place' | 'own'
  chosen: ReadonlySet<string>
  /** Who was chosen when the dialog began. */
  before: Viewer[]
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
      ...draftOfViewers(null),
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
    ...draftOfViewers(rule.viewers),
  }
}

function draftOfViewers(viewers: Viewer[] | null): Pick<RuleDraft, 'mode' | 'chosen' | 'before'> {
  return { mode: viewers ? 'own' : 'place', chosen: new Set(viewers?.map(({ id }) => id)), before: viewers ?? [] }
}

/** What the server is told of a draft; whoever writes a rule for his own mail stands in its circle. */
export function bodyOf(draft: RuleDraft, choices: Choices | undefined, meId: string): RuleBody {
  const { match, conditions, action, contractor, caseId } = draft
  const isFiling = action === 'file'
  return {
    match,
    action,
    conditions: conditions.map(asCondition),
    contractorId: isFiling ? (contractor?.id ?? null) : null,
    caseId: isFiling ? caseId || null : null,
    audience: isFiling && draft.mode === 'own' ? audienceOfDraft(draft, choices, meId) : null,
  }
}

function audienceOfDraft({ scope, chosen, before }: RuleDraft, choices: Choices | undefined, meId: string) {
  const all = new Set(scope === 'personal' ? [meId, ...chosen] : chosen)
  return audienceOf(all, choices, { groups: groupsOf(before) })
}

/** Whether nobody is chosen where somebody has to be. */
export function lacksViewers({ action, scope, mode, chosen }: RuleDraft): boolean {
  return action === 'file' && mode === 'own' && scope === 'company' && chosen.size === 0
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
