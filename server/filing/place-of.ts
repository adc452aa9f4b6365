import { CaseFile } from '../case-file/case-file.entity.ts'
import type { Tx } from '../database/work.ts'
import type { Place } from './put-filing.ts'

/** Opens a unit of work of the current user. */
export type Work = <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result>

/**
 * The place that somebody named, or null. A case alone names its contractor. Whether he may file there the database
 * judges in the transaction that files, which leaves nothing behind when it refuses.
 */
export async function placeOf(work: Work, named: { contractorId?: string; caseId?: string }): Promise<Place | null> {
  const { contractorId, caseId } = named
  if (contractorId) return { contractorId, caseId: caseId ?? null }
  if (!caseId) return null
  const caseFile = await work(tx => tx.em.findOneOrFail(CaseFile, { id: caseId }))
  return { contractorId: caseFile.contractorId, caseId }
}
