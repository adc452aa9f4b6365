import type { RefusalCode } from '../../shared/refusal.ts'
import type { Database } from '../database/work.ts'
import { moveItem } from '../filing/move-item.ts'
import { asRefusal } from '../refusal-of.ts'

/** What became of one item of many. */
export interface Assigned {
  itemId: string
  done: boolean
  code?: RefusalCode
}

/** Puts items into a case, or out of their cases, each in a transaction of its own, so that one that cannot go does not hold the others. */
export async function assignItems(
  database: Database,
  user: string,
  itemIds: string[],
  caseId: string | null,
): Promise<Assigned[]> {
  const results: Assigned[] = []
  for (const itemId of itemIds) {
    try {
      await database.work(user, tx => moveItem(tx, itemId, null, caseId))
      results.push({ itemId, done: true })
    } catch (error) {
      const { code } = asRefusal(error as Error)
      if (code === 'internal') throw error
      results.push({ itemId, done: false, code })
    }
  }
  return results
}
