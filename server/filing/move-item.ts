import type { Tx } from '../database/work.ts'

/** Where an item is moved to. */
export interface Move {
  /** Another contractor's file; without it the one where it lies, or that of the case. */
  contractorId?: string | undefined
  /** Null: out of cases; undefined: out of cases only where the file changes. */
  caseId?: string | null | undefined
  /** Out of which of its cases (null for the file at large); without it out of all, with none it is put into one more. */
  fromCases?: (string | null)[] | undefined
}

/** Moves an item to another case of its file or to another contractor's file. Returns its id there. */
export async function moveItem(tx: Tx, itemId: string, { contractorId, caseId, fromCases }: Move): Promise<string> {
  const [row] = await tx.sql<{ id: string }>('select move_item($1, $2, $3, $4, $5) as id', [
    itemId,
    contractorId ?? null,
    caseId ?? null,
    caseId !== undefined,
    fromCases ?? null,
  ])
  if (!row) throw new Error('move_item answers always')
  return row.id
}

/** In which cases an item lies as far as the current user sees it; null stands for the file at large. */
export async function casesOf(tx: Tx, itemId: string): Promise<(string | null)[]> {
  const rows = await tx.sql<{ caseId: string | null }>(
    'select case_file_id as "caseId" from filing where item_id = $1 order by case_file_id nulls first',
    [itemId],
  )
  return rows.map(row => row.caseId)
}
