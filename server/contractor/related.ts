import type { RelatedContractor, RelationKind } from '../../shared/contractor-relation.ts'
import type { Tx } from '../database/work.ts'
import { Contractor } from './contractor.entity.ts'

/** The contractors that belong together with this one, as far as the current user sees them, with what they are to him. */
export async function listRelated(tx: Tx, contractorId: string): Promise<{ items: RelatedContractor[]; next: null }> {
  const { audienceId } = await tx.em.findOneOrFail(Contractor, { id: contractorId })
  const items = await tx.sql<RelatedContractor>(
    `select c.id, c.name, c.nip, c.city, r.kind, holds(c.audience_id) and holds($2) as "mayChange"
       from (select related_id as id, kind from contractor_relation where contractor_id = $1
             union all select contractor_id, other_side(kind) from contractor_relation where related_id = $1) r
       join contractor c on c.id = r.id order by lower(c.name), c.id`,
    [contractorId, audienceId],
  )
  return { items, next: null }
}

/** From now on the two belong together, or in another way than before; the database checks who may say so. */
export async function relateContractor(tx: Tx, contractorId: string, relatedId: string, kind: RelationKind) {
  await tx.sql('select relate_contractors($1, $2, $3)', [contractorId, relatedId, kind])
}

/** They belong together no longer. */
export async function unrelateContractor(tx: Tx, contractorId: string, relatedId: string) {
  await tx.sql('select unrelate_contractors($1, $2)', [contractorId, relatedId])
}
