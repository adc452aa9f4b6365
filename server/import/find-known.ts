import type { Tx } from '../database/work.ts'

/** A contractor that is there already, for a row of a list. */
export interface Known {
  by: 'taxId' | 'name'
  contractorId: string
  name: string
}

interface Wanted {
  nip: string | null
  name: string
}

/**
 * Whom of these the current user knows already, in their order: by NIP, else by name in any case, unless the two have
 * different NIPs. Asked in one query, however long the list.
 */
export async function findKnown(tx: Tx, wanted: Wanted[]): Promise<(Known | undefined)[]> {
  const rows = await tx.sql<{ id: string; name: string; nip: string | null }>(
    `select id, name, nip from contractor where nip = any($1::text[]) or lower(name) = any($2::text[]) order by created_at desc, id`,
    [wanted.flatMap(one => one.nip ?? []), wanted.map(one => inCompare(one.name))],
  )
  const byNip = new Map(rows.map(row => [row.nip, row]))
  const byName = Map.groupBy(rows, row => inCompare(row.name))
  return wanted.map(({ nip, name }) => {
    const same = nip ? byNip.get(nip) : undefined
    if (same) return { by: 'taxId', contractorId: same.id, name: same.name }
    const named = byName.get(inCompare(name))?.findLast(row => !nip || !row.nip)
    return named && { by: 'name', contractorId: named.id, name: named.name }
  })
}

/** A name as it is compared. */
export function inCompare(name: string): string {
  return name.trim().toLowerCase()
}
