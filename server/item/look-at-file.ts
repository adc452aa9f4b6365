import type { Tx } from '../database/work.ts'

/** Notes that the current user looks at a file; answers up to when he had seen it before. */
export async function lookAtFile(tx: Tx, contractorId: string): Promise<{ before: string | null }> {
  const [row] = await tx.sql<{ before: string | null }>('select iso(look_at_file($1)) as before', [contractorId])
  return { before: row?.before ?? null }
}

/** The same of a case. */
export async function lookAtCase(tx: Tx, caseId: string): Promise<{ before: string | null }> {
  const [row] = await tx.sql<{ before: string | null }>('select iso(look_at_case($1)) as before', [caseId])
  return { before: row?.before ?? null }
}
