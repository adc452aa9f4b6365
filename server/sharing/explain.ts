import type { Seers } from '../../shared/sharing.ts'
import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

const seersOfItem: Statement = { name: 'seers-of-item', text: 'select item_seers($1) as seers' }
const seersOfPlace: Statement = { name: 'seers-of-place', text: 'select place_seers($1, $2) as seers' }

/** Who sees an item and why, in names. */
export async function explainItem(query: Query, itemId: string): Promise<Seers> {
  return known(await query<{ seers: Seers | null }>(seersOfItem, [itemId]))
}

/** Who would see what is filed in a place. */
export async function explainPlace(query: Query, contractorId: string, caseId: string | null): Promise<Seers> {
  return known(await query<{ seers: Seers | null }>(seersOfPlace, [contractorId, caseId]))
}

function known([row]: { seers: Seers | null }[]): Seers {
  if (!row?.seers) throw new Refusal('not-found')
  return row.seers
}
