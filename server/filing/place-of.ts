import { CaseFile } from '../case-file/case-file.entity.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import type { Place } from './put-filing.ts'

/** The place that somebody named, refused early when he cannot see it; null when he named none. */
export async function placeOf(
  tx: Tx,
  contractorId: string | undefined,
  caseId: string | undefined,
): Promise<Place | null> {
  if (caseId) {
    const caseFile = await tx.em.findOneOrFail(CaseFile, { id: caseId })
    if (caseFile.closedAt) throw new Refusal('case-closed')
    return { contractorId: contractorId ?? caseFile.contractorId, caseId }
  }
  if (!contractorId) return null
  await tx.em.findOneOrFail(Contractor, { id: contractorId })
  return { contractorId, caseId: null }
}
