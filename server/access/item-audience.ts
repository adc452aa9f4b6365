import type { AudienceInput } from '../../shared/audience.ts'
import type { Tx } from '../database/work.ts'
import { principalsOf } from './audience.ts'
import { mustBeKnown } from './known-principals.ts'

/** Gives those filings of an item that the current user sees a circle of their own, or back to their case or contractor. */
export async function changedAudience(tx: Tx, itemId: string, audience: AudienceInput | 'inherit') {
  const principals = audience === 'inherit' ? null : principalsOf(audience)
  await mustBeKnown(tx, principals ?? [], 'audience')
  await tx.sql('select change_item_audience($1, $2)', [itemId, principals])
}
