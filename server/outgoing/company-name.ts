import type { Tx } from '../database/work.ts'

/** The name in which we write: Lupa, of the company where it was named. */
export async function companyName(tx: Tx): Promise<string> {
  const [row] = await tx.sql<{ value: unknown }>(`select value from company_setting where key = 'company-name'`)
  return typeof row?.value === 'string' && row.value ? `Lupa, ${row.value}` : 'Lupa'
}
