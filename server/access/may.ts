import type { PlaceVerbs } from '../../shared/audience.ts'
import type { Tx } from '../database/work.ts'

/** What the current user may do with the contractor or case that owns an audience. */
export async function placeVerbs(tx: Tx, audienceId: string): Promise<PlaceVerbs> {
  const [row] = await tx.sql<{ verbs: PlaceVerbs }>('select place_verbs($1) as verbs', [audienceId])
  if (!row) throw new Error('place_verbs answers always')
  return row.verbs
}

/** Gives a contractor or case to another manager; refused to whoever may not say who sees it. */
export async function handOver(tx: Tx, objectType: 'contractor' | 'case', objectId: string, managerId: string) {
  await tx.sql('select hand_over($1, $2, $3)', [objectType, objectId, managerId])
}
