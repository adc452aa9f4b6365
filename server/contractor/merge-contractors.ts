import type { Viewer } from '../../shared/audience.ts'
import type { MergePreview } from '../../shared/contractor-merge.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'
import { readContractor } from './read-contractor.ts'

/** What of a file would go into another one. Counts what the current user sees, and nothing else. */
export async function previewMerge(tx: Tx, intoId: string, fromId: string): Promise<MergePreview> {
  if (intoId === fromId) throw new Refusal('invalid', ['fromId'])
  const [into, from, me] = [await readContractor(tx, intoId), await readContractor(tx, fromId), await readMe(tx)]
  const [found] = await tx.sql<
    Pick<MergePreview, 'items' | 'both' | 'cases' | 'lostWords'> & { standsInBoth: boolean }
  >(
    `select (select count(*)::int from item i where i.contractor_id = $1) as items,
            (select count(*)::int from item i where i.contractor_id = $1
              and exists (select from item o where o.contractor_id = $2 and o.object_id = i.object_id))
            + (select count(*)::int from item i join document d on d.id = i.object_id
                 join document e on e.contractor_id = $2 and e.blob_hash = d.blob_hash and e.name = d.name
                where i.contractor_id = $1) as both,
            (select count(*)::int from case_file c where c.contractor_id = $1) as cases,
            merge_words($1, $2) as "lostWords",
            (select bool_and(stands_in(c.audience_id)) from contractor c where c.id in ($1, $2)) as "standsInBoth"`,
    [fromId, intoId],
  )
  if (!found) throw new Error('counts answer always')
  const { standsInBoth, ...counts } = found
  const isManager = from.managerId === me.id && into.managerId === me.id
  return {
    from,
    into,
    ...counts,
    gaining: without(into.audience, from.audience),
    losing: without(from.audience, into.audience),
    mayMerge: standsInBoth && (me.isAdmin || isManager),
    mayOpen: from.may.changeAudience,
  }
}

/** Puts one file into another; the database checks who may. */
export async function mergeContractors(tx: Tx, intoId: string, fromId: string, circle: 'keep' | 'survivor') {
  await tx.sql('select merge_contractors($1, $2, $3)', [fromId, intoId, circle])
}

function without(some: Viewer[], others: Viewer[]): Viewer[] {
  return some.filter(viewer => !others.some(other => other.id === viewer.id))
}
