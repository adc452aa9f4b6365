import type { Viewer } from '../../shared/audience.ts'
import type { RuleBody } from '../../shared/rule.ts'
import type { Query } from '../database/work.ts'
import { ruleViewers } from './rule.sql.ts'

/** Who of a place's people would see what a rule files there, beside the owners of the mail; null where the place decides. */
export async function readViewers(
  query: Query,
  { contractorId, caseId, audience }: RuleBody,
): Promise<Viewer[] | null> {
  if (!audience || !contractorId) return null
  const [row] = await query<{ viewers: Viewer[] }>(ruleViewers, [contractorId, caseId, JSON.stringify(audience)])
  return row?.viewers ?? []
}
