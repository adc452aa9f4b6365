import type { AudienceInput } from '../../shared/audience.ts'
import { createAudience } from '../access/audience.ts'
import { record } from '../audit/record.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import { mayChange } from '../contractor/may-change.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { CaseFile, CaseParty } from './case-file.entity.ts'
import { nextReference } from './references.ts'

/** Opens a case with the next reference. Without an audience it follows the contractor's. */
export async function createCase(
  tx: Tx,
  contractorId: string,
  title: string,
  audience: AudienceInput | undefined,
  now: Date,
): Promise<CaseFile> {
  const contractor = await tx.em.findOneOrFail(Contractor, { id: contractorId })
  if (!(await mayChange(tx, contractor))) throw new Refusal('not-allowed')
  const audienceId = await createAudience(tx, audience ?? {}, audience ? null : contractor.audienceId)
  const caseFile = tx.em.create(CaseFile, {
    reference: await nextReference(tx, now),
    title: title.trim(),
    contractorId,
    managerId: tx.user,
    audienceId,
    openedAt: now,
  })
  await tx.em.flush()
  tx.em.create(CaseParty, { caseFileId: caseFile.id, contractorId, isFirst: true })
  await tx.em.flush()
  await record(tx, 'created', 'case', caseFile.id)
  return caseFile
}
