import type { createCase as contract } from '../../shared/case-file.ts'
import type { Input } from '../../shared/route.ts'
import { createAudience } from '../access/audience.ts'
import { record } from '../audit/record.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import { mayChange } from '../contractor/may-change.ts'
import { takeNumber } from '../database/own-number.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { CaseFile, CaseParty } from './case-file.entity.ts'
import { nextReference } from './references.ts'

/**
 * Opens a case with the next reference. Without an audience it follows the contractor's. Asked again under the same number,
 * it answers the one that the user opened before.
 */
export async function createCase(
  tx: Tx,
  contractorId: string,
  { id, title, audience }: Input<typeof contract>['body'],
  now: Date,
): Promise<CaseFile> {
  const known = id && (await openedAs(tx, id, contractorId))
  if (known) return known
  const contractor = await tx.em.findOneOrFail(Contractor, { id: contractorId })
  if (!(await mayChange(tx, contractor))) throw new Refusal('not-allowed')
  const audienceId = await createAudience(tx, audience ?? {}, audience ? null : contractor.audienceId)
  const caseFile = tx.em.create(CaseFile, {
    ...(id && { id }),
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

/** The case of this number, if the user who asks opened it there before and manages it still. */
async function openedAs(tx: Tx, id: string, contractorId: string): Promise<CaseFile | null> {
  await takeNumber(tx, 'case', id)
  return tx.em.findOne(CaseFile, { id, contractorId, managerId: tx.user })
}
