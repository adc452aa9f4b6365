import type { askErasure as askContract, Erasure, ErasurePreview, KeptReason, KeptThing } from '../../shared/erasure.ts'
import type { Input } from '../../shared/route.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

const PAGE = 100

type Asked = Input<typeof askContract>['body']

/** What an erasure would do now; the database refuses whoever is no administrator, here and below. */
export async function previewErasure(
  tx: Tx,
  { address, duties, others }: Pick<Asked, 'address' | 'duties' | 'others'>,
): Promise<ErasurePreview> {
  const [row] = await tx.sql<{ preview: ErasurePreview }>('select preview_erasure($1, $2, $3) as preview', [
    address.trim(),
    duties,
    others,
  ])
  if (!row) throw new Error('preview_erasure answers always')
  return row.preview
}

/** Asks for an erasure, which a job then does. */
export async function askErasure(tx: Tx, { address, confirmation, reason, duties, others }: Asked): Promise<Erasure> {
  if (confirmation.trim().toLowerCase() !== address.trim().toLowerCase()) throw new Refusal('invalid', ['confirmation'])
  const [row] = await tx.sql<{ id: string }>('select ask_erasure($1, $2, $3, $4) as id', [
    address.trim(),
    reason.trim(),
    duties,
    others,
  ])
  const [asked] = await erasuresOf(tx, row?.id ?? null)
  if (!asked) throw new Error('an erasure that was just asked for is there')
  return asked
}

/** The erasures, newest first. */
export async function listErasures(tx: Tx): Promise<{ items: Erasure[] }> {
  return { items: await erasuresOf(tx, null) }
}

async function erasuresOf(tx: Tx, id: string | null): Promise<Erasure[]> {
  const [row] = await tx.sql<{ items: Erasure[] }>('select erasures($1) as items', [id])
  return row?.items ?? []
}

/** What an erasure left for one reason. */
export async function listKept(tx: Tx, erasureId: string, { reason, after }: { reason: KeptReason; after?: string }) {
  const [row] = await tx.sql<{ items: KeptThing[] }>('select erasure_left($1, $2, $3, $4) as items', [
    erasureId,
    reason,
    after ?? null,
    PAGE,
  ])
  const items = row?.items ?? []
  return { items, next: items.length < PAGE ? null : (items.at(-1)?.objectId ?? null) }
}

/** Lets somebody who was erased come back; answers the hashes of her addresses. */
export async function liftTombstone(tx: Tx, erasureId: string): Promise<string[]> {
  await tx.sql('select lift_tombstone($1)', [erasureId])
  const [erasure] = await erasuresOf(tx, erasureId)
  return erasure?.hashes ?? []
}
