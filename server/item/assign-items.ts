import type { RefusalCode } from '../../shared/refusal.ts'
import type { Database } from '../database/work.ts'
import { casesOf, type Move, moveItem } from '../filing/move-item.ts'
import { asRefusal } from '../refusal-of.ts'

/** What became of one item of many. */
export interface Assigned {
  itemId: string
  done: boolean
  /** Its id where it lies now: another one in another file. */
  movedTo?: string
  /** In which cases it lay before (null for the file at large), as far as he sees; with these it can be put back. */
  was?: (string | null)[]
  code?: RefusalCode
}

/** Puts items into a case, or out of their cases, or into another file, each in a transaction of its own, so that one that cannot go does not hold the others. */
export async function assignItems(
  database: Database,
  user: string,
  itemIds: string[],
  move: Move,
  onBug: (error: Error) => void,
): Promise<Assigned[]> {
  const results: Assigned[] = []
  for (const itemId of itemIds) {
    try {
      const done = await database.work(user, async tx => {
        const was = await casesOf(tx, itemId)
        return { was, movedTo: await moveItem(tx, itemId, move) }
      })
      results.push({ itemId, done: true, ...done })
    } catch (error) {
      const { code } = asRefusal(error as Error)
      // What was moved before must be answered all the same, or nobody could put it back.
      if (code === 'internal') onBug(error as Error)
      results.push({ itemId, done: false, code })
    }
  }
  return results
}
