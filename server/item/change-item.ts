import type { changeItem as contract } from '../../shared/item.ts'
import type { Input } from '../../shared/route.ts'
import { changedAudience } from '../access/item-audience.ts'
import { inTurn, mustBeAsSeen } from '../database/as-seen.ts'
import type { Tx } from '../database/work.ts'
import { mustBeOffered } from '../document/document-types.ts'
import { moveItem } from '../filing/move-item.ts'
import { Refusal } from '../refusal.ts'
import { readViewers } from './read-viewers.ts'

type ItemChange = Input<typeof contract>['body']

/** Moves an item, pins it, renames it where the current user sees it filed, or changes who may see it. Returns its id, new after a move to another file. */
export async function changeItem(tx: Tx, itemId: string, { was, ...change }: ItemChange): Promise<string> {
  if (change.audience !== undefined) {
    await inTurn(tx, itemId)
    mustBeAsSeen(was, { audience: was?.audience && (await viewersNow(tx, itemId)) })
  }
  let id = itemId
  if (change.contractorId !== undefined || change.caseId !== undefined) {
    id = await moveItem(tx, itemId, change)
  }
  if (change.title !== undefined) await renamed(tx, id, change.title.trim())
  if (change.pinned !== undefined) await tx.sql('select pin_item($1, $2)', [id, change.pinned])
  if (change.type !== undefined) await retyped(tx, id, change.type)
  if (change.audience !== undefined) await changedAudience(tx, id, change.audience)
  return id
}

async function viewersNow(tx: Tx, itemId: string): Promise<string[]> {
  const viewers = await readViewers(({ text }, parameters) => tx.sql(text, parameters), itemId)
  return viewers.map(({ id }) => id)
}

async function renamed(tx: Tx, itemId: string, title: string) {
  await mustBe(await tx.sql<{ done: boolean }>('select rename_item($1, $2) as done', [itemId, title]))
}

async function retyped(tx: Tx, itemId: string, type: string) {
  await mustBeOffered(tx, type)
  await mustBe(await tx.sql<{ done: boolean }>('select retype_document($1, $2) as done', [itemId, type]))
}

async function mustBe([row]: { done: boolean }[]) {
  if (!row?.done) throw new Refusal('not-found')
}
