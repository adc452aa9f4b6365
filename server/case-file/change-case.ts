import type { AudienceInput } from '../../shared/audience.ts'
import { changeAudience } from '../access/audience.ts'
import { handOver } from '../access/may.ts'
import { record } from '../audit/record.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import type { Tx } from '../database/work.ts'
import { CaseFile } from './case-file.entity.ts'

/** What may change of a case. */
export interface CaseChange {
  title?: string
  closed?: boolean
  audience?: AudienceInput | 'inherit'
  managerId?: string
}

/** Renames, closes, reopens a case, or changes who may see it. */
export async function changeCase(tx: Tx, caseId: string, change: CaseChange, now: Date): Promise<CaseFile> {
  const caseFile = await tx.em.findOneOrFail(CaseFile, { id: caseId })
  if (change.title !== undefined) caseFile.title = change.title.trim()
  if (change.closed !== undefined) caseFile.closedAt = change.closed ? (caseFile.closedAt ?? now) : null
  await tx.em.flush()
  if (change.audience === 'inherit') {
    const contractor = await tx.em.findOneOrFail(Contractor, { id: caseFile.contractorId })
    await changeAudience(tx, caseFile.audienceId, {}, contractor.audienceId)
  } else if (change.audience) {
    await changeAudience(tx, caseFile.audienceId, change.audience, null)
  }
  // Last, since whoever hands over may no longer say who sees it.
  if (change.managerId) {
    await handOver(tx, 'case', caseId, change.managerId)
    await tx.em.refresh(caseFile)
  }
  await record(tx, 'changed', 'case', caseId, { fields: Object.keys(change) })
  return caseFile
}
