import type { AudienceInput } from '../../shared/audience.ts'
import type { Tx } from '../database/work.ts'
import { principalsOf } from './audience.ts'

/** Gives those filings of an item that the current user sees a circle of their own, or back to their case or contractor. */
export async function changedAudience(tx: Tx, itemId: string, audience: AudienceInput | 'inherit') {
  await tx.sql('select change_item_audience($1, $2)', [itemId, audience === 'inherit' ? null : principalsOf(audience)])
}
