import { type RuleBody, type RuleCondition, ruleOperators } from '../../shared/rule.ts'
import { Refusal } from '../refusal.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const domain = /^@?(?=.{1,253}$)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u

/** Refuses a rule that compares what cannot be compared so, or files nowhere. Answers it as it is kept. */
export function checkRule(body: RuleBody): RuleBody {
  const wrong = body.conditions.findIndex(condition => !isSound(condition))
  if (wrong >= 0) throw new Refusal('invalid', [`conditions/${wrong}`])
  if (body.action === 'file' && !body.contractorId) throw new Refusal('invalid', ['contractorId'])
  const { conditions, match, action } = body
  const isFiling = action === 'file'
  const contractorId = isFiling ? (body.contractorId ?? null) : null
  return { conditions, match, action, contractorId, caseId: isFiling ? (body.caseId ?? null) : null }
}

function isSound({ field, operator, values, header }: RuleCondition): boolean {
  const operators: readonly string[] = ruleOperators[field]
  if (!operators.includes(operator) || (field === 'header') !== (header !== undefined)) return false
  if (operator === 'domain') return values.every(value => domain.test(value.trim()))
  if (field === 'mailbox') return values.every(value => uuid.test(value))
  if (field === 'attachment') return values.every(value => value === 'yes' || value === 'no')
  if (field === 'direction') return values.every(value => ['in', 'out', 'internal'].includes(value))
  return true
}
