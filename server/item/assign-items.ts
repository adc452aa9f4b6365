import type { RefusalCode } from '../../shared/refusal.ts'
import type { Database } from '../database/work.ts'
import { moveItem } from '../filing/move-item.ts'
import { asRefusal } from '../refusal-of.ts'

/** What became of one item of many. */
export interface Assigned {
  itemId: string
  done: boolean
  /** Its id where it lies now: another one in another file. */
  movedTo?: string
  code?: RefusalCode
}

/** Puts items into a case, or out of their cases, or into another file, each in a transaction of its own, so that one that cannot go does not hold the others. */
export async function assignItems(
  database: Database,
  user: string,
  itemIds: string[],
  { contractorId, caseId }: { contractorId?: string; caseId: string | null },
): Promise<Assigned[]> {
  const results: Assigned[] = []
  for (const itemId of itemIds) {
    try {
      const movedTo = await database.work(user, tx => moveItem(tx, itemId, contractorId ?? null, caseId))
      results.push({ itemId, done: true, movedTo })
    } catch (error) {
      const { code } = asRefusal(error as Error)
      if (code === 'internal') throw error
      results.push({ itemId, done: false, code })
    }
  }
  return results
}
