import type { GivenAway, LeaverPart, LeftBehind } from '../../shared/leaver.ts'
import type { Tx } from '../database/work.ts'
import { announceMailbox } from '../mailbox/announce-mailbox.ts'

/** How much somebody who was shut out left behind; for administrators, without a word of what it is. */
export async function readLeftBehind(tx: Tx, userId: string): Promise<LeftBehind> {
  const [row] = await tx.sql<{ left: LeftBehind }>('select what_is_left($1) as left', [userId])
  if (!row) throw new Error('what_is_left answers always')
  return row.left
}

/** Gives parts of it to a colleague. Whoever does it sees nothing more than before. */
export async function giveAway(tx: Tx, userId: string, toId: string, parts: LeaverPart[]): Promise<GivenAway> {
  const [row] = await tx.sql<{ given: { done: GivenAway; boxes: string[] } }>(
    'select hand_everything_over($1, $2, $3) as given',
    [userId, toId, parts],
  )
  if (!row) throw new Error('hand_everything_over answers always')
  for (const id of row.given.boxes) await announceMailbox(tx, id)
  return row.given.done
}
