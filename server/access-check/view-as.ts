import type { viewAs as contract, ViewAs } from '../../shared/access-check.ts'
import type { Input } from '../../shared/route.ts'
import type { Tx } from '../database/work.ts'

/** Which of these ids another user would see, and how much altogether. The database refuses whoever is no administrator. */
export async function viewAs(tx: Tx, asked: Input<typeof contract>['body']): Promise<ViewAs> {
  const { userId, items = [], contractors = [], cases = [] } = asked
  const [row] = await tx.sql<{ answer: ViewAs }>('select view_as($1, $2, $3, $4) as answer', [
    userId,
    items,
    contractors,
    cases,
  ])
  if (!row) throw new Error('view_as answers always')
  return row.answer
}
