import type { changeCase as contract } from '../../shared/case-file.ts'
import type { Input } from '../../shared/route.ts'
import { audienceMembers, changeAudience, isFollowing } from '../access/audience.ts'
import { handOver } from '../access/may.ts'
import { record } from '../audit/record.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import { inTurn, mustBeAsSeen } from '../database/as-seen.ts'
import type { Tx } from '../database/work.ts'
import { CaseFile } from './case-file.entity.ts'

/** What may change of a case. */
export type CaseChange = Input<typeof contract>['body']

/** Renames, closes, reopens a case, or changes who may see it. */
export async function changeCase(tx: Tx, caseId: string, { was, ...change }: CaseChange, now: Date): Promise<CaseFile> {
  await inTurn(tx, caseId)
  const caseFile = await tx.em.findOneOrFail(CaseFile, { id: caseId })
  const { title, audienceId } = caseFile
  mustBeAsSeen(was, {
    title,
    audience: was?.audience && (await audienceMembers(tx, audienceId)).map(({ id }) => id),
    inherits: was && (await isFollowing(tx, audienceId)),
  })
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
