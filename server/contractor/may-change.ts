import type { Tx } from '../database/work.ts'
import type { Contractor } from './contractor.entity.ts'

/** Whether the current user may change a contractor: those who see the whole file may; who sees only a case of it may not. */
export async function mayChange(tx: Tx, contractor: Contractor): Promise<boolean> {
  const [row] = await tx.sql<{ holds: boolean }>('select holds($1) as holds', [contractor.audienceId])
  return row?.holds ?? false
}
