import type { ItemRow } from '../../shared/item.ts'
import type { Query } from '../database/work.ts'
import { rowsById } from './rows.sql.ts'

/** The rows of these items that the reader may see, in the order given. */
export function readRows(query: Query, itemIds: string[]): Promise<ItemRow[]> {
  return query<ItemRow>(rowsById, [itemIds])
}
