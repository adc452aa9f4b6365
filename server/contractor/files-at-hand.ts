import type { ContractorRow } from '../../shared/contractor.ts'
import type { ChangedFile } from '../../shared/files-at-hand.ts'
import type { Tx } from '../database/work.ts'

const MOST_PINNED = 50
const MOST_CHANGED = 12
/** So many new items of a file are counted. */
const MOST_COUNTED = 100

/** Keeps a file at hand for the current user, or no longer. */
export async function pinContractor(tx: Tx, contractorId: string, pinned: boolean): Promise<void> {
  await tx.sql('select pin_file($1, $2)', [contractorId, pinned])
}

/** The files that the current user keeps at hand and may still see. */
export async function listPinned(tx: Tx): Promise<{ items: ContractorRow[]; next: null }> {
  const items = await tx.sql<ContractorRow>(
    `select c.id, c.name, c.nip, c.city from pinned_files($1) f join contractor c on c.id = f.contractor_id order by f.pinned_at desc, c.id`,
    [MOST_PINNED],
  )
  return { items, next: null }
}

/** Where something came since the current user looked. */
export async function listChanged(tx: Tx): Promise<{ items: ChangedFile[]; next: null }> {
  const items = await tx.sql<ChangedFile>(
    `select c.id, c.name, f.amount, iso(f.newest) as newest from changed_files($1, $2) f join contractor c on c.id = f.contractor_id
      order by f.newest desc, c.id`,
    [MOST_CHANGED, MOST_COUNTED],
  )
  return { items, next: null }
}
