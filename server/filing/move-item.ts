import type { Tx } from '../database/work.ts'

/** Moves an item to another case of its file (null: out of cases) or to another contractor's file. Returns its id there. */
export async function moveItem(
  tx: Tx,
  itemId: string,
  contractorId: string | null,
  caseId: string | null | undefined,
): Promise<string> {
  const [row] = await tx.sql<{ id: string }>('select move_item($1, $2, $3, $4) as id', [
    itemId,
    contractorId,
    caseId ?? null,
    caseId !== undefined,
  ])
  if (!row) throw new Error('move_item answers always')
  return row.id
}
