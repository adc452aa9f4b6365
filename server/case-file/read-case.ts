import type { CaseFile as CaseAnswer, readCase as contract } from '../../shared/case-file.ts'
import type { Output } from '../../shared/route.ts'
import { audienceMembers, isFollowing } from '../access/audience.ts'
import { isFollowed } from '../access/follow.ts'
import { placeVerbs } from '../access/may.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import type { Tx } from '../database/work.ts'
import { User } from '../identity/user.entity.ts'
import { pageOf, readCursor } from '../list/cursor.ts'
import { CaseFile } from './case-file.entity.ts'
import { partiesOf, peopleOf } from './parties.ts'

/** Cases of a contractor, the newest first; those of whose reference and title the words of a question are pieces. */
export async function listCases(
  tx: Tx,
  contractorId: string,
  query: { open?: boolean; q?: string; limit?: number; cursor?: string },
) {
  await tx.em.findOneOrFail(Contractor, { id: contractorId })
  const before = readCursor(query.cursor)
  const limit = query.limit ?? 50
  const rows = await tx.sql<CaseAnswer>(
    `select c.id, c.reference, c.title, c.contractor_id as "contractorId", c.manager_id as "managerId",
            iso(c.opened_at) as "openedAt", iso(c.closed_at) as "closedAt"
       from case_party p join case_file c on c.id = p.case_file_id
      where p.contractor_id = $1 and (c.opened_at, c.id) < ($2, $3) and ($4::boolean is null or (c.closed_at is null) = $4)
        and not exists (select from unnest($6::text[]) word where ${plain("c.reference || ' ' || c.title")} not like '%' || ${plain('word')} || '%')
      order by c.opened_at desc, c.id desc limit $5`,
    [contractorId, before.at, before.id, query.open ?? null, limit + 1, likeWords(query.q)],
  )
  return pageOf(rows, limit, row => row.openedAt)
}

/** One case with who sees it and what the reader may do with it. */
export async function readCase(tx: Tx, caseId: string): Promise<Output<typeof contract>> {
  const caseFile = await tx.em.findOneOrFail(CaseFile, { id: caseId })
  return {
    ...presentCase(caseFile),
    audience: await audienceMembers(tx, caseFile.audienceId),
    managerName: caseFile.managerId ? ((await tx.em.findOne(User, { id: caseFile.managerId }))?.name ?? null) : null,
    parties: await partiesOf(tx, caseId),
    people: await peopleOf(tx, caseId),
    inherits: await isFollowing(tx, caseFile.audienceId),
    may: await placeVerbs(tx, caseFile.audienceId),
    follows: await isFollowed(tx, 'case', caseId),
  }
}

/** A text as people type it in haste: small, without the marks of Polish letters. */
function plain(text: string): string {
  return `translate(lower(${text}), 'ąćęłńóśźż', 'acelnoszz')`
}

/** The words that somebody looks for, as patterns that mean only themselves. */
function likeWords(q = ''): string[] {
  return q
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => word.replace(/[\\%_]/g, '\\$&'))
}

/** A case as it is answered. */
export function presentCase(caseFile: CaseFile): CaseAnswer {
  return {
    id: caseFile.id,
    reference: caseFile.reference,
    title: caseFile.title,
    contractorId: caseFile.contractorId,
    managerId: caseFile.managerId ?? null,
    openedAt: caseFile.openedAt.toISOString(),
    closedAt: caseFile.closedAt?.toISOString() ?? null,
  }
}
