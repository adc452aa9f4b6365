import type { Foreseen } from '../../shared/sharing.ts'
import type { Tx } from '../database/work.ts'
import { type Move, moveItem } from '../filing/move-item.ts'
import { seenAfterMove, seenBeforeMove } from './foresee-move.sql.ts'

/** Carries the answer out of a unit of work of which nothing may stay. */
class TakenBack extends Error {
  readonly foreseen: Foreseen

  constructor(foreseen: Foreseen) {
    super('a move was only tried')
    this.foreseen = foreseen
  }
}

type Work = (act: (tx: Tx) => Promise<never>) => Promise<never>

/**
 * Who would see an item after a move. It is moved, looked at and taken back as if it had never been: so no second rule can
 * differ from the one by which it will be moved and seen, and only who may move it is answered.
 */
export async function foreseeMove(work: Work, itemId: string, move: Move): Promise<Foreseen> {
  try {
    return await work(async tx => {
      throw new TakenBack(await tried(tx, itemId, move))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.foreseen
    throw error
  }
}

interface Before {
  items: string[]
  people: string[]
  contractorId: string | null
  /** To whom it was shown by hand, as far as the mover may know. */
  shown: string[]
}

async function tried(tx: Tx, itemId: string, move: Move): Promise<Foreseen> {
  const [before] = await tx.sql<Before>(seenBeforeMove, [itemId])
  const there = await moveItem(tx, itemId, move)
  const known = before?.items.includes(there) ?? false
  const [after] = await tx.sql<Foreseen>(seenAfterMove, [
    there,
    known,
    before?.people ?? [],
    move.caseId ?? null,
    move.contractorId ?? before?.contractorId ?? null,
    before?.shown ?? [],
  ])
  if (!after) throw new Error('an aggregate answers always')
  return after
}
